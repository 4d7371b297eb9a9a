package org.terrella.processing.flatgeobuf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;

/** The values of one column of a FlatGeobuf file as they are read. */
final class PropertyColumn {
  private final String name;
  private final ColumnType type;
  private final boolean isId;
  private final ColumnBuilder values;
  private boolean any;
  private boolean onlyDates = true;

  PropertyColumn(String name, ColumnType type, boolean isId) {
    this.name = name;
    this.type = type;
    this.isId = isId;
    boolean inferred = type == ColumnType.JSON || type == ColumnType.ULONG;
    this.values =
        inferred ? new ColumnBuilder(name) : new ColumnBuilder(new Field(name, type.fieldType));
  }

  boolean isId() {
    return isId;
  }

  /** Reads the value at {@code at} for {@code row} and returns where it ends. */
  int read(FlatCursor cursor, byte[] bytes, int at, int end, int row) {
    long length = type.size > 0 ? type.size : 4 + cursor.u32(at);
    if (at + length > end) {
      throw cursor.broken(
          at, "the value of \"" + name + "\" in feature " + (row + 1) + " is longer than the data");
    }
    values.resize(row);
    any = true;
    int next = (int) (at + length);
    switch (type) {
      case BYTE -> values.addLong(bytes[at]);
      case UBYTE -> values.addLong(cursor.u8(at));
      case BOOL -> values.addBoolean(bytes[at] != 0);
      case SHORT -> values.addLong((short) cursor.u16(at));
      case USHORT -> values.addLong(cursor.u16(at));
      case INT -> values.addLong(cursor.i32(at));
      case UINT -> values.addLong(cursor.u32(at));
      case LONG -> values.addLong(cursor.i64(at));
      case ULONG -> addUnsigned(cursor.i64(at));
      case FLOAT -> values.addDouble(Float.intBitsToFloat(cursor.i32(at)));
      case DOUBLE -> values.addDouble(cursor.f64(at));
      case STRING -> values.addText(bytes, at + 4, next);
      case DATE_TIME -> {
        onlyDates &= length == 4 + "2026-11-21".length();
        values.addText(bytes, at + 4, next);
      }
      case JSON -> addJson(bytes, at + 4, next);
      case BINARY ->
          values.addText(
              Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, at + 4, next)));
    }
    return next;
  }

  Column build(int rows) {
    if (!any) {
      return new ColumnBuilder(new Field(name, type.fieldType)).resize(rows).build();
    }
    Column built = values.resize(rows).build();
    if (type == ColumnType.DATE_TIME && onlyDates) {
      ColumnBuilder dates = new ColumnBuilder(new Field(name, FieldType.DATE));
      for (int row = 0; row < rows; row++) {
        dates.add(built.value(row));
      }
      return dates.build();
    }
    return built;
  }

  private void addUnsigned(long value) {
    if (value >= 0) {
      values.addLong(value);
    } else {
      values.addText(Long.toUnsignedString(value));
    }
  }

  /**
   * Whatever is not a JSON object or array stays plain text, so that writers need not check again.
   */
  private void addJson(byte[] bytes, int from, int to) {
    byte first = from < to ? bytes[from] : 0;
    if (first == '{' || first == '[') {
      try {
        Json.parse(Arrays.copyOfRange(bytes, from, to));
        values.addJson(bytes, from, to);
        return;
      } catch (TerrellaException notJson) {
        // Kept as text below, which is what the file says about it.
      }
    }
    values.addText(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }
}
