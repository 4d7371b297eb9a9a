package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TextColumn;

/**
 * Feature tables as messages carry them: a JSON header that says what there is, and the arrays
 * themselves in the order that the header implies.
 */
public final class TableCodec {
  private TableCodec() {}

  /** Adds the arrays of a table to {@code buffers} and returns the header that describes them. */
  public static JsonObject encode(FeatureTable table, List<Object> buffers) {
    GeometryColumn geometry = table.geometry();
    buffers.add(geometry.types());
    buffers.add(geometry.partOffsets());
    buffers.add(geometry.ringOffsets());
    buffers.add(geometry.vertexOffsets());
    buffers.add(geometry.coordinates());
    if (geometry.partTypes() != null) {
      buffers.add(geometry.partTypes());
    }
    List<JsonObject> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(encode(column, buffers));
    }
    JsonObject header =
        JsonObject.of()
            .with("name", table.name())
            .with("crs", encode(table.crs()))
            .with("stride", geometry.stride())
            .with("collections", geometry.partTypes() != null)
            .with("columns", JsonArray.of(columns));
    return table.ids() == null ? header : header.with("ids", encode(table.ids(), buffers));
  }

  /** The answer that carries a table. */
  public static Message result(int id, FeatureTable table) {
    List<Object> buffers = new ArrayList<>();
    JsonObject header = JsonObject.of().with("table", encode(table, buffers));
    return new Message(id, Message.RESULT, header, buffers);
  }

  /** The table of a header whose arrays begin at the reader's position. */
  public static FeatureTable decode(JsonObject header, Arrays arrays) {
    byte[] types = arrays.bytes();
    int[] partOffsets = arrays.ints();
    int[] ringOffsets = arrays.ints();
    int[] vertexOffsets = arrays.ints();
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
      columns.add(decodeColumn(column, arrays));
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
    byte[] present;
    if (column instanceof BooleanColumn booleans) {
      buffers.add(booleans.values());
      present = booleans.present();
    } else if (column instanceof IntegerColumn integers) {
      buffers.add(integers.values());
      present = integers.present();
    } else if (column instanceof RealColumn reals) {
      buffers.add(reals.values());
      present = reals.present();
    } else {
      TextColumn text = (TextColumn) column;
      buffers.add(text.offsets());
      buffers.add(text.utf8());
      present = text.present();
    }
    if (present != null) {
      buffers.add(present);
    }
    return JsonObject.of()
        .with("name", column.field().name())
        .with("type", column.field().type().name())
        .with("nullable", present != null);
  }

  private static Column decodeColumn(JsonObject header, Arrays arrays) {
    Field field = new Field(header.string("name"), FieldType.valueOf(header.string("type")));
    boolean nullable = header.bool("nullable");
    return switch (field.type()) {
      case BOOLEAN -> new BooleanColumn(field, arrays.bytes(), nullable ? arrays.bytes() : null);
      case INTEGER -> new IntegerColumn(field, arrays.longs(), nullable ? arrays.bytes() : null);
      case REAL -> new RealColumn(field, arrays.doubles(), nullable ? arrays.bytes() : null);
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
