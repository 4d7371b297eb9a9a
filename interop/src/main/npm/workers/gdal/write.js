// FlatGeobuf to the files of another format.
import { GdalError } from './error.js';

const EXTENSIONS = {
  GPKG: 'gpkg', 'ESRI Shapefile': 'shp', KML: 'kml', GML: 'gml', CSV: 'csv', GPX: 'gpx', DXF: 'dxf', 'MapInfo File': 'tab',
  GeoJSON: 'geojson', GeoJSONSeq: 'geojsonl', FlatGeobuf: 'fgb', SQLite: 'sqlite', XLSX: 'xlsx', ODS: 'ods',
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
    const warnings = [];
    for (const part of parts(library, pointer, layer, driver, warnings)) {
      const stem = `${name.replaceAll('/', '_')}${part.suffix}`;
      const path = `${out}/${stem}.${EXTENSIONS[driver] ?? 'out'}`;
      const made = library.translate(pointer, path, ['-f', driver, '-nln', part.suffix ? stem : name, ...part.options, ...defaults(driver, layer, options), ...options]);
      if (!made || library.messages.failure(out)) throw failed(library, out, name, driver);
    }
    const files = library.fs.readdir(out).filter((file) => file !== '.' && file !== '..');
    if (files.length === 0) throw failed(library, out, name, driver);
    return { files: files.map((file) => ({ name: file, bytes: library.fs.readFile(`${out}/${file}`) })), warnings: [...warnings, ...library.messages.hints(out)] };
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
    case 'CSV':
      return /^Point/.test(layer.geometryFields?.[0]?.type ?? '') ? lco('GEOMETRY=AS_XY') : lco('GEOMETRY=AS_WKT');
    default:
      return [];
  }
}
