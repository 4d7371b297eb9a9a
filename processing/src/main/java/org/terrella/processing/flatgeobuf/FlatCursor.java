package org.terrella.processing.flatgeobuf;

import org.terrella.error.TerrellaException;
import org.terrella.text.Utf8;

/**
 * Reads FlatBuffers tables within a range of bytes. Every offset and length is checked against the
 * range; what does not fit is malformed-input, naming the byte.
 */
final class FlatCursor {
  private final String fileName;
  private final byte[] bytes;
  private int start;
  private int end;

  FlatCursor(String fileName, byte[] bytes) {
    this.fileName = fileName;
    this.bytes = bytes;
    this.end = bytes.length;
  }

  /** Confines reading to {@code from} (inclusive) to {@code to} (exclusive). */
  void confine(int from, int to) {
    start = from;
    end = to;
  }

  int size() {
    return end - start;
  }

  /** The position of the table that the offset at {@code at} leads to. */
  int table(int at) {
    return follow(at);
  }

  /** The position of field {@code slot} of a table, or 0 when it is not there. */
  int field(int table, int slot) {
    long vtable = (long) table - i32(table);
    if (vtable < start || vtable + 4 > end) {
      throw broken(table, "a table has its layout outside the data");
    }
    int size = u16((int) vtable);
    int entry = 4 + 2 * slot;
    if (entry + 2 > size) {
      return 0;
    }
    int offset = u16((int) vtable + entry);
    return offset == 0 ? 0 : table + offset;
  }

  /** The position of the table in field {@code slot}, or 0. */
  int tableField(int table, int slot) {
    int at = field(table, slot);
    return at == 0 ? 0 : follow(at);
  }

  /** The position of the length of the vector in field {@code slot}, or 0. */
  int vector(int table, int slot, int elementSize) {
    int at = field(table, slot);
    if (at == 0) {
      return 0;
    }
    int vector = follow(at);
    long length = u32(vector);
    if (length * elementSize > end - vector - 4) {
      throw broken(vector, "a list of " + length + " items is longer than the data");
    }
    return vector;
  }

  /** The length of a vector; 0 for one that is not there. */
  int length(int vector) {
    return vector == 0 ? 0 : i32(vector);
  }

  String string(int table, int slot) {
    int vector = vector(table, slot, 1);
    return vector == 0 ? "" : Utf8.decode(bytes, vector + 4, vector + 4 + length(vector));
  }

  int u8Field(int table, int slot, int whenMissing) {
    int at = field(table, slot);
    return at == 0 ? whenMissing : u8(at);
  }

  int u8(int at) {
    demand(at, 1);
    return bytes[at] & 0xFF;
  }

  int u16(int at) {
    demand(at, 2);
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  int i32(int at) {
    demand(at, 4);
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  long u32(int at) {
    return i32(at) & 0xFFFFFFFFL;
  }

  long i64(int at) {
    demand(at, 8);
    return u32(at) | (long) i32(at + 4) << 32;
  }

  double f64(int at) {
    return Double.longBitsToDouble(i64(at));
  }

  void demand(int at, int length) {
    if (at < start || (long) at + length > end) {
      throw broken(at, "the data end here or refer to something outside them");
    }
  }

  TerrellaException broken(long at, String reason) {
    return TerrellaException.malformed(
        "\"" + fileName + "\" is a damaged FlatGeobuf file: at byte " + at + ", " + reason + ".");
  }

  private int follow(int at) {
    long target = at + u32(at);
    if (target + 4 > end) {
      throw broken(at, "an offset leads outside the data");
    }
    return (int) target;
  }
}
