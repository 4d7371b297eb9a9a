// HDF5 as NetCDF 4 uses it.
import { error } from './hdf5quiet.js';
import { File, ready } from 'h5wasm';

console.error = error;

const FILE = '/file.h5';
const MOST_DEPTH = 8;

/** The variables of all groups of a file. */
export async function openHdf5(bytes) {
  const { FS } = await ready;
  FS.writeFile(FILE, bytes);
  const file = new File(FILE, 'r');
  try {
    const variables = [];
    collect(file, '', variables, 0);
    return { variables };
  } finally {
    file.close();
    FS.unlink(FILE);
  }
}

/** All values are read at once, because the file is closed again. */
function collect(group, prefix, variables, depth) {
  for (const key of group.keys()) {
    const item = group.get(key);
    if (item?.type === 'Group' && depth < MOST_DEPTH) collect(item, `${prefix}${key}/`, variables, depth + 1);
    if (item?.type !== 'Dataset') continue;
    const shape = item.shape ?? [];
    const type = typeOf(item.metadata);
    const values = type && shape.length > 0 ? item.value : [];
    variables.push({ name: prefix + key, shape, type: type ?? '', numeric: type !== undefined, axes: shape.map((_, i) => scale(item, i)), attributes: attributesOf(item), read: () => Array.from(values, Number) });
  }
}

function scale(item, i) {
  try {
    return (item.get_attached_scales(i)?.[0] ?? '').replace(/^\//, '');
  } catch {
    return '';
  }
}

/** GDAL's name of a type of numbers. */
function typeOf({ type, size, signed }) {
  if (type === 1) return `Float${size * 8}`;
  if (type !== 0) return undefined;
  return size === 1 ? (signed ? 'Int8' : 'Byte') : `${signed ? '' : 'U'}Int${size * 8}`;
}

function attributesOf(item) {
  const attributes = {};
  for (const [name, attribute] of Object.entries(item.attrs)) {
    if (name === 'DIMENSION_LIST' || name === 'REFERENCE_LIST') continue;
    try {
      const { value } = attribute;
      attributes[name] = ArrayBuffer.isView(value) ? Array.from(value) : value;
    } catch {
      // An attribute of a type that is not known says nothing.
    }
  }
  return attributes;
}
