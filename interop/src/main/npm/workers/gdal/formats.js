// Which of GDAL's drivers may open a file, and how. Only those: GDAL would take a file that describes other data sources,
// whatever its name, and open what it points to.
const X = 'lon,lng,long,longitude,lon_dd,reclong,decimallongitude,x,x_coord,xcoord,coord_x,easting,point_x,laenge,länge,längengrad,laengengrad,geo_laenge';
const Y = 'lat,latitude,lat_dd,reclat,decimallatitude,y,y_coord,ycoord,coord_y,northing,point_y,breite,breitengrad,geo_breite';
/** Columns that hold coordinates, by their names in lower case; also for tables that GDAL itself reads without geometry. */
export const X_NAMES = X.split(',');
export const Y_NAMES = Y.split(',');
export const GEOMETRY_NAMES = ['wkt', 'geometry', 'geom', 'the_geom', 'shape', 'wkb', 'wkb_geometry'];
const CSV_OPTIONS = [
  `X_POSSIBLE_NAMES=${X}`, `Y_POSSIBLE_NAMES=${Y}`, 'Z_POSSIBLE_NAMES=elevation,z', `GEOM_POSSIBLE_NAMES=${GEOMETRY_NAMES.join(',')}`,
  'AUTODETECT_TYPE=YES', 'KEEP_GEOM_COLUMNS=YES', 'EMPTY_STRING_AS_NULL=YES',
];
const JSON_DRIVERS = ['TopoJSON', 'GeoJSON', 'GeoJSONSeq', 'ESRIJSON'];
const BY_EXTENSION = {
  shp: ['ESRI Shapefile'], dbf: ['ESRI Shapefile'], gpkg: ['GPKG'], sqlite: ['SQLite', 'GPKG'], db: ['SQLite', 'GPKG'], fgb: ['FlatGeobuf'],
  kml: ['KML'], gpx: ['GPX'], gml: ['GML'], xml: ['GML'], csv: ['CSV'], tsv: ['CSV'], txt: ['CSV'], wkt: ['CSV'],
  topojson: JSON_DRIVERS, json: JSON_DRIVERS, geojson: JSON_DRIVERS, geojsonl: JSON_DRIVERS, geojsons: JSON_DRIVERS, ndjson: JSON_DRIVERS,
  dxf: ['DXF'], tab: ['MapInfo File'], mif: ['MapInfo File'], dgn: ['DGN'], xlsx: ['XLSX'], ods: ['ODS'],
  osm: ['OSM'], 'osm.pbf': ['OSM'], mvt: ['MVT'], mbtiles: ['MBTiles'], 'gdb.zip': ['OpenFileGDB'], vct: ['Idrisi'],
};
const SIDE = ['dbf', 'shx', 'prj', 'cpg', 'mid', 'dat', 'map', 'id', 'ind', 'xsd', 'gfs', 'csvt', 'qix', 'sbn', 'sbx'];
const WKT = /^\s*(?:SRID=\d+;\s*)?(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|TIN|TRIANGLE|POLYHEDRALSURFACE)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i;
const HEX_WKB = /^\s*(?:SRID=\d+;\s*)?(?:00|01)[\da-f]{8,}\s*(?:[\r\n]|$)/i;

export const extensionOf = (name) => (/\.(gdb\.zip|osm\.pbf)$/i.exec(name)?.[1] ?? name.slice(name.lastIndexOf('.') + 1)).toLowerCase();

/**
 * The format of a file by its first bytes, then by its name: its extension for GDAL (some drivers look at it), the drivers,
 * whether it is XML, a table, or geometries as text.
 */
export function formatOf(name, head) {
  const said = extensionOf(name);
  const extension = byContent(head, said) ?? (said === 'pbf' ? 'mvt' : said);
  const drivers = BY_EXTENSION[extension];
  return {
    extension,
    drivers,
    isGeometries: extension === 'wkt',
    isTable: drivers?.[0] === 'CSV' && extension !== 'wkt',
    isXml: ['kml', 'gpx', 'gml', 'xml', 'osm'].includes(extension) || /^(\xef\xbb\xbf)?\s*</.test(latin1(head)),
  };
}

const latin1 = (bytes) => new TextDecoder('latin1').decode(bytes);

function byContent(head, said) {
  const text = latin1(head);
  if (SIDE.includes(said)) return undefined; // Its main file says what it is.
  if (text.startsWith('\0\0\x27\x0a')) return 'shp';
  if (text.startsWith('fgb\x03')) return 'fgb';
  if (text.startsWith('SQLite format 3')) return databaseOf(text, said);
  if (text.startsWith('PK\x03\x04')) return said;
  if (/^\0\0\0.\x0a\x09OSMHeader/s.test(text)) return 'osm.pbf';
  const plain = text.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (plain.startsWith('<')) {
    for (const root of ['kml', 'gpx', 'osm']) if (new RegExp(`<(\\w+:)?${root}[\\s>]`).test(plain)) return root;
    return /opengis\.net\/gml|<gml:|FeatureCollection/.test(plain) ? 'gml' : said === 'kml' || said === 'gpx' || said === 'osm' ? said : 'xml';
  }
  if (/^[{[\x1e]/.test(plain) && said !== 'csv') return plain.includes('"Topology"') ? 'topojson' : JSON_DRIVERS === BY_EXTENSION[said] ? said : 'json';
  if (/^(999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION/.test(plain)) return 'dxf';
  if (plain.startsWith('!table')) return 'tab';
  if (/^version\s+\d+\s*\r?\n/i.test(plain)) return 'mif';
  if (WKT.test(plain) || HEX_WKB.test(plain)) return 'wkt';
  if (isTile(head)) return 'mvt';
  return BY_EXTENSION[said]?.[0] !== 'CSV' && said !== 'dgn' && said !== 'vct' && looksLikeTable(text) ? 'csv' : undefined;
}

/** A database by the number that its programs write into it, then by its tables. */
function databaseOf(text, said) {
  const application = text.slice(68, 72);
  if (/^GP(KG|10|11)/.test(application)) return 'gpkg';
  if (application === 'MPBX' || said === 'mbtiles' || (text.includes('zoom_level') && text.includes('tile_row'))) return 'mbtiles';
  return text.includes('gpkg_contents') || said === 'gpkg' ? 'gpkg' : 'sqlite';
}

/** A tile is layers one after another, each with its number of bytes, a version and a name. */
function isTile(head) {
  if (head[0] !== 0x1a) return false;
  let at = 1;
  while (at < 6 && head[at] & 0x80) at++;
  return head[at + 1] === 0x0a || head[at + 1] === 0x78;
}

/** Two lines or more of text with as many separators each. */
function looksLikeTable(text) {
  if (/[\0-\x08\x0e-\x1f]/.test(text)) return false;
  const lines = text.split(/\r?\n/).filter((line) => line).slice(0, 3);
  return lines.length > 1 && [',', ';', '\t', '|'].some((mark) => {
    const counts = lines.slice(0, 2).map((line) => line.replace(/"[^"]*"/g, '').split(mark).length);
    return counts[0] > 1 && counts[0] === counts[1];
  });
}

export function openOptions({ drivers, extension }, name, encoding) {
  if (drivers[0] === 'CSV') return CSV_OPTIONS;
  if (extension === 'mvt') {
    // A tile knows where it lies by its name only.
    const [, z, x, y] = /(?:^|\D)(\d{1,2})[-_/](\d+)[-_/](\d+)\.[a-z]+$/i.exec(name) ?? [];
    return z ? [`Z=${z}`, `X=${x}`, `Y=${y}`] : [];
  }
  return encoding && drivers[0] === 'ESRI Shapefile' ? [`ENCODING=${encoding}`] : [];
}
