// NetCDF 3 (netcdfjs) and NetCDF 4, which is HDF5 (h5wasm): a variable on a grid of two axes, by the CF conventions, as a raster of one band.
import { along, dimension, inDegrees, isX, isY, ofWkt, placed, positions, unpacking } from './cf.js';
import { RasterError, malformed } from './error.js';

const TYPES = { byte: 'Int8', char: 'Byte', short: 'Int16', int: 'Int32', float: 'Float32', double: 'Float64' };

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
  const known = grids.filter((one) => axesOf(file, one));
  const usable = known.length > 0 ? known : grids;
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

const axis = (file, name) => file.variables.find((one) => one.name === name && one.shape.length === 1 && one.numeric);

/** The variables of the two last axes, or undefined where they are not known. */
function axesOf(file, { axes }) {
  const [y, x] = axes.slice(-2).map((name) => axis(file, name));
  return x && y && isX(x) && isY(y) ? { x, y } : undefined;
}

function rasterOf(file, variable, step, usable) {
  const { shape, attributes } = variable;
  const [height, width] = shape.slice(-2);
  const sizes = shape.slice(0, -2);
  const steps = sizes.reduce((product, n) => product * n, 1);
  if (!(step >= 0 && step < steps)) throw new RasterError('invalid-argument', `“${variable.name}” has ${steps} steps, from 0 on; ${step} is none of them.`);
  const warnings = [];
  const axes = axesOf(file, variable);
  let affine;
  if (axes) {
    const [x0, dx] = along(axes.x.name, axes.x.read(), warnings);
    const [y0, dy] = along(axes.y.name, axes.y.read(), warnings);
    affine = [x0 - dx / 2, dx, 0, y0 - dy / 2, 0, dy];
  }
  const dimensions = sizes.map((size, i) => {
    const known = axis(file, variable.axes[i]);
    return dimension(variable.axes[i] || `axis ${i + 1}`, size, known?.read(), known?.attributes);
  });
  const { type, noData, unpack } = unpacking(variable.type, attributes);
  const values = unpack(variable.read(), step * width * height, width * height);
  const name = attributes.long_name || variable.name;
  return {
    width, height, affine, warnings, dimensions, crs: crsOf(file, variable, axes),
    bands: [{ type, noData, colorInterpretation: 'Gray', name: [name, placed(dimensions, positions(step, sizes))].filter((text) => text).join(', '), unit: attributes.units }],
    levels: [{ width, height, blockWidth: width, blockHeight: height, read: async () => [values] }],
    variables: usable.map((one) => ({ name: one.name, geometryType: one.shape.join(' × '), featureCount: -1 })),
  };
}

function crsOf(file, { attributes }, axes) {
  const mapping = file.variables.find(({ name }) => name === attributes.grid_mapping)?.attributes ?? {};
  // Geographic systems of grids are WGS 84, or so near to it that it does not show.
  return axes && inDegrees(axes.x) ? { id: 'EPSG:4326', definition: '' } : ofWkt(mapping.crs_wkt ?? mapping.spatial_ref ?? '');
}
