// The columns of a Parquet file as columns of a table: their types, and how their values are written.
import { TYPE } from './flatgeobuf.js';

const utf8 = new TextDecoder();

/** Parquet's own values as text; those of a zone get their Z by the column. */
export const PARSERS = {
  timestampFromMilliseconds: (millis) => instant(BigInt(millis), 1000n, 3),
  timestampFromMicroseconds: (micros) => instant(BigInt(micros), 1_000_000n, 6),
  timestampFromNanoseconds: (nanos) => instant(BigInt(nanos), 1_000_000_000n, 9),
  dateFromDays: (days) => iso(BigInt(days) * 86400n)?.slice(0, -9),
  stringFromBytes: (bytes) => bytes && utf8.decode(bytes),
  jsonFromBytes: (bytes) => bytes && utf8.decode(bytes),
  geometryFromBytes: (bytes) => bytes,
  geographyFromBytes: (bytes) => bytes,
};

/** The same, but for text, which is left as it stands. */
export const RAW_TEXT = { ...PARSERS, stringFromBytes: (bytes) => bytes };

/** Date and time of a second since 1970, without zone; undefined outside of the years that have four digits. */
function iso(seconds) {
  return seconds > -62135596801n && seconds < 253402300800n ? new Date(Number(seconds) * 1000).toISOString().slice(0, 19) : undefined;
}

function instant(value, perSecond, digits) {
  // Of whole seconds near our time, plain numbers tell the same in a third of the time.
  const ticks = Number(value), second = Number(perSecond);
  if (Number.isSafeInteger(ticks) && ticks % second === 0) return iso(ticks / second);
  let fraction = value % perSecond;
  if (fraction < 0n) fraction += perSecond;
  const whole = iso((value - fraction) / perSecond);
  return whole && (fraction ? `${whole}.${String(fraction).padStart(digits, '0').replace(/0+$/, '')}` : whole);
}

export function timeOfDay(value, perSecond, digits) {
  const ticks = BigInt(value);
  const seconds = Number(ticks / perSecond);
  const fraction = ticks % perSecond;
  const two = (number) => String(number).padStart(2, '0');
  const whole = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction ? `${whole}.${String(fraction).padStart(digits, '0').replace(/0+$/, '')}` : whole;
}

/** Ticks in a second and digits of its fractions. */
export const PER_SECOND = { SECONDS: [1n, 0], MILLIS: [1000n, 3], MICROS: [1_000_000n, 6], NANOS: [1_000_000_000n, 9] };

/** Lists, maps and records as JSON: numbers beyond 53 bits keep their digits as text, bytes are base64. */
function json(value) {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'bigint') return inner >= Number.MIN_SAFE_INTEGER && inner <= Number.MAX_SAFE_INTEGER ? Number(inner) : String(inner);
    if (inner instanceof Uint8Array) return base64(inner);
    return ArrayBuffer.isView(inner) ? Array.from(inner) : inner;
  });
}

function base64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Text that was not decoded. */
function rawText(bytes, out) {
  if (!out.letters(bytes)) out.text(utf8.decode(bytes));
}

const text = (value, out) => out.text(String(value));
/** Writers of values by the type of their column. */
export const WRITE = {
  [TYPE.BOOL]: (value, out) => out.u8(value ? 1 : 0),
  [TYPE.INT]: (value, out) => out.i32(Number(value)),
  [TYPE.UINT]: (value, out) => out.u32(Number(value)),
  [TYPE.LONG]: (value, out) => out.i64(value),
  [TYPE.ULONG]: (value, out) => out.i64(value),
  [TYPE.FLOAT]: (value, out) => out.f32(value),
  [TYPE.DOUBLE]: (value, out) => out.f64(Number(value)),
  [TYPE.STRING]: text,
  [TYPE.JSON]: (value, out) => out.text(typeof value === 'string' ? value : json(value)),
  [TYPE.DATE_TIME]: text,
  [TYPE.BINARY]: (value, out) => out.sized(value),
};

/**
 * A column of the table.
 * @return {{name: string, type: number, write: function(*, Bytes)}|undefined} undefined for types that cannot be read
 */
export function columnOf({ element, children }) {
  const { name, type, converted_type: converted, logical_type: logical } = element;
  const kind = logical?.type;
  const of = (column, convert) => ({ name, type: column, converted: Boolean(convert), write: convert ? (value, out) => WRITE[column](convert(value), out) : WRITE[column] });
  if (children.length > 0 || element.repetition_type === 'REPEATED') return of(TYPE.JSON);
  if (converted === 'INTERVAL' || converted === 'BSON' || kind === 'INTERVAL' || kind === 'BSON') return undefined;
  if (converted === 'DECIMAL' || kind === 'DECIMAL') return of(TYPE.DOUBLE);
  if (converted === 'DATE' || kind === 'DATE') return of(TYPE.DATE_TIME);
  if (kind === 'TIME' || converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') {
    const [perSecond, digits] = PER_SECOND[logical?.unit ?? converted.slice(5)];
    return of(TYPE.DATE_TIME, (value) => timeOfDay(value, perSecond, digits));
  }
  if (kind === 'TIMESTAMP' || converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') {
    const zone = kind === 'TIMESTAMP' && !logical.isAdjustedToUTC ? '' : 'Z';
    return of(TYPE.DATE_TIME, (value) => value + zone);
  }
  switch (type) {
    case 'BOOLEAN':
      return of(TYPE.BOOL);
    case 'INT32':
      return of(converted === 'UINT_32' || (kind === 'INTEGER' && logical.bitWidth === 32 && !logical.isSigned) ? TYPE.UINT : TYPE.INT);
    case 'INT64':
      return of(converted === 'UINT_64' || (kind === 'INTEGER' && !logical.isSigned) ? TYPE.ULONG : TYPE.LONG);
    case 'INT96':
      return of(TYPE.DATE_TIME);
    case 'FLOAT':
      return of(TYPE.FLOAT);
    case 'DOUBLE':
      return of(TYPE.DOUBLE);
    default:
      if (kind === 'FLOAT16') return of(TYPE.FLOAT);
      if (kind === 'UUID') return of(TYPE.STRING);
      if (kind === 'STRING' || converted === 'UTF8') return { name, type: TYPE.STRING, raw: true, write: rawText };
      if (kind === 'JSON' || converted === 'JSON') return of(TYPE.JSON, (value) => (typeof value === 'string' ? value : utf8.decode(value)));
      if (kind === 'ENUM' || converted === 'ENUM') return of(TYPE.STRING, (value) => (typeof value === 'string' ? value : utf8.decode(value)));
      return of(TYPE.BINARY);
  }
}
