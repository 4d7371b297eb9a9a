package org.terrella.processing.flatgeobuf;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.text.Utf8;

/** The values of one column of a FlatGeobuf file as they are read. */
final class PropertyColumn {
  private final String name;
  private final ColumnType type;
  private final boolean isId;
  private final ColumnBuilder values;
  private final FieldType emptyType;
  private boolean any;
  private boolean beyondLong;

  /**
   * @param declared DATE, TIME or DATE_TIME where the file tells them apart, or null
   */
  PropertyColumn(String name, ColumnType type, boolean isId, FieldType declared) {
    this.name = name;
    this.type = type;
    this.isId = isId;
    this.emptyType = declared != null && type == ColumnType.DATE_TIME ? declared : type.fieldType;
    this.values =
        switch (type) {
          case JSON, ULONG -> new ColumnBuilder(name, ColumnBuilder.Texts.PLAIN);
          case DATE_TIME ->
              new ColumnBuilder(
                  name,
                  declared != null
                      ? ColumnBuilder.Texts.MOMENTS
                      : ColumnBuilder.Texts.MOMENTS_OF_GDAL);
          default -> new ColumnBuilder(new Field(name, type.fieldType));
        };
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
      case STRING, DATE_TIME -> values.addText(bytes, at + 4, next);
      case JSON -> addJson(bytes, at + 4, next);
      case BINARY -> values.addBytes(bytes, at + 4, next);
    }
    return next;
  }

  Column build(int rows) {
    values.resize(rows);
    if (!any) {
      return values.buildAs(emptyType);
    }
    return type == ColumnType.ULONG
        ? values.buildAs(beyondLong ? FieldType.STRING : FieldType.INTEGER64)
        : values.build();
  }

  private void addUnsigned(long value) {
    if (value >= 0) {
      values.addLong(value);
    } else {
      beyondLong = true;
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
        values.addJson(Json.write(Json.parse(Arrays.copyOfRange(bytes, from, to))));
        return;
      } catch (TerrellaException notJson) {
        // Kept as text below, which is what the file says about it.
      }
    }
    values.addText(Utf8.decode(bytes, from, to));
  }
}
