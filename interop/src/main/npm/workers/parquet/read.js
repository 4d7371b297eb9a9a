// Parquet files, with geometry after GeoParquet 1.0 and 1.1 or of Parquet's own types, or without.
import { parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { GdalError as FileError } from '../gdal/error.js';
import { Bytes } from './bytes.js';
import { PARSERS, RAW_TEXT, columnOf } from './columns.js';
import { crsOf } from './crs.js';
import { FlatGeobufWriter } from './flatgeobuf.js';
import { isNative, nativeGeometry } from './geoarrow.js';
import { PointsWriter } from './points.js';
import { fromWkb, isPlainPoint } from './wkb.js';

/** Rows whose values lie in memory at once. */
const BATCH = 50_000;
/** Points that may lie in memory as columns. */
const MOST_POINTS = 10_000_000;
const MOST_ROWS = 100_000_000;
const MOST_REASONS = 3;

/** Opens a file: what it holds and how its rows are read. */
export async function openParquet(name, blob) {
  const file = { byteLength: blob.size, slice: (from, to = blob.size) => blob.slice(from, to).arrayBuffer() };
  const { rows, layout, metadata, malformed } = await describeParquet(name, file);
  const { columns, geometry, crs, warnings } = layout;
  return {
    layers: [{ name: stem(name), geometryType: geometry ? geometry.said : 'None', featureCount: rows, crs: crs.id, wkt: crs.wkt, fields: columns.length }],
    warnings,
    read: (progress) => read(name, file, metadata, layout, progress, malformed),
  };
}

export const stem = (name) => name.replace(/\.(geo)?parquet$/i, '');

/** Reads what the end of a file says of it. */
export async function describeParquet(name, file) {
  const malformed = (error) => new FileError('malformed-input', `${name}: this Parquet file is damaged or cut off (${error?.message ?? error}).`);
  const tail = new DataView(await file.slice(Math.max(0, file.byteLength - 8), file.byteLength));
  if (tail.byteLength < 8 || tail.getUint32(4) !== 0x50415231) throw malformed('its end is missing');
  if (tail.getUint32(0, true) > file.byteLength - 12) throw malformed('its footer is said to be longer than the file');
  let metadata;
  try {
    metadata = await parquetMetadataAsync(file, { geoparquet: false });
  } catch (error) {
    throw malformed(error);
  }
  const rows = Number(metadata.num_rows);
  const counted = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (!(rows >= 0) || rows !== counted) throw malformed(`it promises ${rows} rows and has ${counted}`);
  if (rows > MOST_ROWS) throw new FileError('out-of-memory', `${name} has ${rows.toLocaleString('en')} rows; Terrella opens at most ${MOST_ROWS.toLocaleString('en')}.`);
  let layout;
  try {
    layout = layoutOf(name, metadata);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw malformed(error);
  }
  return { rows, layout, metadata, malformed };
}

/** Which columns are attributes and which one is the geometry. */
function layoutOf(name, metadata) {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const geo = text ? JSON.parse(text) : undefined;
  const warnings = [];
  const top = parquetSchema(metadata).children;
  const geometry = geometryOf(top, geo, metadata);
  // Boxes around the geometries say nothing new.
  const covering = geo?.columns?.[geometry?.name]?.covering?.bbox?.xmin?.[0];
  const bbox = geo?.columns?.[geometry?.name]?.bbox;
  const left = top.filter(({ element }) => element.name !== geometry?.name && element.name !== covering);
  const columns = [];
  for (const node of left) {
    const column = columnOf(node);
    if (column) columns.push(column);
    else warnings.push(`${name}: the column "${node.element.name}" is of a type that cannot be read; it was left out.`);
  }
  const crs = geometry ? crsOf(geometry.crs) : { id: '', wkt: '' };
  if (geometry && !crs.id && !crs.wkt && crs.name) warnings.push(`${name}: the coordinate reference system (${crs.name}) cannot be understood.`);
  if (geometry?.edges === 'spherical') warnings.push(`${name}: the edges are arcs of great circles; they are drawn as straight lines between the vertices.`);
  return { columns, geometry, crs, warnings, covering: geo?.columns?.[geometry?.name]?.covering?.bbox, bbox };
}

/** The primary geometry column; without metadata of GeoParquet the first one of Parquet's own types. */
function geometryOf(top, geo, metadata) {
  const has = (column) => top.some(({ element }) => element.name === column);
  const column = geo?.columns && (has(geo.primary_column) ? geo.primary_column : Object.keys(geo.columns).find(has));
  if (column !== undefined && column !== null) {
    const said = geo.columns[column];
    const encoding = String(said.encoding ?? 'WKB');
    const types = said.geometry_types ?? [];
    if (encoding !== 'WKB' && !isNative(encoding)) throw new FileError('unsupported-format', `the geometry is encoded as "${encoding}", which is not known`);
    return { name: column, crs: said.crs, edges: said.edges, decode: encoding === 'WKB' ? fromWkb : nativeGeometry(encoding), said: types.length === 1 ? types[0] : 'Unknown' };
  }
  const own = top.find(({ element }) => ['GEOMETRY', 'GEOGRAPHY'].includes(element.logical_type?.type));
  if (!own) return undefined;
  const { type, crs } = own.element.logical_type;
  const key = /^projjson:(.*)$/.exec(crs ?? '')?.[1];
  const declared = key === undefined ? crs : metadata.key_value_metadata?.find((pair) => pair.key === key)?.value;
  return { name: own.element.name, crs: declared ?? undefined, edges: type === 'GEOGRAPHY' ? 'spherical' : 'planar', decode: fromWkb, said: 'Unknown' };
}

async function read(name, file, metadata, { columns, geometry, crs, warnings: before }, progress, malformed) {
  const rows = new RowsWriter(name, { columns, geometry, crs });
  const names = new Set(columns.map((column) => column.name));
  // As long as all are points, they are written as columns.
  let points = geometry?.decode === fromWkb && names.size === columns.length && metadata.num_rows <= MOST_POINTS ? new PointsWriter(stem(name), columns, crs, Number(metadata.num_rows)) : undefined;
  const scan = await scanOf(file, metadata, [...columns, ...(geometry ? [geometry] : [])], false);
  const total = Number(metadata.num_rows);
  let done = 0;
  const batches = scan.ranges.flatMap(({ rowStart, rowEnd }) => Array.from({ length: Math.ceil((rowEnd - rowStart) / BATCH) }, (_, i) => [rowStart + i * BATCH, Math.min(rowEnd, rowStart + (i + 1) * BATCH)]));
  for (let i = 0; i < batches.length; i++) {
    const [from, to] = batches[i];
    let lists;
    try {
      const column = (one) => scan(one, from, to);
      lists = await Promise.all([...columns.map(column), geometry && column(geometry)]);
    } catch (error) {
      throw malformed(`rows ${from + 1} to ${to}: ${error?.message ?? error}`);
    }
    const shapes = lists.pop();
    if (lists.some((list) => list.length !== to - from)) throw malformed(`rows ${from + 1} to ${to} are not all there`);
    if (points && !points.add(lists, shapes, write)) {
      points = undefined;
      i = -1; // All anew, feature by feature.
      done = 0;
      continue;
    }
    if (!points) for (let row = from; row < to; row++) rows.add(row, lists, shapes, row - from);
    done += to - from;
    progress(done / total, `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`);
  }
  return { bytes: (points ?? rows).finish(), warnings: [...before, ...rows.failures.warnings()] };
}

/**
 * Makes columns ready to be read: (column, from, to) → the values of these rows, which lie in one group.
 * @param {boolean} pages whether to look up where the pages are, so that parts of columns can be read
 */
export async function scanOf(file, metadata, columns, pages) {
  const options = { file, metadata, compressors, utf8: false, geoparquet: false, useOffsetIndex: pages };
  const names = (raw) => columns.filter((column) => Boolean(column.raw) === raw).map(({ name }) => name);
  const [scan, rawScan] = await Promise.all([parquetScan({ ...options, columns: names(false), parsers: PARSERS }), parquetScan({ ...options, columns: names(true), parsers: RAW_TEXT })]);
  const read = (column, rowStart, rowEnd) => (column.raw ? rawScan : scan).readColumn({ column: column.name, rowStart, rowEnd });
  read.ranges = names(false).length ? scan.ranges : rawScan.ranges;
  return read;
}

/** Rows on their way into a FlatGeobuf. */
export class RowsWriter {
  constructor(name, { columns, geometry, crs }) {
    this.columns = columns;
    this.geometry = geometry;
    this.writer = new FlatGeobufWriter({ name: stem(name), columns, crs: geometry && crs });
    this.failures = new Failures(name);
    this.values = new Bytes(4096);
  }

  /** Adds row i of some lists of values, one for each column; it is so many rows behind the file's first. */
  add(row, lists, shapes, i) {
    const { columns, geometry, values, writer } = this;
    if (geometry?.decode === fromWkb && isPlainPoint(shapes[i])) {
      writer.beginPoint(shapes[i], 5);
      for (let number = 0; number < columns.length; number++) put(writer.out, columns[number], number, lists[number][i]);
      if (writer.endPoint()) return;
    }
    values.clear();
    for (let number = 0; number < columns.length; number++) put(values, columns[number], number, lists[number][i]);
    writer.add(geometry && this.failures.shape(row + 1, () => geometry.decode(shapes[i])), values.content());
  }

  finish() {
    return this.writer.finish();
  }
}

/** A value behind the number of its column; null takes no bytes. */
export function put(out, column, number, value) {
  if (value === null || value === undefined) return;
  const at = out.length;
  out.u16(number);
  if (!write(out, column, value)) out.length = at;
}

/** A value as FlatGeobuf has it; false where there is none. */
function write(out, column, value) {
  const at = out.length;
  try {
    column.write(value, out);
  } catch (error) {
    throw new FileError('malformed-input', `the value ${String(value).slice(0, 40)} of "${column.name}" cannot be read (${error.message})`);
  }
  return out.length > at;
}

/** Geometries that cannot be read leave their features without one. */
export class Failures {
  constructor(name) {
    this.name = name;
    this.count = 0;
    this.reasons = new Set();
  }

  shape(row, decode) {
    try {
      return decode();
    } catch (error) {
      this.count++;
      if (this.reasons.size < MOST_REASONS) this.reasons.add(`row ${row}: ${error.message}`);
      return undefined;
    }
  }

  warnings() {
    return this.count ? [`${this.name}: ${this.count} geometries cannot be read and were left out (${[...this.reasons].join('; ')}).`] : [];
  }
}
