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
