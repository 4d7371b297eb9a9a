// Bytes that grow while they are written, little-endian.
const encoder = new TextEncoder();

export class Bytes {
  constructor(size = 1024) {
    this.length = 0;
    this.use(new Uint8Array(size));
  }

  use(array) {
    this.array = array;
    this.view = new DataView(array.buffer);
  }

  /** Makes room and returns where it begins; whatever is in it must be written. */
  take(size) {
    const at = this.length;
    this.length += size;
    if (this.length > this.array.length) {
      const grown = new Uint8Array(Math.max(this.length, this.array.length * 2));
      grown.set(this.array.subarray(0, at));
      this.use(grown);
    }
    return at;
  }

  u8(value) {
    const at = this.take(1); // It may replace the view.
    this.view.setUint8(at, value);
  }

  u16(value) {
    const at = this.take(2); // It may replace the view.
    this.view.setUint16(at, value, true);
  }

  u32(value) {
    const at = this.take(4); // It may replace the view.
    this.view.setUint32(at, value, true);
  }

  i32(value) {
    const at = this.take(4); // It may replace the view.
    this.view.setInt32(at, value, true);
  }

  i64(value) {
    const at = this.take(8); // It may replace the view.
    this.view.setBigInt64(at, BigInt.asIntN(64, BigInt(value)), true);
  }

  f32(value) {
    const at = this.take(4); // It may replace the view.
    this.view.setFloat32(at, value, true);
  }

  f64(value) {
    const at = this.take(8); // It may replace the view.
    this.view.setFloat64(at, value, true);
  }

  raw(bytes) {
    const at = this.take(bytes.length);
    this.array.set(bytes, at);
  }

  /** The length in four bytes, then the bytes. */
  sized(bytes) {
    this.u32(bytes.length);
    this.raw(bytes);
  }

  text(text) {
    // Most texts are short and plain; an encoder costs more than all of their letters.
    const at = this.take(4 + text.length);
    this.view.setUint32(at, text.length, true);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        this.length = at;
        this.sized(encoder.encode(text));
        return;
      }
      this.array[at + 4 + i] = code;
    }
  }

  /** The length, then bytes that are plain letters; false, and nothing written, where there are others. */
  letters(bytes) {
    const at = this.length;
    this.u32(bytes.length);
    if (this.ascii(bytes)) return true;
    this.length = at;
    return false;
  }

  /** Numbers behind their count, as a vector of FlatBuffers. */
  doubles(values) {
    this.u32(values.length);
    const at = this.take(8 * values.length);
    for (let i = 0; i < values.length; i++) this.view.setFloat64(at + 8 * i, values[i], true);
  }

  uints(values) {
    this.u32(values.length);
    const at = this.take(4 * values.length);
    for (let i = 0; i < values.length; i++) this.view.setUint32(at + 4 * i, values[i], true);
  }

  /** Bytes that are plain letters; false, and nothing written, where there are others. */
  ascii(bytes) {
    const at = this.take(bytes.length);
    const { array } = this;
    let all = 0;
    for (let i = 0; i < bytes.length; i++) all |= array[at + i] = bytes[i];
    if (all > 127) this.length = at;
    return all <= 127;
  }

  clear() {
    this.length = 0;
    return this;
  }

  content() {
    return this.array.subarray(0, this.length);
  }
}
