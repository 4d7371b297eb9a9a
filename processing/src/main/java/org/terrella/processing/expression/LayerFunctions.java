package org.terrella.processing.expression;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.naming.Suggestions;

/** Functions of layers themselves. */
final class LayerFunctions {
  private static final List<String> PROPERTIES =
      List.of(
          "name",
          "id",
          "title",
          "abstract",
          "keywords",
          "data_url",
          "attribution",
          "attribution_url",
          "source",
          "min_scale",
          "max_scale",
          "is_editable",
          "crs",
          "crs_definition",
          "crs_description",
          "crs_ellipsoid",
          "extent",
          "distance_units",
          "path",
          "type",
          "storage_type",
          "geometry_type",
          "feature_count");

  private LayerFunctions() {}

  static void addTo(Functions functions) {
    functions.addVarying(
        "layer_property",
        "layer property",
        "What a layer is called, where it lies, how many features it has and so on.",
        (call, out) -> {
          if (call.has(0) && call.has(1)) {
            property(call, RecordFunctions.layer(call), TextCase.lower(call.text(1)), out);
          }
        });
  }

  private static void property(Call call, Scope layer, String name, Value out) {
    FeatureTable table = layer.table();
    Crs crs = table.crs();
    switch (name) {
      case "name" -> out.set(table.name());
      case "id" -> {
        if (!layer.layer().id().isEmpty()) {
          out.set(layer.layer().id());
        }
      }
      case "type" -> out.set("Vector");
      case "is_editable" -> out.set(false);
      case "crs" -> out.set(crs.id());
      case "crs_definition" -> {
        if (crs.definition().contains("+proj=")) {
          out.set(crs.definition());
        }
      }
      case "distance_units" ->
          out.set(crs.geographic() ? "degrees" : crs.metersPerUnit() == 1 ? "meters" : "unknown");
      case "feature_count" -> out.set(table.size());
      case "geometry_type" -> out.set(geometryType(table.geometry()));
      case "extent" -> extent(table.geometry(), out);
      default -> {
        if (!PROPERTIES.contains(name)) {
          throw call.failed(
              "there is no property \"" + name + "\"" + Suggestions.clause(name, PROPERTIES));
        }
      }
    }
  }

  /** The kind of the first geometry that has one. */
  private static String geometryType(GeometryColumn column) {
    for (int row = 0; row < column.size(); row++) {
      if (column.type(row) != GeometryType.NONE) {
        return switch (column.type(row)) {
          case POINT, MULTI_POINT -> "Point";
          case LINE_STRING, MULTI_LINE_STRING -> "Line";
          case POLYGON, MULTI_POLYGON -> "Polygon";
          default -> "Unknown geometry";
        };
      }
    }
    return "No geometry";
  }

  private static void extent(GeometryColumn column, Value out) {
    Envelope extent = new Envelope();
    int stride = column.stride();
    for (int i = 0; i < column.vertexCount() * stride; i += stride) {
      double x = column.coordinates()[i];
      double y = column.coordinates()[i + 1];
      if (x - x == 0 && y - y == 0) {
        extent.expandToInclude(x, y);
      }
    }
    if (!extent.isNull()) {
      out.set(GeometryShapes.box(extent));
    }
  }
}
