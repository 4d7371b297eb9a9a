package org.terrella.processing.flatgeobuf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.Integer64Column;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TextColumn;
import org.terrella.text.Utf8;

/**
 * Reads a table of points that the worker of Parquet wrote column by column, with FlatGeobuf's
 * types; the layout is told in {@code workers/parquet/points.js}. The table is the one that {@link
 * FlatGeobufReader} makes of the same features.
 *
 * <p>Errors: malformed-input when the file is cut off.
 */
public final class ColumnsReader {
  private static final byte[] MARK = {'t', 'c', 'l', 1};

  private final String fileName;
  private final byte[] bytes;
  private final FlatCursor cursor;
  private int at = 8;

  private ColumnsReader(String fileName, byte[] bytes) {
    this.fileName = fileName;
    this.bytes = bytes;
    this.cursor = new FlatCursor(fileName, bytes);
    cursor.confine(0, bytes.length);
  }

  /** Whether bytes begin as such a file does. */
  public static boolean isOne(byte[] bytes) {
    return bytes.length > 8 && Arrays.equals(bytes, 0, 4, MARK, 0, 4);
  }

  public static FeatureTable read(String name, byte[] bytes) {
    return new ColumnsReader(name, bytes).read();
  }

  private FeatureTable read() {
    int length = cursor.i32(4);
    int start = take(length);
    JsonObject header = Json.parseObject(Utf8.decode(bytes, start, start + length));
    int rows = header.integer("rows");
    GeometryColumn geometry = points(doubles(2 * rows));
    List<Column> columns = new ArrayList<>();
    for (JsonObject column : header.array("columns").objects()) {
      columns.add(column(column, rows));
    }
    JsonObject crs = header.object("crs");
    return new FeatureTable(
        header.string("name"),
        FlatGeobufReader.crs(crs.optString("id", ""), crs.optString("wkt", "")),
        geometry,
        columns,
        null);
  }

  private static GeometryColumn points(double[] xy) {
    byte[] types = new byte[xy.length / 2];
    Arrays.fill(types, GeometryType.POINT.code());
    int[] offsets = new int[types.length + 1];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = i;
    }
    return new GeometryColumn(2, types, offsets, offsets.clone(), offsets.clone(), xy, null);
  }

  private Column column(JsonObject column, int rows) {
    String name = column.string("name");
    ColumnType type = ColumnType.ofCode(column.integer("type"));
    boolean nullable = column.bool("nullable");
    Field field = new Field(name, type.fieldType);
    int size = column.integer("bytes");
    boolean array = column.bool("array");
    if (array && type == ColumnType.INT) {
      return new Integer32Column(field, ints(rows), present(nullable, rows));
    } else if (array && type == ColumnType.LONG) {
      return new Integer64Column(field, longs(rows), present(nullable, rows));
    } else if (array && type == ColumnType.DOUBLE) {
      return new RealColumn(field, doubles(rows), present(nullable, rows));
    } else if (type == ColumnType.STRING && column.bool("ends")) {
      int[] offsets = new int[rows + 1];
      System.arraycopy(ints(rows), 0, offsets, 1, rows);
      int from = take(size);
      byte[] utf8 = Arrays.copyOfRange(bytes, from, from + size);
      return new TextColumn(field, offsets, utf8, present(nullable, rows));
    }
    int next = take(size);
    int end = next + size;
    byte[] present = present(nullable, rows);
    PropertyColumn values = new PropertyColumn(name, type, false, null);
    for (int row = 0; row < rows; row++) {
      if (present == null || present[row] != 0) {
        next = values.read(cursor, bytes, next, end, row);
      }
    }
    return values.build(rows);
  }

  private byte[] present(boolean nullable, int rows) {
    if (!nullable) {
      return null;
    }
    int from = take(rows);
    return Arrays.copyOfRange(bytes, from, from + rows);
  }

  private int[] ints(int count) {
    int from = take(4L * count);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = cursor.i32(from + 4 * i);
    }
    return values;
  }

  private long[] longs(int count) {
    int from = take(8L * count);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = cursor.i64(from + 8 * i);
    }
    return values;
  }

  private double[] doubles(int count) {
    int from = take(8L * count);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = cursor.f64(from + 8 * i);
    }
    return values;
  }

  /** Where the next block begins, which is filled up to eight bytes. */
  private int take(long length) {
    int from = at;
    long end = from + (length + 7) / 8 * 8;
    if (length < 0 || end > bytes.length) {
      throw TerrellaException.malformed("The columns of \"" + fileName + "\" are cut off.");
    }
    at = (int) end;
    return from;
  }
}
