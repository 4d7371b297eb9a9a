// A table of single points as the engine holds it, column by column: a tenth of the work of FlatGeobuf, feature by feature. Read by
// ColumnsReader of the engine. Layout, all little-endian, each block filled up to eight bytes:
//   'tcl\1', length of the header, the header as JSON: {name, crs: {id, wkt}, rows, columns: [{name, type, nullable, array, ends, bytes}]};
//   x and y of each row; then of each column: its values, and where it is nullable a byte for each row, 1 where there is a value.
// Values, by FlatGeobuf's types: INT, LONG and DOUBLE arrays of them; STRING the ends of all texts, then the texts; others as FlatGeobuf
// has them, one behind another.
import { Bytes } from './bytes.js';
import { TYPE } from './flatgeobuf.js';
import { isPlainPoint } from './wkb.js';

const ARRAYS = { [TYPE.INT]: Int32Array, [TYPE.LONG]: BigInt64Array, [TYPE.DOUBLE]: Float64Array };
const utf8 = new TextDecoder();

export class PointsWriter {
  constructor(name, columns, crs, rows) {
    Object.assign(this, { name, crs, rows });
    this.done = 0;
    this.xy = new Float64Array(2 * rows);
    this.columns = columns.map((column) => ({ column, present: null, ...store(column, rows) }));
  }

  /** Adds rows; false where one of them is no plain point, and then nothing of this table is of use. */
  add(lists, shapes, put) {
    const { done, columns } = this;
    const bytes = new Uint8Array(this.xy.buffer);
    for (let i = 0, to = 16 * done; i < shapes.length; i++) {
      const shape = shapes[i];
      if (!isPlainPoint(shape)) return false;
      for (let k = 5; k < 21; k++) bytes[to++] = shape[k];
    }
    columns.forEach((one, number) => this.fill(one, lists[number], put));
    this.done += shapes.length;
    return true;
  }

  fill(one, list, put) {
    const { done, rows } = this;
    const { column, array, ends, values } = one;
    if (array && list.constructor === array.constructor) {
      array.set(list, done);
      one.present?.fill(1, done, done + list.length);
      return;
    }
    const isLong = column.type === TYPE.LONG;
    for (let i = 0, row = done; i < list.length; i++, row++) {
      const value = list[i];
      let missing = value === null || value === undefined;
      if (!missing) {
        if (array) array[row] = isLong ? BigInt.asIntN(64, BigInt(value)) : Number(value);
        else if (!ends) missing = !put(values, column, value);
        else if (!values.ascii(value)) values.raw(new TextEncoder().encode(utf8.decode(value)));
      }
      if (ends) ends[row] = values.length;
      if (missing && !one.present) one.present = new Uint8Array(rows).fill(1, 0, row);
      if (one.present) one.present[row] = missing ? 0 : 1;
    }
  }

  finish() {
    const blocks = [this.xy];
    const columns = this.columns.map(({ column, present, array, ends, values }) => {
      blocks.push(...(array ? [array] : ends ? [ends, values.content()] : [values.content()]), ...(present ? [present] : []));
      return { name: column.name, type: column.type, nullable: present !== null, array: Boolean(array), ends: Boolean(ends), bytes: array ? 0 : values.length };
    });
    const header = new TextEncoder().encode(JSON.stringify({ name: this.name, crs: this.crs, rows: this.rows, columns }));
    const mark = new Uint8Array([0x74, 0x63, 0x6c, 1, 0, 0, 0, 0]);
    new DataView(mark.buffer).setUint32(4, header.length, true);
    return new Blob([mark, header, ...blocks].flatMap((block) => [block, new Uint8Array(-block.byteLength & 7)]));
  }
}

function store(column, rows) {
  const Kind = ARRAYS[column.type];
  // Numbers of other kinds come with a conversion of their own.
  if (Kind && !column.converted) return { array: new Kind(rows) };
  return column.raw ? { ends: new Int32Array(rows), values: new Bytes(1 << 16) } : { values: new Bytes(1 << 16) };
}
