package org.terrella.processing.flatgeobuf;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.text.Utf8;

/**
 * Writes size-prefixed FlatBuffers from front to back: a table first, then what it refers to. Data
 * are aligned to the file, since every buffer is filled up to a multiple of eight bytes.
 */
final class FlatBuilder {
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private int bufferStart;

  void raw(byte[] data) {
    reserve(data.length);
    System.arraycopy(data, 0, bytes, length, data.length);
    length += data.length;
  }

  /** Starts a buffer, whose first table must follow. */
  void beginBuffer() {
    bufferStart = length;
    reserve(8);
    length += 8;
  }

  void endBuffer() {
    align(8, 0);
    putInt(bufferStart, length - bufferStart - 4);
  }

  /** Where the offset to the root table stands. */
  int root() {
    return bufferStart + 4;
  }

  /**
   * Writes a table of zeros and lets the offset at {@code link} lead to it.
   *
   * @param sizes bytes of each field: 0 when absent, 4 for offsets
   */
  int table(int link, int... sizes) {
    align(2, 0);
    int vtable = length;
    int vtableSize = 4 + 2 * sizes.length;
    reserve(vtableSize);
    length += vtableSize;
    align(8, 0);
    int table = length;
    int end = 4;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        end = (end + sizes[i] - 1) / sizes[i] * sizes[i];
        putShort(vtable + 4 + 2 * i, end);
        end += sizes[i];
      }
    }
    reserve(end);
    length += end;
    putShort(vtable, vtableSize);
    putShort(vtable + 2, end);
    putInt(table, table - vtable);
    putInt(link, table - link);
    return table;
  }

  /** Where a field of a table stands that has a size. */
  int field(int table, int slot) {
    int vtable = table - getInt(table);
    return table + (bytes[vtable + 4 + 2 * slot] & 0xFF | bytes[vtable + 5 + 2 * slot] << 8);
  }

  /**
   * Writes a vector of zeros, lets the offset at {@code link} lead to it, returns its first item.
   */
  int vector(int link, int elementSize, int count) {
    align(Math.max(4, elementSize), 4);
    long size = 4 + (long) elementSize * count;
    if (size + length > Integer.MAX_VALUE - 64) {
      throw tooLarge();
    }
    reserve((int) size);
    putInt(link, length - link);
    putInt(length, count);
    int first = length + 4;
    length += (int) size;
    return first;
  }

  void string(int link, String text) {
    byte[] utf8 = Utf8.encode(text);
    bytes(link, utf8, 0, utf8.length);
    reserve(1);
    length++;
  }

  void bytes(int link, byte[] data, int from, int to) {
    int first = vector(link, 1, to - from);
    System.arraycopy(data, from, bytes, first, to - from);
  }

  void putByte(int at, int value) {
    bytes[at] = (byte) value;
  }

  void putShort(int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }

  void putInt(int at, int value) {
    putShort(at, value);
    putShort(at + 2, value >> 16);
  }

  void putLong(int at, long value) {
    putInt(at, (int) value);
    putInt(at + 4, (int) (value >> 32));
  }

  void putDouble(int at, double value) {
    putLong(at, Double.doubleToRawLongBits(value));
  }

  byte[] build() {
    return Arrays.copyOf(bytes, length);
  }

  private int getInt(int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  /** Fills up so that what comes {@code ahead} bytes later is aligned. */
  private void align(int alignment, int ahead) {
    reserve(alignment);
    while ((length + ahead) % alignment != 0) {
      length++;
    }
  }

  private void reserve(int more) {
    long needed = (long) length + more;
    if (needed > Integer.MAX_VALUE - 64) {
      throw tooLarge();
    }
    if (needed > bytes.length) {
      long larger = Math.max(needed, bytes.length + (long) (bytes.length >> 1));
      bytes = Arrays.copyOf(bytes, (int) Math.min(larger, Integer.MAX_VALUE - 64));
    }
  }

  private static TerrellaException tooLarge() {
    return TerrellaException.unsupported("The FlatGeobuf file would be larger than 2 GiB.");
  }
}
