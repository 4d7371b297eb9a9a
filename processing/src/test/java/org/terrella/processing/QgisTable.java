package org.terrella.processing;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.wkt.WktWriter;

/** Tables in the words of {@code qgis-judge.py}. */
public final class QgisTable {
  private QgisTable() {}

  public static JsonObject of(FeatureTable table) {
    List<JsonArray> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      fields.add(JsonArray.ofStrings(List.of(field.name(), field.type().label())));
    }
    List<JsonArray> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<JsonValue> values = new ArrayList<>();
      for (Column column : table.columns()) {
        values.add(json(column.value(row)));
      }
      boolean none = table.geometry().type(row) == GeometryType.NONE;
      JsonValue wkt = none ? JsonNull.NULL : new JsonString(WktWriter.text(table.geometry(), row));
      rows.add(JsonArray.of(wkt, JsonArray.of(values)));
    }
    return JsonObject.of()
        .with("name", table.name())
        .with("crs", table.crs().id())
        .with("geometry", kind(table))
        .with("fields", JsonArray.of(fields))
        .with("rows", JsonArray.of(rows));
  }

  /** A value of a column as JSON. */
  public static JsonValue json(Object value) {
    if (value == null) {
      return JsonNull.NULL;
    } else if (value instanceof Boolean truth) {
      return JsonBoolean.of(truth);
    } else if (value instanceof Long whole) {
      return JsonNumber.of(whole);
    } else if (value instanceof Double real && Double.isFinite(real)) {
      return JsonNumber.of(real);
    }
    return new JsonString(value.toString());
  }

  /** What QGIS calls the geometries of a layer; none where they are of several kinds. */
  private static String kind(FeatureTable table) {
    String single = "None";
    boolean multi = false;
    for (int row = 0; row < table.size(); row++) {
      String label = table.geometry().type(row).label();
      if (!label.equals("None")) {
        String part = label.startsWith("Multi") ? label.substring(5) : label;
        if (!single.equals("None") && !part.equals(single)) {
          return "None";
        }
        multi |= label.startsWith("Multi");
        single = part;
      }
    }
    String dimensions = List.of("", "Z", "ZM").get(table.geometry().stride() - 2);
    return (multi ? "Multi" : "") + single + (single.equals("None") ? "" : dimensions);
  }
}
