// Zarr and GeoZarr (zarrita): arrays on a grid of two axes, found by their names, their coordinates or the conventions geo-proj, spatial and
// multiscales. Only the chunks of what is drawn are read.
import { get, open, registry, root, slice } from 'zarrita';
import { along, dimension, isX, isY, placed, positions, unpacking } from './cf.js';
import { RasterError, malformed } from './error.js';
import { crsOf, declared, gridOf } from './zarrplace.js';
import { readTree } from './zarrtree.js';

const MOST_VALUES = 1 << 27;
const MOST_SIDE = 1 << 26;
const SIDE = 256;
/** So many blocks each way are read for statistics: each may be a request. */
const SAMPLED = 4;

/**
 * Opens a variable, the first when none is named, or several of one grid as `bands`.
 * @param store {get, getRange, list?}
 */
export async function openZarr(store, { variable: wanted, bands = [], step = 0 }) {
  const tree = await readTree(store);
  const variables = await variablesOf(tree, bands);
  const usable = await onGrids(tree, variables);
  const named = (name) => {
    const found = usable.find((one) => one.name === name) ?? usable.find((one) => one.name.split('/').pop() === name) ?? variables.find((one) => one.name === name);
    if (!found) throw new RasterError('not-found', `it has no variable “${name}” on a grid; it has ${usable.map((one) => one.name).join(', ') || 'none'}.`);
    return found;
  };
  const wantedOnes = bands.length > 0 ? bands : wanted ? [wanted] : [];
  if (usable.length === 0) {
    throw new RasterError('unsupported-format', tree.complete || variables.length > 0 ? 'it has no variable on a grid of two axes.' : 'it has no list of what is in it (consolidated metadata). Give the address of one array or of a group with multiscales.');
  }
  const chosen = wantedOnes.length > 0 ? wantedOnes.map(named) : [usable[0]];
  return rasterOf(tree, chosen, step, usable);
}

const parent = (path) => path.split('/').slice(0, -1).join('/');
const inside = (path, name) => (path ? `${path}/${name}` : name);
const isGrid = ({ type, shape }) => type !== '' && shape.length >= 2;

/** What a group says of its levels, the finest first as a rule: [{path, said}]. */
function scalesOf({ path, attributes }) {
  const { multiscales } = attributes;
  if (Array.isArray(multiscales?.layout)) return multiscales.layout.filter(({ asset }) => typeof asset === 'string').map((said) => ({ path: inside(path, said.asset), said }));
  if (Array.isArray(multiscales)) return (multiscales[0]?.datasets ?? []).filter((one) => typeof one?.path === 'string').map((said) => ({ path: inside(path, said.path), said }));
  const matrices = multiscales?.tile_matrix_set?.tileMatrices;
  return Array.isArray(matrices) ? matrices.map((said) => ({ path: inside(path, String(said.id)), said })) : [];
}

/** All variables by name, each with its arrays from the finest level on. */
async function variablesOf(tree, bands) {
  const variables = new Map();
  const taken = new Set();
  const add = (name, level) => (variables.has(name) ? variables.get(name).levels.push(level) : variables.set(name, { name, levels: [level] }));
  for (const group of [...tree.nodes.values()].filter(({ kind }) => kind === 'group')) {
    for (const { path, said } of scalesOf(group)) {
      const level = await tree.node(path);
      if (level?.kind === 'array') {
        add(group.path || 'values', { array: level, said, group });
        taken.add(path);
      }
      if (level?.kind !== 'group') continue;
      for (const band of tree.complete ? [] : bands) await tree.node(inside(path, band));
      taken.add(path);
      for (const array of tree.nodes.values()) if (array.kind === 'array' && parent(array.path) === path) add(inside(group.path, array.path.slice(path.length + 1)), { array, said, group });
    }
  }
  if (!tree.complete) for (const band of bands) await tree.node(band);
  for (const array of tree.nodes.values()) {
    if (array.kind === 'array' && !taken.has(array.path) && !taken.has(parent(array.path))) add(array.path || 'values', { array, said: {}, group: (await tree.node(parent(array.path))) ?? { attributes: {}, path: '' } });
  }
  for (const variable of variables.values()) variable.levels.sort((one, other) => size(other.array) - size(one.array));
  return [...variables.values()].filter(({ levels }) => isGrid(levels[0].array));
}

const size = ({ shape }) => shape.reduce((product, n) => product * n, 1);

/** Those whose place is known; all where it is known of none. Each learns which of its axes are x and y. */
async function onGrids(tree, variables) {
  const known = [];
  const others = [];
  for (const variable of variables) {
    for (const level of variable.levels) level.axes = await axesOf(tree, level);
    const { array, axes } = variable.levels[0];
    // Boxes of cells and the like have two axes, too.
    if (array.shape[axes.x] < 2 || array.shape[axes.y] < 2) continue;
    (axes.known || declared(variable.levels[0]) ? known : others).push(variable);
  }
  return known.length > 0 ? known : others;
}

/** The places of x and y among the axes of an array, and the arrays of their coordinates. */
async function axesOf(tree, { array, group }) {
  const rank = array.shape.length;
  const dims = array.dims ?? array.shape.map(() => '');
  const coordinates = await Promise.all(dims.map((name) => coordinate(tree, array, name)));
  const spatial = array.attributes['spatial:dimensions'] ?? group.attributes['spatial:dimensions'];
  const axis = (i) => coordinates[i] ?? { name: dims[i], attributes: {} };
  const find = (is, named) => {
    const said = Array.isArray(spatial) ? dims.indexOf(spatial[named]) : -1;
    return said >= 0 ? said : dims.findLastIndex((name, i) => name && is(axis(i)));
  };
  const [y, x] = [find(isY, 0), find(isX, 1)];
  const known = x >= 0 && y >= 0 && x !== y;
  return known ? { x, y, known, coordinates, dims } : { x: rank - 1, y: rank - 2, known: false, coordinates, dims };
}

/** The array of one axis that has the axis's name, in the group or above it. */
async function coordinate(tree, array, name) {
  for (let path = array.path; name && path; ) {
    path = parent(path);
    const found = tree.nodes.get(inside(path, name)) ?? (tree.complete ? undefined : await tree.node(inside(path, name)));
    if (found?.kind === 'array' && found.shape.length === 1) return found;
  }
  return undefined;
}

async function rasterOf(tree, chosen, step, usable) {
  const warnings = [];
  const [{ levels }] = chosen;
  const [main] = levels;
  const { array, axes } = main;
  const read = async (node) => Array.from(await valuesOf(tree, node, [null]));
  const width = array.shape[axes.x];
  const height = array.shape[axes.y];
  if (width > MOST_SIDE || height > MOST_SIDE) throw malformed('it says that it is larger than any raster.');
  const others = array.shape.map((_, i) => i).filter((i) => i !== axes.x && i !== axes.y);
  const sizes = others.map((i) => array.shape[i]);
  const steps = sizes.reduce((product, n) => product * n, 1);
  if (!(step >= 0 && step < steps)) throw new RasterError('invalid-argument', `“${chosen[0].name}” has ${steps} steps, from 0 on; ${step} is none of them.`);
  const at = positions(step, sizes);
  for (const one of chosen) for (const level of one.levels) checkCodecs(one.name, level.array);
  const dimensions = await Promise.all(
    others.map(async (i, k) => {
      const known = axes.coordinates[i];
      // Words that cannot be read leave numbers.
      const values = known && sizes[k] > 1 ? await read(known).catch(() => undefined) : undefined;
      return dimension(axes.dims[i] || `axis ${i + 1}`, sizes[k], values, known?.attributes);
    }),
  );
  let affine = gridOf(main, width, height);
  if (!affine && axes.known && axes.coordinates[axes.x] && axes.coordinates[axes.y]) {
    const [x, y] = await Promise.all([axes.x, axes.y].map((i) => read(axes.coordinates[i])));
    const [x0, dx] = along(axes.dims[axes.x], x, warnings);
    const [y0, dy] = along(axes.dims[axes.y], y, warnings);
    affine = [x0 - dx / 2, dx, 0, y0 - dy / 2, 0, dy];
  }
  const where = placed(dimensions, at);
  const packed = chosen.map((one) => unpacking(one.levels[0].array.type, one.levels[0].array.attributes, one.levels[0].array.fill));
  return {
    width, height, affine, warnings, dimensions, sampled: SAMPLED,
    crs: await crsOf(tree, main),
    bands: chosen.map((one, k) => ({ type: packed[k].type, noData: packed[k].noData, colorInterpretation: chosen.length === 3 ? ['Red', 'Green', 'Blue'][k] : 'Gray', name: [one.levels[0].array.attributes.long_name || one.name, where].filter((text) => text).join(', '), unit: one.levels[0].array.attributes.units })),
    levels: scales(chosen, width, height).map((arrays) => level(tree, arrays, packed, at, others)),
    variables: usable.map((one) => ({ name: one.name, geometryType: one.levels[0].array.shape.join(' × '), featureCount: -1 })),
  };
}

/** The levels that all of the variables have, of falling size. */
function scales(chosen, width, height) {
  const side = ({ array, axes }) => [array.shape[axes.x], array.shape[axes.y]];
  const levels = [];
  let last = Infinity;
  for (const one of chosen[0].levels) {
    const [wide, high] = side(one);
    const arrays = chosen.map((other) => other.levels.find((each) => String(side(each)) === String([wide, high])));
    if (arrays.every((each) => each) && wide < last && wide > 0 && high > 0) {
      levels.push(arrays);
      last = wide;
    }
  }
  // Bands of other sizes than the first have no common grid.
  if (levels.length === 0 || String(side(levels[0][0])) !== String([width, height])) throw new RasterError('unsupported-format', `its variables ${chosen.map(({ name }) => name).join(', ')} are not of the same size.`);
  return levels;
}

/** A level of blocks, each of one chunk or of several small ones. */
function level(tree, arrays, packed, at, others) {
  const { array, axes } = arrays[0];
  const [width, height] = [array.shape[axes.x], array.shape[axes.y]];
  const grown = (chunk, whole) => Math.min(whole, chunk * Math.max(1, Math.ceil(SIDE / chunk)));
  const [blockWidth, blockHeight] = [grown(Math.min(width, array.chunks[axes.x]), width), grown(Math.min(height, array.chunks[axes.y]), height)];
  const part = async ({ array: one, axes: { x, y } }, { unpack }, column, row) => {
    if (one.chunks.reduce((product, n) => product * n, 1) > MOST_VALUES) throw new RasterError('unsupported-format', `its chunks of ${one.chunks.join(' × ')} values are too large to be read.`);
    const [x0, y0] = [column * blockWidth, row * blockHeight];
    const [x1, y1] = [Math.min(width, x0 + blockWidth), Math.min(height, y0 + blockHeight)];
    const selection = one.shape.map((_, i) => (i === x ? slice(x0, x1) : i === y ? slice(y0, y1) : at[others.indexOf(i)]));
    const raw = await valuesOf(tree, one, selection);
    const [wide, high] = [x1 - x0, y1 - y0];
    return unpack(x > y ? raw : turned(raw, wide, high), 0, wide * high);
  };
  return { width, height, blockWidth, blockHeight, read: (column, row) => Promise.all(arrays.map((one, k) => part(one, packed[k], column, row))) };
}

/** Columns after one another become rows. */
function turned(raw, width, height) {
  const values = new Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) values[y * width + x] = raw[x * height + y];
  return values;
}

/** Values in the order of the axes, the last one fastest. */
async function valuesOf(tree, node, selection) {
  try {
    node.opened ??= (tree.version === 3 ? open.v3 : open.v2)(root(tree.store).resolve(node.path), { kind: 'array' });
    const { data, shape, stride } = await get(await node.opened, selection);
    return inOrder(data, shape, stride);
  } catch (error) {
    if (error instanceof RasterError) throw error;
    // What zarrita makes of a failure of the store has it as its cause.
    if (error?.cause instanceof RasterError) throw error.cause;
    throw malformed(`its array “${node.path}” cannot be read (${String(error?.message ?? error).slice(0, 200)}).`);
  }
}

/** Arrays whose order is not that of their axes (“F”, or transposed) come with steps of their own. */
function inOrder(data, shape, stride) {
  if (shape.length < 2 || (stride[1] === 1 && stride[0] === shape[1])) return data;
  const values = new data.constructor(data.length);
  let to = 0;
  for (let i = 0; i < shape[0]; i++) for (let j = 0; j < shape[1]; j++) values[to++] = data[i * stride[0] + j * stride[1]];
  return values;
}

function checkCodecs(name, { codecs }) {
  const unknown = codecs.find((codec) => !registry.has(codec));
  if (unknown !== undefined) throw new RasterError('unsupported-format', `“${name}” is compressed with “${String(unknown).replace('numcodecs.', '')}”, which is not known here.`);
}
