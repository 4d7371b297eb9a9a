package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.BinaryColumn;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.Integer64Column;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.feature.TextColumn;

/**
 * Feature tables as messages carry them: a JSON header that says what there is, and the arrays
 * themselves in the order that the header implies. Arrays that a word can replace are left out,
 * since to bring one into WebAssembly or out of it takes long: types that are all the same, and
 * offsets that just count.
 */
public final class TableCodec {
  private TableCodec() {}

  /** Adds the arrays of a table to {@code buffers} and returns the header that describes them. */
  public static JsonObject encode(FeatureTable table, List<Object> buffers) {
    return encode(table, buffers, List.of());
  }

  /**
   * As {@link #encode(FeatureTable, List)}, to a receiver who has some columns already.
   *
   * @param known of a column that is one of these only its place there is written
   */
  static JsonObject encode(FeatureTable table, List<Object> buffers, List<Column> known) {
    GeometryColumn geometry = table.geometry();
    boolean alike = isAlike(geometry.types());
    if (!alike) {
      buffers.add(geometry.types());
    }
    int counted = 0;
    int[][] levels = {geometry.partOffsets(), geometry.ringOffsets(), geometry.vertexOffsets()};
    for (int level = 0; level < levels.length; level++) {
      if (level > 0 && levels[level] == levels[level - 1]
          ? (counted >> (level - 1) & 1) != 0
          : GeometryColumn.isCounting(levels[level])) {
        counted |= 1 << level;
      } else {
        buffers.add(levels[level]);
      }
    }
    buffers.add(geometry.coordinates());
    if (geometry.partTypes() != null) {
      buffers.add(geometry.partTypes());
    }
    List<JsonObject> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      int place = placeOf(column, known);
      columns.add(place < 0 ? encode(column, buffers) : JsonObject.of().with("known", place));
    }
    JsonObject header =
        JsonObject.of()
            .with("name", table.name())
            .with("crs", encode(table.crs()))
            .with("stride", geometry.stride())
            .with("collections", geometry.partTypes() != null)
            .with("counted", counted)
            .with("columns", JsonArray.of(columns));
    header = header.with("features", table.size());
    header = alike ? header.with("type", geometry.types()[0]) : header;
    return table.ids() == null ? header : header.with("ids", encode(table.ids(), buffers));
  }

  /** Where that very object is; -1 when it is not there. */
  private static int placeOf(Column column, List<Column> known) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i) == column) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAlike(byte[] types) {
    for (byte type : types) {
      if (type != types[0]) {
        return false;
      }
    }
    return types.length > 0;
  }

  /** The answer that carries a table. */
  public static Message result(int id, FeatureTable table) {
    List<Object> buffers = new ArrayList<>();
    JsonObject header = JsonObject.of().with("table", encode(table, buffers));
    return new Message(id, Message.RESULT, header, buffers);
  }

  /** The table of a header whose arrays begin at the reader's position. */
  public static FeatureTable decode(JsonObject header, Arrays arrays) {
    return decode(header, arrays, List.of());
  }

  /** As {@link #decode(JsonObject, Arrays)}, with columns that the sender knew to be here. */
  static FeatureTable decode(JsonObject header, Arrays arrays, List<Column> known) {
    byte[] types;
    if (header.has("type")) {
      types = new byte[header.integer("features")];
      byte type = (byte) header.integer("type");
      for (int row = 0; row < types.length; row++) {
        types[row] = type;
      }
    } else {
      types = arrays.bytes();
    }
    int counted = header.optInteger("counted", 0);
    int[] partOffsets =
        (counted & 1) != 0 ? GeometryColumn.counting(types.length, null) : arrays.ints();
    int parts = partOffsets[types.length];
    int[] ringOffsets =
        (counted & 2) != 0 ? GeometryColumn.counting(parts, partOffsets) : arrays.ints();
    int rings = ringOffsets[parts];
    int[] vertexOffsets =
        (counted & 4) != 0 ? GeometryColumn.counting(rings, ringOffsets) : arrays.ints();
    double[] coordinates = arrays.doubles();
    byte[] partTypes = header.bool("collections") ? arrays.bytes() : null;
    GeometryColumn geometry =
        new GeometryColumn(
            header.integer("stride"),
            types,
            partOffsets,
            ringOffsets,
            vertexOffsets,
            coordinates,
            partTypes);
    List<Column> columns = new ArrayList<>();
    for (JsonObject column : header.array("columns").objects()) {
      columns.add(
          column.has("known") ? known.get(column.integer("known")) : decodeColumn(column, arrays));
    }
    TextColumn ids =
        header.has("ids") ? (TextColumn) decodeColumn(header.object("ids"), arrays) : null;
    return new FeatureTable(
        header.string("name"), decodeCrs(header.object("crs")), geometry, columns, ids);
  }

  /** A CRS as the protocol writes it. */
  public static JsonObject encode(Crs crs) {
    return JsonObject.of()
        .with("id", crs.id())
        .with("definition", crs.definition())
        .with("geographic", crs.geographic())
        .with("metersPerUnit", crs.metersPerUnit());
  }

  public static Crs decodeCrs(JsonObject crs) {
    return new Crs(
        crs.optString("id", ""),
        crs.optString("definition", ""),
        crs.optBool("geographic", false),
        crs.optNumber("metersPerUnit", 0));
  }

  private static JsonObject encode(Column column, List<Object> buffers) {
    boolean zoned = false;
    if (column instanceof BooleanColumn booleans) {
      buffers.add(booleans.values());
    } else if (column instanceof Integer32Column integers) {
      buffers.add(integers.values());
    } else if (column instanceof Integer64Column integers) {
      buffers.add(integers.values());
    } else if (column instanceof RealColumn reals) {
      buffers.add(reals.values());
    } else if (column instanceof TemporalColumn moments) {
      buffers.add(moments.micros());
      zoned = moments.zones() != null;
      if (zoned) {
        buffers.add(moments.zones());
      }
    } else if (column instanceof BinaryColumn binary) {
      buffers.add(binary.offsets());
      buffers.add(binary.bytes());
    } else {
      TextColumn text = (TextColumn) column;
      buffers.add(text.offsets());
      buffers.add(text.utf8());
    }
    byte[] present = column.present();
    if (present != null) {
      buffers.add(present);
    }
    JsonObject header =
        JsonObject.of()
            .with("name", column.field().name())
            .with("type", column.field().type().label())
            .with("nullable", present != null);
    return zoned ? header.with("zoned", true) : header;
  }

  private static Column decodeColumn(JsonObject header, Arrays arrays) {
    Field field = new Field(header.string("name"), FieldType.ofLabel(header.string("type")));
    boolean nullable = header.bool("nullable");
    return switch (field.type()) {
      case BOOLEAN -> new BooleanColumn(field, arrays.bytes(), nullable ? arrays.bytes() : null);
      case INTEGER -> new Integer32Column(field, arrays.ints(), nullable ? arrays.bytes() : null);
      case INTEGER64 ->
          new Integer64Column(field, arrays.longs(), nullable ? arrays.bytes() : null);
      case REAL -> new RealColumn(field, arrays.doubles(), nullable ? arrays.bytes() : null);
      case DATE, TIME, DATE_TIME ->
          new TemporalColumn(
              field,
              arrays.longs(),
              header.optBool("zoned", false) ? arrays.bytes() : null,
              nullable ? arrays.bytes() : null);
      case BINARY ->
          new BinaryColumn(field, arrays.ints(), arrays.bytes(), nullable ? arrays.bytes() : null);
      default ->
          new TextColumn(field, arrays.ints(), arrays.bytes(), nullable ? arrays.bytes() : null);
    };
  }

  /** The arrays of a message, taken one after another. */
  public static final class Arrays {
    private final List<Object> buffers;
    private int next;

    public Arrays(List<Object> buffers) {
      this.buffers = buffers;
    }

    byte[] bytes() {
      return (byte[]) buffers.get(next++);
    }

    int[] ints() {
      return (int[]) buffers.get(next++);
    }

    long[] longs() {
      return (long[]) buffers.get(next++);
    }

    double[] doubles() {
      return (double[]) buffers.get(next++);
    }
  }
}
