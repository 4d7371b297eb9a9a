// A GeoParquet on the web: by the boxes of its row groups and rows those rows are found, and fetched, that a view touches.
import { RowsWriter, describeParquet, scanOf, stem } from '../parquet/read.js';
import { MOST_BYTES, MOST_FEATURES, inside, touches } from './bounds.js';
import { pagesIn } from './pages.js';

const SIDES = ['xmin', 'ymin', 'xmax', 'ymax'];
/** Fewer rows between two that are wanted are read with them. */
const GAP = 2000;

/** Opens a file; undefined where it does not say where its rows lie, or they lie anyhow. */
export async function openRemoteParquet(name, file) {
  const { rows, layout, metadata, malformed } = await describeParquet(name, bytesOf(file));
  const { geometry, columns, crs } = layout;
  if (!geometry || rows === 0) return undefined;
  const names = [...columns.map((column) => column.name), geometry.name];
  const read = [...columns, geometry];
  let first = 0;
  const groups = metadata.row_groups.map((group) => {
    const count = Number(group.num_rows);
    const size = sum(group.columns.filter(({ meta_data: { path_in_schema: path } }) => names.includes(path[0])).map(({ meta_data: data }) => Number(data.total_compressed_size)));
    return { first: (first += count) - count, count, size, box: boxOf(group, layout), sides: layout.covering && SIDES.map((side) => chunkOf(group, layout.covering[side])) };
  });
  if (groups.some(({ box }) => !box)) return undefined;
  const extent = [0, 1, 2, 3].map((side) => Math[side < 2 ? 'min' : 'max'](...groups.map(({ box }) => box[side])));
  // Where rows lie in no order, each place is in every group, and no view is small.
  const area = ([x0, y0, x1, y1]) => Math.max(x1 - x0, 1e-12) * Math.max(y1 - y0, 1e-12);
  if (sum(groups.map(({ box, size }) => (size * area(box)) / area(extent))) > MOST_BYTES) return undefined;
  return {
    format: 'parquet',
    name: stem(name),
    featureCount: rows,
    geometryType: geometry.said === 'Unknown' ? 'Mixed' : geometry.said.split(' ')[0],
    extent,
    empty: new RowsWriter(name, layout).writer.bytes(),
    window: async (area, signal) => {
      try {
        return await window(name, file, { metadata, layout, groups, read }, area, signal);
      } catch (error) {
        throw signal.aborted || error.code ? error : malformed(error);
      }
    },
  };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** What hyparquet reads from. */
const bytesOf = (file, signal) => ({ byteLength: file.size, slice: async (from, to = file.size) => (await file.bytes(from, to, signal)).buffer });

const chunkOf = ({ columns }, path) => columns.find(({ meta_data: data }) => data.path_in_schema.join('\0') === path.join('\0'));

/** The box of a row group, by its statistics. */
function boxOf({ columns }, { geometry, covering }) {
  const of = (path) => chunkOf({ columns }, path)?.meta_data;
  const bbox = of([geometry.name])?.geospatial_statistics?.bbox;
  if (bbox && bbox.xmin <= bbox.xmax) return SIDES.map((side) => bbox[side]);
  if (!covering) return undefined;
  const box = SIDES.map((side) => {
    const { statistics } = of(covering[side]) ?? {};
    return side.endsWith('min') ? statistics?.min_value ?? statistics?.min : statistics?.max_value ?? statistics?.max;
  });
  return box.every(Number.isFinite) ? box : undefined;
}

async function window(name, file, { metadata, layout, groups, read }, extent, signal) {
  const { covering } = layout;
  const touched = groups.filter(({ box }) => touches(box, extent));
  const certain = touched.filter(({ box }) => inside(box, extent));
  if (sum(certain.map(({ count }) => count)) > MOST_FEATURES || sum(certain.map(({ size }) => size)) > MOST_BYTES) return { tooMuch: true };
  const bytes = bytesOf(file, signal);
  const boxes = covering?.xmin?.length === 2 ? covering.xmin[0] : undefined;
  // Without boxes of rows all of a group is read: which of them are seen is found when they are drawn.
  if (!boxes && sum(touched.map(({ size }) => size)) > MOST_BYTES) return { tooMuch: true };
  const chosen = [];
  let [features, size] = [0, 0];
  for (const group of touched) {
    const rows = boxes && !certain.includes(group) ? await rowsIn(bytes, metadata, group, boxes, covering, extent) : [[0, group.count]];
    const wanted = sum(rows.map(([from, to]) => to - from));
    features += wanted;
    size += (group.size * wanted) / group.count;
    if (features > MOST_FEATURES || size > MOST_BYTES) return { tooMuch: true };
    if (wanted > 0) chosen.push({ group, rows });
  }
  const table = new RowsWriter(name, layout);
  const scan = await scanOf(bytes, metadata, read, true);
  for (const { group, rows } of chosen) {
    for (const near of joined(rows)) {
      const [from, to] = [group.first + near[0][0], group.first + near.at(-1)[1]];
      const lists = await Promise.all(read.map((column) => scan(column, from, to)));
      const shapes = lists.pop();
      for (const [begin, end] of near) for (let row = group.first + begin; row < group.first + end; row++) table.add(row, lists, shapes, row - from);
    }
  }
  return { bytes: table.writer.bytes(), features };
}

/** Runs of rows of a group, counted from its first, whose boxes touch the extent. */
async function rowsIn(bytes, metadata, { first, count, sides }, column, covering, extent) {
  const scan = await scanOf(bytes, metadata, [{ name: column }], true);
  const names = SIDES.map((side) => covering[side][1]);
  const runs = [];
  for (const [from, to] of await pagesIn(bytes, count, sides, elementsOf(metadata, column, names), extent)) {
    const boxes = await scan({ name: column }, first + from, first + to);
    for (let row = from; row < to; row++) {
      const box = boxes[row - from];
      if (!box || !touches(names.map((side) => box[side]), extent)) continue;
      if (runs.at(-1)?.[1] === row) runs.at(-1)[1]++;
      else runs.push([row, row + 1]);
    }
  }
  return runs;
}

/** The fields of a column of boxes in the schema. */
function elementsOf({ schema }, column, names) {
  const at = schema.findIndex(({ name, num_children: children }) => name === column && children > 0);
  const own = schema.slice(at + 1, at + 1 + schema[at].num_children);
  return names.map((name) => own.find((element) => element.name === name));
}

/** Runs that are read together. */
function joined(runs) {
  const lists = [];
  for (const run of runs) {
    if (lists.length && run[0] - lists.at(-1).at(-1)[1] < GAP) lists.at(-1).push(run);
    else lists.push([run]);
  }
  return lists;
}
