package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;

/** What the page is told of a table. */
final class TableSummary {
  private TableSummary() {}

  /**
   * {@code {table, name, crs, featureCount, vertexCount, geometryType, extent, fields}}; the extent
   * is [minX, minY, maxX, maxY] in the table's CRS and missing when nothing has a geometry.
   */
  static JsonObject of(String id, FeatureTable table) {
    List<JsonObject> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      fields.add(JsonObject.of().with("name", field.name()).with("type", field.type().label()));
    }
    GeometryColumn geometry = table.geometry();
    JsonObject summary =
        JsonObject.of()
            .with("table", id)
            .with("name", table.name())
            .with("crs", TableCodec.encode(table.crs()))
            .with("featureCount", table.size())
            .with("vertexCount", geometry.vertexCount())
            .with("geometryType", geometryType(geometry))
            .with("fields", JsonArray.of(fields));
    JsonObject extent = extent(table);
    return extent.isEmpty() ? summary : summary.with("extent", extent.array("extent"));
  }

  /** {@code {extent}}, or nothing when no feature has a geometry. */
  static JsonObject extent(FeatureTable table) {
    double[] extent = extent(table.geometry());
    return extent[0] <= extent[2]
        ? JsonObject.of().with("extent", JsonArray.ofNumbers(extent))
        : JsonObject.of();
  }

  /** One name for all: the multi type when single and multi meet, Mixed when kinds differ. */
  private static String geometryType(GeometryColumn geometry) {
    boolean[] seen = new boolean[8];
    for (byte type : geometry.types()) {
      seen[type] = true;
    }
    GeometryType found = GeometryType.NONE;
    for (int code = 1; code < 8; code++) {
      if (!seen[code]) {
        continue;
      }
      GeometryType type = GeometryType.ofCode(code);
      boolean promotes = found != GeometryType.NONE && code == found.code() + 3 && code < 7;
      if (found != GeometryType.NONE && !promotes) {
        return "Mixed";
      }
      found = type;
    }
    return found.label();
  }

  static double[] extent(GeometryColumn geometry) {
    double[] extent = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    double[] coordinates = geometry.coordinates();
    for (int i = 0; i < coordinates.length; i += geometry.stride()) {
      extent[0] = Math.min(extent[0], coordinates[i]);
      extent[1] = Math.min(extent[1], coordinates[i + 1]);
      extent[2] = Math.max(extent[2], coordinates[i]);
      extent[3] = Math.max(extent[3], coordinates[i + 1]);
    }
    return extent;
  }
}
