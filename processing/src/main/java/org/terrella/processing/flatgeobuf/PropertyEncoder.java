package org.terrella.processing.flatgeobuf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.BinaryColumn;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.feature.TextColumn;
import org.terrella.text.Utf8;

/** Writes the values of a feature one after the other, each behind the number of its column. */
final class PropertyEncoder {
  private final boolean wide;
  private final List<Column> columns = new ArrayList<>();
  private final String idName;
  private byte[] bytes = new byte[256];
  private int length;

  /**
   * @param wide whether all whole numbers take 64 bits
   */
  PropertyEncoder(FeatureTable table, boolean wide) {
    this.wide = wide;
    Set<String> names = new HashSet<>();
    for (Column column : table.columns()) {
      names.add(column.field().name());
    }
    String free = "id";
    for (int n = 2; names.contains(free); n++) {
      free = "id_" + n;
    }
    idName = free;
    if (table.ids() != null) {
      columns.add(table.ids());
    }
    columns.addAll(table.columns());
    if (columns.size() > 0xFFFF) {
      throw TerrellaException.unsupported("FlatGeobuf cannot hold more than 65535 fields.");
    }
  }

  /** The columns in the order of the file; that of the identifiers comes first. */
  List<Column> columns() {
    return columns;
  }

  /** A name for the column of identifiers that no field has. */
  String idName() {
    return idName;
  }

  /** The number of bytes that the last call of {@link #encode} wrote. */
  int length() {
    return length;
  }

  /** Values of a row; only the first {@link #length} bytes count, until the next call. */
  byte[] encode(int row) {
    length = 0;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (!column.isNull(row)) {
        put(i, 2);
        put(column, row);
      }
    }
    return bytes;
  }

  private void put(Column column, int row) {
    if (column instanceof BooleanColumn truths) {
      put(truths.values()[row], 1);
    } else if (column instanceof IntegerColumn wholes) {
      put(wholes.get(row), wide || !(column instanceof Integer32Column) ? 8 : 4);
    } else if (column instanceof RealColumn reals) {
      put(Double.doubleToRawLongBits(reals.values()[row]), 8);
    } else if (column instanceof TextColumn texts) {
      putBytes(texts.utf8(), texts.offsets()[row], texts.offsets()[row + 1]);
    } else if (column instanceof BinaryColumn binary) {
      putBytes(binary.bytes(), binary.offsets()[row], binary.offsets()[row + 1]);
    } else if (column instanceof TemporalColumn moments) {
      byte[] text = Utf8.encode(moments.value(row));
      putBytes(text, 0, text.length);
    }
  }

  private void put(long value, int size) {
    reserve(size);
    for (int i = 0; i < size; i++) {
      bytes[length++] = (byte) (value >> 8 * i);
    }
  }

  private void putBytes(byte[] source, int from, int to) {
    put(to - from, 4);
    reserve(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
