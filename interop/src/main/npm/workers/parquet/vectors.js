// Arrow's vectors as JavaScript values.
import { GdalError as FileError } from '../gdal/error.js';
import { PARSERS, PER_SECOND, WRITE, timeOfDay } from './columns.js';
import { TYPE } from './flatgeobuf.js';

const utf8 = new TextDecoder();
const INTEGERS = { 8: [Int8Array, Uint8Array], 16: [Int16Array, Uint16Array], 32: [Int32Array, Uint32Array], 64: [BigInt64Array, BigUint64Array] };
const UNITS = ['SECONDS', 'MILLIS', 'MICROS', 'NANOS'];
const INSTANTS = { SECONDS: (value) => PARSERS.timestampFromMilliseconds(value * 1000n), MILLIS: PARSERS.timestampFromMilliseconds, MICROS: PARSERS.timestampFromMicroseconds, NANOS: PARSERS.timestampFromNanoseconds };

/**
 * How a column of a type is read and written.
 * @return {{column: number, write: function, layout: string, array?: Function, convert?: function, width?: number}}
 */
export function arrowType(kind, type, name) {
  const fixed = (column, array, convert) => ({ column, write: WRITE[column], layout: 'fixed', array, convert });
  const sized = (column, large, convert) => ({ column, write: WRITE[column], layout: 'sized', large, convert });
  const nested = (layout, extra) => ({ column: TYPE.JSON, write: WRITE[TYPE.JSON], layout, ...extra });
  switch (kind) {
    case 1:
      return { column: TYPE.STRING, write: WRITE[TYPE.STRING], layout: 'null' };
    case 2: {
      const bits = type.i32(0);
      const signed = type.u8(1) !== 0;
      const column = bits < 32 || (bits === 32 && signed) ? TYPE.INT : bits === 32 ? TYPE.UINT : signed ? TYPE.LONG : TYPE.ULONG;
      return fixed(column, INTEGERS[bits][signed ? 0 : 1]);
    }
    case 3:
      if (type.i16(0) === 0) break;
      return type.i16(0) === 1 ? fixed(TYPE.FLOAT, Float32Array) : fixed(TYPE.DOUBLE, Float64Array);
    case 4:
      return sized(TYPE.BINARY, false);
    case 5:
      return sized(TYPE.STRING, false, (bytes) => utf8.decode(bytes));
    case 6:
      return { column: TYPE.BOOL, write: WRITE[TYPE.BOOL], layout: 'bits' };
    case 8:
      return type.field(0) === 0 || type.i16(0) === 1 ? fixed(TYPE.DATE_TIME, BigInt64Array, (millis) => PARSERS.dateFromDays(millis / 86_400_000n)) : fixed(TYPE.DATE_TIME, Int32Array, (days) => PARSERS.dateFromDays(days));
    case 9: {
      const [perSecond, digits] = PER_SECOND[UNITS[type.field(0) ? type.i16(0) : 1]];
      const wide = (type.i32(1) || 32) === 64;
      return fixed(TYPE.DATE_TIME, wide ? BigInt64Array : Int32Array, (value) => timeOfDay(value, perSecond, digits));
    }
    case 10: {
      const convert = INSTANTS[UNITS[type.i16(0)]];
      const zone = type.text(1) ? 'Z' : '';
      return fixed(TYPE.DATE_TIME, BigInt64Array, (value) => convert(value) + zone);
    }
    case 12:
      return nested('list', { large: false });
    case 13:
      return nested('struct');
    case 15:
      return { column: TYPE.BINARY, write: WRITE[TYPE.BINARY], layout: 'width', width: type.i32(0) };
    case 16:
      return nested('array', { width: type.i32(0) });
    case 17:
      return nested('list', { large: false });
    case 19:
      return sized(TYPE.BINARY, true);
    case 20:
      return sized(TYPE.STRING, true, (bytes) => utf8.decode(bytes));
    case 21:
      return nested('list', { large: true });
    default:
  }
  throw new FileError('unsupported-format', `the column "${name}" is of an Arrow type (${kind}) that is not read`);
}

/** The values of a field, taking nodes and buffers in their order; null where there is none. */
export function valuesOf({ name, type, children }, next) {
  const count = next.node();
  if (!(count >= 0 && count <= next.most)) throw new RangeError(`"${name}" has ${count} values`);
  if (type.layout === 'null') return new Array(count).fill(null);
  const valid = next.buffer();
  const isNull = (i) => valid.length > 0 && !(valid[i >> 3] & (1 << (i & 7)));
  const list = (value) => Array.from({ length: count }, (_, i) => (isNull(i) ? null : value(i)));
  switch (type.layout) {
    case 'fixed': {
      const values = typed(type.array, next.buffer(), count, name);
      return list((i) => (type.convert ? type.convert(values[i]) : values[i]));
    }
    case 'bits': {
      const bits = next.buffer();
      if (bits.length * 8 < count) throw new RangeError(`"${name}" is cut off`);
      return list((i) => (bits[i >> 3] & (1 << (i & 7))) !== 0);
    }
    case 'sized': {
      const at = offsets(type.large, next.buffer(), count, name);
      const content = next.buffer();
      return list((i) => {
        const bytes = content.subarray(Number(at[i]), Number(at[i + 1]));
        return type.convert ? type.convert(bytes) : bytes;
      });
    }
    case 'width': {
      const content = next.buffer();
      return list((i) => content.subarray(i * type.width, (i + 1) * type.width));
    }
    case 'list': {
      const at = offsets(type.large, next.buffer(), count, name);
      const inner = valuesOf(children[0], next);
      return list((i) => inner.slice(Number(at[i]), Number(at[i + 1])));
    }
    case 'array': {
      const inner = valuesOf(children[0], next);
      return list((i) => inner.slice(i * type.width, (i + 1) * type.width));
    }
    default: {
      const columns = children.map((child) => valuesOf(child, next));
      return list((i) => Object.fromEntries(children.map((child, k) => [child.name, columns[k][i]])));
    }
  }
}

function typed(Kind, bytes, count, name) {
  if (bytes.length < count * Kind.BYTES_PER_ELEMENT) throw new RangeError(`"${name}" is cut off`);
  return new Kind(bytes.buffer, bytes.byteOffset, count);
}

const offsets = (large, bytes, count, name) => (count === 0 ? [0] : typed(large ? BigInt64Array : Int32Array, bytes, count + 1, name));
