// Which of GDAL's drivers may open a file, and how. Only those: GDAL would take a file that describes other data sources,
// whatever its name, and open what it points to.
const X = 'lon,lng,long,longitude,lon_dd,reclong,decimallongitude,x,x_coord,xcoord,coord_x,easting,point_x,laenge,länge,längengrad,laengengrad,geo_laenge';
const Y = 'lat,latitude,lat_dd,reclat,decimallatitude,y,y_coord,ycoord,coord_y,northing,point_y,breite,breitengrad,geo_breite';
const CSV_OPTIONS = [
  `X_POSSIBLE_NAMES=${X}`, `Y_POSSIBLE_NAMES=${Y}`, 'Z_POSSIBLE_NAMES=elevation,z', 'GEOM_POSSIBLE_NAMES=WKT,wkt,geometry,geom,the_geom',
  'AUTODETECT_TYPE=YES', 'KEEP_GEOM_COLUMNS=YES', 'EMPTY_STRING_AS_NULL=YES',
];
const JSON_DRIVERS = ['TopoJSON', 'GeoJSON', 'GeoJSONSeq', 'ESRIJSON'];
const BY_EXTENSION = {
  shp: ['ESRI Shapefile'], dbf: ['ESRI Shapefile'], gpkg: ['GPKG'], sqlite: ['SQLite', 'GPKG'], db: ['SQLite', 'GPKG'], fgb: ['FlatGeobuf'],
  kml: ['KML'], gpx: ['GPX'], gml: ['GML'], xml: ['GML'], csv: ['CSV'], tsv: ['CSV'], txt: ['CSV'],
  topojson: JSON_DRIVERS, json: JSON_DRIVERS, geojson: JSON_DRIVERS, geojsonl: JSON_DRIVERS,
  dxf: ['DXF'], tab: ['MapInfo File'], mif: ['MapInfo File'], dgn: ['DGN'], xlsx: ['XLSX'], ods: ['ODS'], osm: ['OSM'], pbf: ['OSM', 'MVT'], mbtiles: ['MBTiles', 'MVT'], vct: ['Idrisi'],
};

const extensionOf = (name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/**
 * The format of a file by its first bytes and its name: its extension for GDAL (some drivers look at it), the drivers,
 * whether it is XML or a table.
 */
export function formatOf(name, head) {
  const text = new TextDecoder('latin1').decode(head);
  let extension = extensionOf(name);
  if (text.startsWith('\0\0\x27\x0a')) extension = 'shp';
  else if (text.startsWith('SQLite format 3') && !['sqlite', 'db', 'mbtiles'].includes(extension)) extension = 'gpkg';
  else if (/<(\w+:)?kml[\s>]/.test(text)) extension = 'kml';
  else if (/<(\w+:)?gpx[\s>]/.test(text)) extension = 'gpx';
  else if (/^\s*\{/.test(text) && extension !== 'csv') extension = text.includes('"Topology"') ? 'topojson' : extension;
  const drivers = BY_EXTENSION[extension];
  return {
    extension,
    drivers,
    isTable: drivers?.[0] === 'CSV',
    isXml: ['kml', 'gpx', 'gml', 'xml', 'osm'].includes(extension) || /^(\xef\xbb\xbf)?\s*</.test(text),
  };
}

export function openOptions({ drivers }, encoding) {
  if (drivers[0] === 'CSV') return CSV_OPTIONS;
  return encoding && drivers[0] === 'ESRI Shapefile' ? [`ENCODING=${encoding}`] : [];
}
