// GeoParquet 1.1 out of FlatGeobuf: WKB, a column of boxes that covers the geometries, Zstandard.
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { TYPE, readFlatGeobuf } from './flatgeobuf.js';
import { hasOrdinates, toWkb } from './wkb.js';

const ROWS_PER_GROUP = 50_000;
/** Bytes of a page, before it is compressed: readers on the web fetch single pages. */
const PAGE = 1 << 17;
const NAMES = ['', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];
const SIDES = ['xmin', 'ymin', 'xmax', 'ymax'];

/**
 * Writes a table.
 * @param {string} [crs] PROJJSON of the system, where it is neither longitude and latitude nor unknown
 * @param {string} [description] of the data, for people
 */
export async function writeParquet(name, flatgeobuf, crs, description) {
  const table = readFlatGeobuf(name, flatgeobuf);
  const columns = table.columns.map((column) => ({ ...column, values: [] }));
  const shapes = { wkb: [], boxes: [], types: new Set(), bounds: [Infinity, Infinity, -Infinity, -Infinity] };
  let rows = 0;
  for (const { geometry, values } of table.features()) {
    for (const column of columns) column.values.push(null);
    readValues(values, columns, rows++);
    shapes.wkb.push(geometry ? toWkb(geometry) : null);
    shapes.boxes.push(geometry ? boxOf(geometry, shapes.bounds) : null);
    if (geometry) shapes.types.add(`${NAMES[geometry.type]}${hasOrdinates(geometry, 'z') ? ' Z' : ''}`);
  }
  const schema = [{ name: 'schema', num_children: 0 }];
  const columnData = [];
  const add = (column, elements, data, columnIndex = false) => {
    schema[0].num_children++;
    schema.push(...elements);
    columnData.push({ name: column, data, columnIndex });
  };
  const taken = new Set(columns.map((column) => column.name.toLowerCase()));
  const free = (wanted) => (taken.has(wanted) ? free(`${wanted}_`) : wanted);
  for (const column of columns) {
    const { element, data } = typed(column);
    add(column.name, [{ name: column.name, repetition_type: 'OPTIONAL', ...element }], data);
  }
  const kvMetadata = description ? [{ key: 'description', value: description }] : [];
  // A table without any geometry stays a plain Parquet file.
  if (shapes.types.size > 0) {
    const [geometry, bbox] = [free('geometry'), free('bbox')];
    add(geometry, [{ name: geometry, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' }], shapes.wkb);
    add(bbox, [{ name: bbox, num_children: 4, repetition_type: 'OPTIONAL' }, ...SIDES.map((side) => ({ name: side, type: 'DOUBLE', repetition_type: 'REQUIRED' }))], shapes.boxes, true);
    kvMetadata.push({ key: 'geo', value: JSON.stringify(metadata(geometry, bbox, shapes, table.crs.id, crs)) });
  }
  const writer = new ByteWriter();
  const compressors = { ZSTD: await zstandard() };
  parquetWrite({ writer, schema, columnData, kvMetadata, codec: 'ZSTD', compressors, rowGroupSize: ROWS_PER_GROUP, pageSize: PAGE, createdBy: 'Terrella' });
  const unknown = shapes.types.size > 0 && !crs && !isLongitudeLatitude(table.crs.id);
  return {
    bytes: new Uint8Array(writer.getBuffer()),
    warnings: unknown ? [`${name}: the coordinate reference system has no definition that GeoParquet can hold; it is written as unknown.`] : [],
  };
}

async function zstandard() {
  const { Zstd } = await import('@hpcc-js/wasm-zstd');
  const library = await Zstd.load();
  return (bytes) => library.compress(bytes, 3);
}

const isLongitudeLatitude = (id) => id === 'EPSG:4326' || id === 'OGC:CRS84';

function metadata(geometry, bbox, { types, bounds }, id, crs) {
  const column = {
    encoding: 'WKB',
    geometry_types: [...types].sort(),
    bbox: Number.isFinite(bounds[0]) ? bounds : undefined,
    covering: { bbox: Object.fromEntries(SIDES.map((side) => [side, [bbox, side]])) },
  };
  // Left out, it says longitude and latitude; null says that it is not known.
  if (!isLongitudeLatitude(id)) column.crs = crs ? JSON.parse(crs) : null;
  return { version: '1.1.0', primary_column: geometry, columns: { [geometry]: column } };
}

function boxOf(geometry, bounds) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const cover = ({ xy, parts }) => {
    for (let i = 0; i < xy.length; i += 2) {
      box[0] = Math.min(box[0], xy[i]);
      box[1] = Math.min(box[1], xy[i + 1]);
      box[2] = Math.max(box[2], xy[i]);
      box[3] = Math.max(box[3], xy[i + 1]);
    }
    parts?.forEach(cover);
  };
  cover(geometry);
  if (!Number.isFinite(box[0])) return null;
  for (let i = 0; i < 4; i++) bounds[i] = i < 2 ? Math.min(bounds[i], box[i]) : Math.max(bounds[i], box[i]);
  return Object.fromEntries(SIDES.map((side, i) => [side, box[i]]));
}

const decoder = new TextDecoder();
const READ = {
  [TYPE.BYTE]: (view, at) => [view.getInt8(at), 1],
  [TYPE.UBYTE]: (view, at) => [view.getUint8(at), 1],
  [TYPE.BOOL]: (view, at) => [view.getUint8(at) !== 0, 1],
  [TYPE.SHORT]: (view, at) => [view.getInt16(at, true), 2],
  [TYPE.USHORT]: (view, at) => [view.getUint16(at, true), 2],
  [TYPE.INT]: (view, at) => [view.getInt32(at, true), 4],
  [TYPE.UINT]: (view, at) => [view.getUint32(at, true), 4],
  [TYPE.LONG]: (view, at) => [view.getBigInt64(at, true), 8],
  [TYPE.ULONG]: (view, at) => [view.getBigUint64(at, true), 8],
  [TYPE.FLOAT]: (view, at) => [view.getFloat32(at, true), 4],
  [TYPE.DOUBLE]: (view, at) => [view.getFloat64(at, true), 8],
};

function readValues(bytes, columns, row) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 2 < bytes.length; ) {
    const column = columns[view.getUint16(at, true)];
    at += 2;
    const fixed = READ[column.type]?.(view, at);
    const length = fixed ? 0 : view.getUint32(at, true);
    const content = fixed ? undefined : bytes.subarray(at + 4, at + 4 + length);
    column.values[row] = fixed ? fixed[0] : column.type === TYPE.BINARY ? content.slice() : decoder.decode(content);
    at += fixed ? fixed[1] : 4 + length;
  }
}

const plain = (element) => ({ values }) => ({ element, data: values });
const INTEGER = plain({ type: 'INT32' });
const STRING = plain({ type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } });
const ELEMENTS = {
  [TYPE.BYTE]: INTEGER, [TYPE.UBYTE]: INTEGER, [TYPE.SHORT]: INTEGER, [TYPE.USHORT]: INTEGER, [TYPE.INT]: INTEGER,
  [TYPE.UINT]: ({ values }) => ({ element: { type: 'INT64' }, data: values.map((value) => value === null ? null : BigInt(value)) }),
  [TYPE.BOOL]: plain({ type: 'BOOLEAN' }),
  [TYPE.LONG]: plain({ type: 'INT64' }),
  // The writer spoils logical types of integers, so that the older, converted type says it.
  [TYPE.ULONG]: plain({ type: 'INT64', converted_type: 'UINT_64' }),
  [TYPE.FLOAT]: plain({ type: 'FLOAT' }),
  [TYPE.DOUBLE]: plain({ type: 'DOUBLE' }),
  [TYPE.STRING]: STRING,
  // JSON is written as it stands: the writer would make text of text.
  [TYPE.JSON]: ({ values }) => ({ element: { type: 'BYTE_ARRAY', logical_type: { type: 'JSON' } }, data: values.map((value) => value === null ? null : new TextEncoder().encode(value)) }),
  [TYPE.DATE_TIME]: times,
  [TYPE.BINARY]: plain({ type: 'BYTE_ARRAY' }),
};

const typed = (column) => ELEMENTS[column.type](column);

/** Dates, or times of one kind, with or without zone; anything else stays text. */
function times(column) {
  const present = column.values.filter((value) => value !== null);
  const days = (value) => Math.round(Date.parse(`${value}T00:00:00Z`) / 86_400_000);
  if (present.length > 0 && present.every((value) => /^\d{4}-\d\d-\d\d$/.test(value) && Number.isFinite(days(value)))) {
    return { element: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }, data: column.values.map((value) => value === null ? null : days(value)) };
  }
  if (present.length > 0 && present.every((value) => /^\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value))) {
    return { element: { type: 'INT64', converted_type: 'TIME_MICROS', logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' } }, data: column.values.map((value) => value === null ? null : microseconds(`1970-01-01T${value}`, false)) };
  }
  const zoned = present.length > 0 && present.every((value) => /(Z|[+-]\d\d(:?\d\d)?)$/.test(value.slice(10)));
  const bare = !zoned && present.every((value) => !/(Z|[+-]\d\d(:?\d\d)?)$/.test(value.slice(10)));
  const micros = present.length > 0 && (zoned || bare) ? column.values.map((value) => (value === null ? null : microseconds(value, zoned))) : [undefined];
  if (micros.includes(undefined)) return STRING(column);
  const logical = { type: 'TIMESTAMP', isAdjustedToUTC: zoned, unit: 'MICROS' };
  return { element: { type: 'INT64', ...(zoned ? { converted_type: 'TIMESTAMP_MICROS' } : {}), logical_type: logical }, data: micros };
}

/** Microseconds since 1970, or undefined for what is no date and time. */
function microseconds(value, zoned) {
  const [, seconds, fraction = '', zone = ''] = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(value) ?? [];
  if (!seconds) return undefined;
  const offset = zone.length === 3 ? `${zone}:00` : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const millis = Date.parse(seconds.replace(' ', 'T') + (zoned ? offset : 'Z'));
  return Number.isFinite(millis) ? BigInt(millis) * 1000n + BigInt(fraction.padEnd(6, '0').slice(0, 6)) : undefined;
}
