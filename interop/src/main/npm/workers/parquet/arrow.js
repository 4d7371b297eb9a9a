// Streams and files of Arrow's interprocess format, with geometry after GeoArrow.
import { decompressLz4, decompressZstd } from 'hyparquet-compressors';
import { GdalError as FileError } from '../gdal/error.js';
import { Bytes } from './bytes.js';
import { crsOf } from './crs.js';
import { FlatGeobufWriter, Table } from './flatgeobuf.js';
import { isNative, nativeGeometry } from './geoarrow.js';
import { Failures, put } from './read.js';
import { arrowType, valuesOf } from './vectors.js';
import { fromWkb } from './wkb.js';

const [SCHEMA, DICTIONARIES, BATCH] = [1, 2, 3];
const GEOMETRY = /^(?:geoarrow|ogc)\.(.+)$/;

/** Opens a stream: what it holds and how its rows are read. */
export async function openArrow(name, blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const malformed = (error) => new FileError('malformed-input', `${name}: this Arrow file is damaged or cut off (${error?.message ?? error}).`);
  try {
    const { fields, batches } = messagesOf(bytes, malformed);
    const layout = layoutOf(name, fields);
    const rows = batches.reduce((sum, batch) => sum + batch.rows, 0);
    const { columns, geometry, crs } = layout;
    return {
      layers: [{ name: stem(name), geometryType: geometry ? 'Unknown' : 'None', featureCount: rows, crs: crs.id, wkt: crs.wkt, fields: columns.length }],
      read: (progress) => {
        try {
          return read(name, bytes, fields, batches, layout, (done) => progress(done / rows, `${done} of ${rows} rows`));
        } catch (error) {
          throw error instanceof FileError ? error : malformed(error);
        }
      },
    };
  } catch (error) {
    throw error instanceof FileError ? error : malformed(error);
  }
}

const stem = (name) => name.replace(/\.[^.]*$/, '');

/** The schema and the batches of rows. A file is a stream between two marks. */
function messagesOf(bytes, malformed) {
  const view = new DataView(bytes.buffer);
  let at = bytes[0] === 0xff ? 0 : 8;
  let fields;
  const batches = [];
  while (at + 8 <= bytes.length && view.getUint32(at, true) === 0xffffffff) {
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const start = at + 8;
    if (length < 0 || start + length > bytes.length) throw malformed('a message ends behind the end of the file');
    const message = new Table(view, start + view.getUint32(start, true));
    const body = start + length;
    const size = message.i64(3);
    if (size < 0 || body + size > bytes.length) throw malformed('rows end behind the end of the file');
    const kind = message.u8(1);
    if (kind === SCHEMA) fields = message.table(2).tables(1).map(fieldOf);
    else if (kind === DICTIONARIES) throw new FileError('unsupported-format', 'columns with dictionaries are not read');
    else if (kind === BATCH && message.table(2).i64(0) > 8 * bytes.length) throw malformed('it promises more rows than it has bits');
    else if (kind === BATCH) batches.push({ table: message.table(2), rows: message.table(2).i64(0), body });
    at = body + size;
  }
  if (!fields) throw malformed('it has no schema');
  return { fields, batches };
}

function fieldOf(table) {
  if (table.field(4)) throw new FileError('unsupported-format', `the column "${table.text(0)}" has a dictionary, which is not read`);
  const metadata = Object.fromEntries(table.tables(6).map((pair) => [pair.text(0), pair.text(1)]));
  return { name: table.text(0), type: arrowType(table.u8(2), table.table(3), table.text(0)), children: table.tables(5).map(fieldOf), metadata };
}

function layoutOf(name, fields) {
  const encodingOf = (field) => GEOMETRY.exec(field.metadata['ARROW:extension:name'] ?? '')?.[1];
  const field = fields.find((one) => encodingOf(one) !== undefined);
  const columns = fields.filter((one) => one !== field).map((one) => ({ name: one.name, type: one.type.column, write: one.type.write }));
  if (!field) return { columns, crs: { id: '', wkt: '' } };
  const encoding = encodingOf(field);
  if (encoding !== 'wkb' && !isNative(encoding)) throw new FileError('unsupported-format', `${name}: the geometry is encoded as "${encoding}", which is not read.`);
  const said = JSON.parse(field.metadata['ARROW:extension:metadata'] || '{}');
  return { columns, crs: crsOf(said.crs ?? null), geometry: { field, decode: encoding === 'wkb' ? fromWkb : nativeGeometry(encoding) } };
}

function read(name, bytes, fields, batches, { columns, geometry, crs }, progress) {
  const writer = new FlatGeobufWriter({ name: stem(name), columns, crs: geometry && crs });
  const failures = new Failures(name);
  const values = new Bytes(4096);
  let done = 0;
  for (const { table, rows, body } of batches) {
    const lists = listsOf(bytes, fields, table, rows, body);
    const shapes = geometry && lists[fields.indexOf(geometry.field)];
    const attributes = lists.filter((_, i) => fields[i] !== geometry?.field);
    for (let i = 0; i < rows; i++) {
      values.clear();
      columns.forEach((column, number) => put(values, column, number, attributes[number][i]));
      writer.add(geometry && failures.shape(done + i + 1, () => geometry.decode(shapes[i])), values.content());
    }
    done += rows;
    progress(done);
  }
  return { bytes: writer.finish(), warnings: failures.warnings() };
}

/** The values of each column of a batch. */
function listsOf(bytes, fields, table, rows, body) {
  const compression = table.table(3);
  const codec = compression && (compression.u8(0) === 1 ? decompressZstd : (input, length) => decompressLz4(input, length));
  const nodes = table.structs(1, 16);
  const buffers = table.structs(2, 16);
  let [node, buffer] = [0, 0];
  const next = {
    // A value takes a bit at least.
    most: Math.max(rows, 8 * bytes.length),
    node: () => Number(nodes.getBigInt64(16 * node++, true)),
    buffer: () => {
      const from = body + Number(buffers.getBigInt64(16 * buffer, true));
      const length = Number(buffers.getBigInt64(16 * buffer++ + 8, true));
      const raw = bytes.slice(from, from + length);
      if (raw.length !== length) throw new RangeError('a buffer ends behind the end of the file');
      if (!codec || length === 0) return raw;
      // A length of -1 says that this buffer is not compressed.
      const whole = Number(new DataView(raw.buffer).getBigInt64(0, true));
      return whole < 0 ? raw.slice(8) : codec(raw.subarray(8), whole);
    },
  };
  const lists = fields.map((field) => valuesOf(field, next));
  if (lists.some((list) => list.length !== rows)) throw new RangeError('the columns have different numbers of rows');
  return lists;
}
