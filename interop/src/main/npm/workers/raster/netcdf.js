// NetCDF 3 (netcdfjs) and NetCDF 4, which is HDF5 (h5wasm): a variable on a grid of two axes, by the CF conventions, as a raster of one band.
import { RasterError, malformed } from './error.js';

const X = /^(lon|lng|long|longitude|x|easting|projection_x_coordinate|nlon|xc)$/i;
const Y = /^(lat|latitude|y|northing|projection_y_coordinate|nlat|yc)$/i;
const TYPES = { byte: 'Int8', char: 'Byte', short: 'Int16', int: 'Int32', float: 'Float32', double: 'Float64' };
/** Axes whose steps differ by more than this part are told to be uneven. */
const UNEVEN = 0.01;

/** Whether a file is one, by its first bytes. */
export function isNetcdf(head) {
  const text = String.fromCharCode(...head.slice(0, 4));
  return text.startsWith('CDF') || text === '\x89HDF';
}

/** Opens a variable; the first on a grid when none is named. `step` counts the slices along all other axes. */
export async function openNetcdf(blob, { variable: wanted, step = 0 }) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let file;
  try {
    file = bytes[0] === 0x89 ? await (await import('./hdf5.js')).openHdf5(bytes) : await openClassic(bytes);
  } catch (error) {
    throw malformed(`this NetCDF file cannot be read (${String(error?.message ?? error).slice(0, 200)}).`);
  }
  const grids = file.variables.filter(({ shape, numeric }) => numeric && shape.length >= 2 && shape.at(-1) > 1 && shape.at(-2) > 1);
  const placed = grids.filter((one) => axesOf(file, one));
  const usable = placed.length > 0 ? placed : grids;
  const variable = wanted ? usable.find(({ name }) => name === wanted) : usable[0];
  if (!variable && wanted) throw new RasterError('not-found', `it has no variable “${wanted}” on a grid; it has ${usable.map(({ name }) => name).join(', ')}.`);
  if (!variable) throw new RasterError('unsupported-format', 'it has no variable on a grid of two axes.');
  return rasterOf(file, variable, step, usable);
}

async function openClassic(bytes) {
  const { NetCDFReader } = await import('netcdfjs');
  const reader = new NetCDFReader(bytes);
  const { dimensions, recordDimension } = reader;
  const plain = (attributes) => Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  const variables = reader.variables.map((one) => {
    const shape = one.dimensions.map((i) => (i === recordDimension.id ? recordDimension.length : dimensions[i].size));
    return {
      name: one.name, shape, type: TYPES[one.type], numeric: one.type !== 'char',
      axes: one.dimensions.map((i) => dimensions[i].name),
      attributes: plain(one.attributes),
      // Records and short types are padded to four bytes.
      read: () => {
        const size = shape.reduce((product, n) => product * n, 1);
        const data = reader.getDataVariable(one.name);
        if (!one.record) return data.slice(0, size);
        const width = size / Math.max(1, recordDimension.length);
        return data.flatMap((record) => (Array.isArray(record) ? record.slice(0, width) : [record]));
      },
    };
  });
  return { variables };
}

/** The variables of the two last axes, or undefined where they are not known. */
function axesOf(file, { axes }) {
  const named = (name) => file.variables.find((one) => one.name === name && one.shape.length === 1 && one.numeric);
  const [y, x] = axes.slice(-2).map(named);
  const is = (axis, pattern, unit, letter) => axis && (pattern.test(axis.name) || pattern.test(axis.attributes.standard_name ?? '') || unit.test(axis.attributes.units ?? '') || axis.attributes.axis === letter);
  return is(x, X, /^degrees?_?e/i, 'X') && is(y, Y, /^degrees?_?n/i, 'Y') ? { x, y } : undefined;
}

function rasterOf(file, variable, step, usable) {
  const { shape, attributes } = variable;
  const [height, width] = shape.slice(-2);
  const steps = shape.slice(0, -2).reduce((product, n) => product * n, 1);
  if (!(step >= 0 && step < steps)) throw new RasterError('invalid-argument', `“${variable.name}” has ${steps} steps, from 0 on; ${step} is none of them.`);
  const warnings = [];
  const axes = axesOf(file, variable);
  let affine;
  if (axes) {
    const [x0, dx] = along(axes.x, warnings);
    const [y0, dy] = along(axes.y, warnings);
    affine = [x0 - dx / 2, dx, 0, y0 - dy / 2, 0, dy];
  }
  const values = scaled(variable, step * width * height, width * height);
  const name = attributes.long_name || variable.name;
  return {
    width, height, affine, warnings, crs: crsOf(file, variable, axes),
    bands: [{ type: values.type, noData: undefined, colorInterpretation: 'Gray', name: String(steps > 1 ? `${name}, ${step + 1} of ${steps}` : name), unit: attributes.units }],
    levels: [{ width, height, blockWidth: width, blockHeight: height, read: async () => [values.array] }],
    variables: usable.map((one) => ({ name: one.name, geometryType: one.shape.join(' × '), featureCount: -1 })),
  };
}

/** First value and step of an axis. */
function along(axis, warnings) {
  const values = axis.read();
  const step = (Number(values.at(-1)) - Number(values[0])) / (values.length - 1);
  if (!(Math.abs(step) > 0)) throw malformed(`its axis “${axis.name}” does not go anywhere.`);
  if (Array.from(values).some((value, i) => i > 0 && Math.abs(Number(value) - Number(values[i - 1]) - step) > UNEVEN * Math.abs(step))) {
    warnings.push(`The steps of its axis “${axis.name}” are uneven; it is shown as if they were even.`);
  }
  return [Number(values[0]), step];
}

/** A slice with scale and offset applied, NaN for what is missing. */
function scaled(variable, from, count) {
  const { attributes, type } = variable;
  const number = (name) => (attributes[name] === undefined ? undefined : Number([attributes[name]].flat()[0]));
  const [scale, offset] = [number('scale_factor') ?? 1, number('add_offset') ?? 0];
  const missing = [number('_FillValue'), number('missing_value')].filter((value) => value !== undefined);
  const plain = scale === 1 && offset === 0;
  const wide = type === 'Float64' || type === 'Int32' || type === 'UInt32' || /64/.test(type);
  const array = new (wide ? Float64Array : Float32Array)(count);
  const all = variable.read();
  for (let i = 0; i < count; i++) {
    const value = Number(all[from + i]);
    array[i] = missing.includes(value) ? NaN : value * scale + offset;
  }
  return { array, type: plain ? type : wide ? 'Float64' : 'Float32' };
}

function crsOf(file, { attributes }, axes) {
  const mapping = file.variables.find(({ name }) => name === attributes.grid_mapping)?.attributes ?? {};
  const definition = mapping.crs_wkt ?? mapping.spatial_ref ?? '';
  const degrees = axes && (/^degrees?_?e/i.test(axes.x.attributes.units ?? '') || /^(lon|longitude)$/i.test(axes.x.name));
  // Geographic systems of grids are WGS 84, or so near to it that it does not show.
  return degrees ? { id: 'EPSG:4326', definition: '' } : { id: '', definition: String(definition) };
}
