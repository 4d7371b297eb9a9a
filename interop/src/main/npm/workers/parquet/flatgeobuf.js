// FlatGeobuf 3, by which tables come to the engine and from it: written and read without an index.
// A geometry is {type, xy, z?, m?, ends?, parts?}, in FlatGeobuf's terms: flat arrays of ordinates, ends of rings or lines as numbers of
// positions, parts of multiple polygons and collections.
import { GdalError as FileError } from '../gdal/error.js';
import { Bytes } from './bytes.js';

/** Numbers of FlatGeobuf's attribute types. */
export const TYPE = { BYTE: 0, UBYTE: 1, BOOL: 2, SHORT: 3, USHORT: 4, INT: 5, UINT: 6, LONG: 7, ULONG: 8, FLOAT: 9, DOUBLE: 10, STRING: 11, JSON: 12, DATE_TIME: 13, BINARY: 14 };
const MAGIC = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0];
const SIZES = { u8: 1, u16: 2, i32: 4, child: 4 };

/**
 * Writes a table of FlatBuffers and, behind it, what it points to.
 * @param {number} link where the offset to the table stands
 * @param {Array} fields by slot: undefined, or [kind, value]; the value of a child is a function that writes it
 */
function table(out, link, fields) {
  const vtable = out.take(4 + 2 * fields.length);
  const start = out.take(4);
  out.view.setInt32(start, start - vtable, true);
  const children = [];
  fields.forEach((field, slot) => {
    if (!field) {
      out.view.setUint16(vtable + 4 + 2 * slot, 0, true);
      return;
    }
    const [kind, value] = field;
    const at = out.take(SIZES[kind]);
    out.view.setUint16(vtable + 4 + 2 * slot, at - start, true);
    if (kind === 'child') children.push([at, value]);
    else if (kind === 'u8') out.view.setUint8(at, value);
    else if (kind === 'u16') out.view.setUint16(at, value, true);
    else out.view.setInt32(at, value, true);
  });
  out.view.setUint16(vtable, 4 + 2 * fields.length, true);
  out.view.setUint16(vtable + 2, out.length - start, true);
  out.view.setUint32(link, start - link, true);
  for (const [at, write] of children) {
    out.view.setUint32(at, out.length - at, true);
    write(at);
  }
}

/** A child that is a table itself: the offset leads to the table, not to what stands before it. */
const child = (out, fields) => ['child', (at) => table(out, at, fields)];
const tables = (out, each) => ['child', () => {
  out.u32(each.length);
  const first = out.take(4 * each.length);
  each.forEach((fields, i) => table(out, first + 4 * i, fields));
}];

export class FlatGeobufWriter {
  /**
   * @param {{name: string, columns: {name: string, type: number}[], crs?: {id: string, wkt: string}}} header
   */
  constructor({ name, columns, crs }) {
    this.chunks = [];
    this.out = new Bytes(1 << 20);
    this.out.raw(MAGIC);
    const { out } = this;
    const text = (value) => (value ? ['child', () => out.text(value)] : undefined);
    const [, org, code] = /^([^:]*):(.*)$/.exec(crs?.id ?? '') ?? [];
    const number = /^[1-9]\d{0,8}$/.test(code ?? '') ? Number(code) : 0;
    this.sized((root) =>
      table(out, root, [
        text(name), undefined, ['u8', 0], undefined, undefined, undefined, undefined,
        columns.length ? tables(out, columns.map((column) => [text(column.name), ['u8', column.type]])) : undefined,
        undefined, ['u16', 0],
        crs?.id || crs?.wkt ? child(out, [text(org), number ? ['i32', number] : undefined, undefined, undefined, text(crs.wkt), number ? undefined : text(code)]) : undefined,
      ]),
    );
  }

  /** A block behind its length. */
  sized(write) {
    const { out } = this;
    const at = out.take(8);
    write(at + 4);
    out.view.setUint32(at, out.length - at - 4, true);
  }

  /**
   * Adds a feature.
   * @param {object|undefined} geometry
   * @param {Uint8Array} values each behind the number of its column
   */
  add(geometry, values) {
    const { out } = this;
    this.sized((root) => table(out, root, [geometry && child(out, geometryFields(out, geometry)), values.length ? ['child', () => out.sized(values)] : undefined]));
    if (out.length > 1 << 22) this.flush();
  }

  /**
   * Begins a point whose coordinates stand in some bytes, little-endian. Its values, each behind the number of its column, are to be
   * written to `out` before `endPoint`. What both write is what `add` writes, in a tenth of the time.
   */
  beginPoint(bytes, at) {
    const { out } = this;
    const template = (this.template ??= pointTemplate());
    const start = out.take(template.length + 4);
    const { array } = out;
    array.set(template, start);
    for (let i = 0, to = start + template.length - 16; i < 16; i++) array[to + i] = bytes[at + i];
    this.start = start;
  }

  /** Ends a point; false, and nothing written, where it has no values. */
  endPoint() {
    const { out, start } = this;
    const values = start + this.template.length + 4;
    if (out.length === values) {
      out.length = start;
      return false;
    }
    out.view.setUint32(start, out.length - start - 4, true);
    out.view.setUint32(values - 4, out.length - values, true);
    if (out.length > 1 << 22) this.flush();
    return true;
  }

  flush() {
    this.chunks.push(this.out.content().slice());
    this.out.clear();
  }

  /** The file; the browser holds it, so that its pieces are never joined in memory. */
  finish() {
    this.flush();
    return new Blob(this.chunks);
  }

  /** The file, in memory. */
  bytes() {
    this.flush();
    const whole = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

/** All of a point but its values. */
function pointTemplate() {
  const writer = Object.create(FlatGeobufWriter.prototype);
  writer.out = new Bytes(256);
  writer.add({ type: 1, xy: [0, 0] }, new Uint8Array(1));
  return writer.out.content().slice(0, -5);
}

function geometryFields(out, { type, xy, z, m, ends, parts }) {
  const doubles = (values) => (values?.length ? ['child', () => out.doubles(values)] : undefined);
  return [
    ends && ends.length > 1 ? ['child', () => out.uints(ends)] : undefined, doubles(xy), doubles(z), doubles(m), undefined, undefined, ['u8', type],
    parts?.length ? tables(out, parts.map((part) => geometryFields(out, part))) : undefined,
  ];
}

/** A table of FlatBuffers that is read: where its fields stand, 0 for those that are missing. */
export class Table {
  constructor(view, at) {
    this.view = view;
    this.at = at;
    this.vtable = at - view.getInt32(at, true);
    this.slots = (view.getUint16(this.vtable, true) - 4) / 2;
  }

  field(slot) {
    const offset = slot < this.slots ? this.view.getUint16(this.vtable + 4 + 2 * slot, true) : 0;
    return offset && this.at + offset;
  }

  u8(slot) {
    const at = this.field(slot);
    return at ? this.view.getUint8(at) : 0;
  }

  i32(slot) {
    const at = this.field(slot);
    return at ? this.view.getInt32(at, true) : 0;
  }

  i16(slot) {
    const at = this.field(slot);
    return at ? this.view.getInt16(at, true) : 0;
  }

  i64(slot) {
    const at = this.field(slot);
    return at ? Number(this.view.getBigInt64(at, true)) : 0;
  }

  follow(at) {
    return at + this.view.getUint32(at, true);
  }

  table(slot) {
    const at = this.field(slot);
    return at ? new Table(this.view, this.follow(at)) : undefined;
  }

  tables(slot) {
    const at = this.field(slot);
    if (!at) return [];
    const vector = this.follow(at);
    return Array.from({ length: this.view.getUint32(vector, true) }, (_, i) => new Table(this.view, this.follow(vector + 4 + 4 * i)));
  }

  bytes(slot, size = 1) {
    const at = this.field(slot);
    if (!at) return undefined;
    const vector = this.follow(at);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + vector + 4, this.view.getUint32(vector, true) * size);
  }

  /** A vector of structures of some bytes each. */
  structs(slot, size) {
    const bytes = this.bytes(slot, size) ?? new Uint8Array();
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  text(slot) {
    return new TextDecoder().decode(this.bytes(slot) ?? new Uint8Array());
  }

  numbers(slot, Kind) {
    const bytes = this.bytes(slot, Kind.BYTES_PER_ELEMENT);
    return bytes && new Kind(bytes.slice().buffer);
  }
}

/** What the engine wrote: the header and, one after another, the features. */
export function readFlatGeobuf(name, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0x66 || bytes[3] !== 3) throw new FileError('malformed-input', `${name}: this is no FlatGeobuf.`);
  const header = new Table(view, 12 + view.getUint32(12, true));
  const crs = header.table(10);
  const org = crs?.text(0) || 'EPSG';
  const code = crs?.i32(1) ? String(crs.i32(1)) : crs?.text(5);
  const first = 12 + view.getUint32(8, true);
  return {
    name: header.text(0),
    columns: header.tables(7).map((column) => ({ name: column.text(0), type: column.u8(1) })),
    crs: { id: code ? `${org}:${code}` : '', wkt: crs?.text(4) ?? '' },
    *features() {
      for (let at = first; at + 4 <= bytes.length; at += 4 + view.getUint32(at, true)) {
        const feature = new Table(view, at + 4 + view.getUint32(at + 4, true));
        const geometry = feature.table(0);
        yield { geometry: geometry && geometryOf(geometry), values: feature.bytes(1) ?? new Uint8Array() };
      }
    },
  };
}

/** Gives columns of text, in the file itself, types that the writer of the file did not know. */
export function retype(bytes, types) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const column of new Table(view, 12 + view.getUint32(12, true)).tables(7)) {
    const at = column.field(1);
    const type = types.get(column.text(0));
    if (at && type !== undefined && view.getUint8(at) === TYPE.STRING) view.setUint8(at, type);
  }
}

function geometryOf(table, given) {
  const parts = table.tables(7);
  const type = given ?? table.u8(6);
  return {
    type,
    xy: table.numbers(1, Float64Array) ?? new Float64Array(),
    z: table.numbers(2, Float64Array),
    m: table.numbers(3, Float64Array),
    ends: table.numbers(0, Uint32Array),
    parts: parts.map((part) => geometryOf(part, type === 6 ? 3 : undefined)),
  };
}
