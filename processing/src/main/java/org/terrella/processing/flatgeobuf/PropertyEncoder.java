package org.terrella.processing.flatgeobuf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TextColumn;

/** Writes the values of a feature one after the other, each behind the number of its column. */
final class PropertyEncoder {
  private final FeatureTable table;
  private final List<Column> columns = new ArrayList<>();
  private final String idName;
  private byte[] bytes = new byte[256];
  private int length;

  PropertyEncoder(FeatureTable table) {
    this.table = table;
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
      put(wholes.values()[row], 8);
    } else if (column instanceof RealColumn reals) {
      put(Double.doubleToRawLongBits(reals.values()[row]), 8);
    } else if (column instanceof TextColumn texts) {
      if (column.field().type() == FieldType.BINARY) {
        byte[] decoded = decode(texts, row);
        putBytes(decoded, 0, decoded.length);
      } else {
        putBytes(texts.utf8(), texts.offsets()[row], texts.offsets()[row + 1]);
      }
    }
  }

  private byte[] decode(TextColumn texts, int row) {
    try {
      return Base64.getDecoder().decode(texts.value(row).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException notBase64) {
      throw TerrellaException.invalid(
          "\""
              + table.name()
              + "\": field \""
              + texts.field().name()
              + "\" of feature "
              + (row + 1)
              + " is binary but not base64.");
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
