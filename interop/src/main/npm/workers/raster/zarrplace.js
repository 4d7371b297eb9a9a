// Where an array of a Zarr lies: by the attributes of the conventions geo-proj and spatial, of CF's grid mappings, and of GDAL.
import { inDegrees, ofWkt } from './cf.js';

const numbers = (value, count) => (Array.isArray(value) && value.length >= count && value.slice(0, count).every((one) => Number.isFinite(one)) ? value : undefined);

/** What an array says itself goes before what its level, then its group says. */
const attribute = ({ array, said, group }, name) => array.attributes[name] ?? said[name] ?? group.attributes[name];

/** Whether attributes place an array. */
export const declared = (level) => gridOf(level, 2, 2) !== undefined;

/** GDAL's six numbers, or undefined where coordinates must say it. */
export function gridOf(level, width, height) {
  const own = numbers(level.array.attributes['spatial:transform'] ?? level.said['spatial:transform'], 6);
  const box = numbers(attribute(level, 'spatial:bbox'), 4);
  // A transform of the group is that of its finest level.
  const transform = own ?? numbers(level.group.attributes['spatial:transform'], 6);
  if (transform) {
    const [a, b, c, d, e, f] = transform;
    const half = attribute(level, 'spatial:registration') === 'node' ? 0.5 : 0;
    return a * e === b * d ? undefined : [c - half * (a + b), a, b, f - half * (d + e), d, e];
  }
  if (box) return [box[0], (box[2] - box[0]) / width, 0, box[3], 0, (box[1] - box[3]) / height];
  const { topLeftCorner, pointOfOrigin = topLeftCorner, cellSize } = level.said;
  if (numbers(pointOfOrigin, 2) && cellSize > 0) return [pointOfOrigin[0], cellSize, 0, pointOfOrigin[1], 0, -cellSize];
  return undefined;
}

/** {id, definition}; both are empty where nothing says it. */
export async function crsOf(tree, level) {
  const code = attribute(level, 'proj:code') ?? (attribute(level, 'proj:epsg') ? `EPSG:${attribute(level, 'proj:epsg')}` : undefined);
  if (typeof code === 'string') return { id: code.toUpperCase(), definition: '' };
  const json = attribute(level, 'proj:projjson');
  if (json?.id?.authority === 'EPSG') return { id: `EPSG:${json.id.code}`, definition: '' };
  const wkt = attribute(level, 'proj:wkt2');
  if (typeof wkt === 'string') return ofWkt(wkt);
  const matrices = level.group.attributes.multiscales?.tile_matrix_set;
  const said = matrices?.supportedCRS ?? matrices?.crs;
  if (typeof said === 'string' && codeIn(said)) return { id: codeIn(said), definition: '' };
  const gdal = level.array.attributes._CRS;
  if (codeIn(gdal?.url)) return { id: codeIn(gdal.url), definition: '' };
  if (gdal?.projjson?.id?.authority === 'EPSG') return { id: `EPSG:${gdal.projjson.id.code}`, definition: '' };
  if (typeof gdal?.wkt === 'string') return ofWkt(gdal.wkt);
  const mapping = await mappingOf(tree, level);
  const definition = mapping?.crs_wkt ?? mapping?.spatial_ref;
  if (typeof definition === 'string') return ofWkt(definition);
  const x = level.axes.coordinates[level.axes.x] ?? { name: level.axes.dims[level.axes.x], attributes: {} };
  // Geographic systems of grids are WGS 84, or so near to it that it does not show.
  return level.axes.known && inDegrees(x) ? { id: 'EPSG:4326', definition: '' } : { id: '', definition: '' };
}

/** “http://www.opengis.net/def/crs/EPSG/0/32636”, “urn:ogc:def:crs:EPSG::32636” and “EPSG:32636”. */
function codeIn(text) {
  const code = /EPSG(?:\/[\d.]*\/|:[\d.]*:|:)(\d+)$/i.exec(text ?? '')?.[1];
  return code && `EPSG:${code}`;
}

/** The attributes of CF's grid mapping, by the names that programs give it where the variable names none. */
async function mappingOf(tree, { array, group }) {
  const named = String(array.attributes.grid_mapping ?? '').split(/[:\s]/)[0];
  const folder = array.path.split('/').slice(0, -1).join('/');
  for (const name of [named, 'spatial_ref', 'crs'].filter((one) => one)) {
    for (const where of [folder, group.path, '']) {
      const path = where ? `${where}/${name}` : name;
      const found = tree.nodes.get(path) ?? (tree.complete ? undefined : await tree.node(path));
      if (found) return found.attributes;
    }
  }
  return undefined;
}
