// FlatGeobuf to the files of another format.
import { GdalError } from './error.js';

const EXTENSIONS = {
  GPKG: 'gpkg', 'ESRI Shapefile': 'shp', KML: 'kml', GML: 'gml', CSV: 'csv', GPX: 'gpx', DXF: 'dxf', 'MapInfo File': 'tab',
  GeoJSON: 'geojson', GeoJSONSeq: 'geojsonl', FlatGeobuf: 'fgb', SQLite: 'sqlite', XLSX: 'xlsx', ODS: 'ods',
  PMTiles: 'pmtiles', MBTILES: 'mbtiles', MVT: '',
};
/** A shapefile holds one kind of geometry: mixed ones are parted into a shapefile for each kind. */
const KINDS = [
  { suffix: '_points', types: ['POINT'], nlt: [] },
  { suffix: '_multipoints', types: ['MULTIPOINT'], nlt: [] },
  { suffix: '_lines', types: ['LINESTRING', 'MULTILINESTRING'], nlt: ['-nlt', 'PROMOTE_TO_MULTI'] },
  { suffix: '_polygons', types: ['POLYGON', 'MULTIPOLYGON'], nlt: ['-nlt', 'PROMOTE_TO_MULTI'] },
];

export function write(library, folder, { bytes, driver, name, options = [] }) {
  const input = `${folder}/${name.replaceAll('/', '_')}.fgb`;
  const out = `${folder.replace('/input/', '/output/')}`;
  let pointer = 0;
  library.fs.mkdir(out);
  library.messages.clear();
  try {
    library.fs.writeFile(input, bytes);
    pointer = library.open(input, ['FlatGeobuf']);
    const layer = pointer ? library.info(pointer, ['-so', '-al'])?.layers?.[0] : undefined;
    if (!layer) throw failed(library, folder, name, driver);
    const warnings = reports(driver, layer);
    for (const part of parts(library, pointer, layer, driver, warnings)) {
      const stem = `${name.replaceAll('/', '_')}${part.suffix}`;
      // Tiles as files make a folder.
      const path = `${out}/${driver === 'MVT' ? 'tiles' : `${stem}.${EXTENSIONS[driver] ?? 'out'}`}`;
      const made = library.translate(pointer, path, ['-f', driver, '-nln', part.suffix ? stem : name, ...part.options, ...defaults(driver, layer, options), ...options]);
      if (!made || library.messages.failure(out)) throw failed(library, out, name, driver);
    }
    const top = driver === 'MVT' ? `${out}/tiles` : out;
    const files = library.files(top).map((path) => ({ name: path.slice(top.length + 1), bytes: library.fs.readFile(path) }));
    if (files.length === 0) throw failed(library, out, name, driver);
    return { files, warnings: [...warnings, ...library.messages.hints(out)] };
  } finally {
    if (pointer) library.close(pointer);
    library.remove(folder);
    library.remove(out);
  }
}

function failed(library, folder, name, driver) {
  return new GdalError('malformed-input', `${name} cannot be written as ${driver}: ${library.messages.failure(folder) || 'GDAL gives no reason.'}`);
}

/** How often a layer must be written, and with what options. */
function parts(library, pointer, layer, driver, warnings) {
  if (driver !== 'ESRI Shapefile' || !layer.geometryFields?.length) return [{ suffix: '', options: [] }];
  const quoted = `"${layer.name.replaceAll('"', '""')}"`;
  const info = library.info(pointer, ['-sql', `SELECT DISTINCT OGR_GEOMETRY FROM ${quoted}`, '-features']);
  const types = new Set((info?.layers?.[0]?.features ?? []).map(({ properties }) => Object.values(properties)[0]));
  const present = KINDS.filter((kind) => kind.types.some((type) => types.has(type)));
  if (types.has('GEOMETRYCOLLECTION')) warnings.push('Shapefiles cannot hold collections of geometries; these features were left out.');
  if (present.length === 0) return [{ suffix: '', options: [] }];
  if (present.length > 1) warnings.push(`A shapefile holds one kind of geometry, so there is one for each kind: ${present.map((kind) => kind.suffix.slice(1)).join(', ')}.`);
  return present.map((kind, i) => {
    // Features without a geometry go with the first.
    const none = i === 0 ? ' OR OGR_GEOMETRY IS NULL' : '';
    const where = `OGR_GEOMETRY IN (${kind.types.map((type) => `'${type}'`).join(', ')})${none}`;
    return { suffix: present.length > 1 ? kind.suffix : '', options: ['-where', where, ...kind.nlt] };
  });
}

/** What a driver needs to lose nothing, unless the options say otherwise. */
function defaults(driver, layer, options) {
  const said = (key) => options.some((option) => option.toUpperCase().startsWith(`${key}=`));
  const names = new Set((layer.fields ?? []).map((field) => field.name.toLowerCase()));
  const lco = (...settings) => settings.filter((setting) => !said(setting.split('=')[0])).flatMap((setting) => ['-lco', setting]);
  switch (driver) {
    case 'GPKG': {
      // The key of a table is called fid; an attribute of that name keeps it, and the key gets another.
      const key = ['fid', 'ogc_fid', 'terrella_fid'].find((candidate) => !names.has(candidate));
      const column = ['geom', 'geometry', 'the_geom'].find((candidate) => !names.has(candidate));
      return lco(`FID=${key}`, `GEOMETRY_NAME=${column}`);
    }
    case 'ESRI Shapefile':
      return lco('ENCODING=UTF-8');
    case 'FlatGeobuf':
      return lco('SPATIAL_INDEX=NO'); // The engine makes the index, and reads this.
    case 'GPX':
      return ['-dsco', 'GPX_USE_EXTENSIONS=YES', ...lco('FORCE_GPX_TRACK=YES')];
    case 'GML':
      return ['-dsco', 'FORMAT=GML3.2', '-dsco', 'XSISCHEMA=OFF'];
    case 'DXF':
      return ['-select', ''];
    case 'PMTiles':
    case 'MBTILES':
    case 'MVT': {
      const least = Number(options.find((option) => option.startsWith('MINZOOM='))?.slice(8) ?? 0);
      const settings = [`MAXZOOM=${Math.max(least, deepest(layer))}`, 'MINZOOM=0', `NAME=${layer.name}`];
      // Any host serves tiles that are not compressed rightly; of compressed ones it would have to say so.
      if (driver === 'MVT') settings.push('COMPRESS=NO');
      return settings.filter((setting) => !said(setting.split('=')[0])).flatMap((setting) => ['-dsco', setting]);
    }
    case 'CSV':
      return /^Point/.test(layer.geometryFields?.[0]?.type ?? '') ? lco('GEOMETRY=AS_XY') : lco('GEOMETRY=AS_WKT');
    default:
      return [];
  }
}

/** The zoom level whose tiles show the layer in all its detail, as far as that can be guessed by its size. */
function deepest(layer) {
  const [west, south, east, north] = layer.geometryFields?.[0]?.extent ?? [0, 0, 0, 0];
  const geographic = Math.abs(west) <= 360 && Math.abs(east) <= 360;
  const share = Math.max(east - west, north - south) / (geographic ? 360 : 40_075_017);
  const density = Math.log2(Math.max(1, layer.featureCount ?? 1)) / 2;
  return Math.max(2, Math.min(14, Math.round(-Math.log2(Math.max(share, 1e-6)) + density)));
}

/** What a format cannot hold of a layer, and GDAL does not say. */
function reports(driver, layer) {
  const fields = layer.fields ?? [];
  const named = (wanted) => fields.filter(wanted).map(({ name }) => `"${name}"`).join(', ');
  if (driver === 'DXF') return fields.length ? ['DXF holds no attributes: only the geometry was written.'] : [];
  if (driver !== 'ESRI Shapefile') return [];
  const texts = named(({ type, subType }) => type === 'DateTime' || type === 'Time' || type === 'Binary' || subType === 'JSON');
  const truths = named(({ subType }) => subType === 'Boolean');
  return [
    ...(texts ? [`Shapefiles know no date-times, JSON or bytes; these fields became text or dates: ${texts}.`] : []),
    ...(truths ? [`Shapefiles know no truth values here; these fields became numbers: ${truths}.`] : []),
  ];
}
