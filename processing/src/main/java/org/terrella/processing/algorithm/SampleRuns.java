package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Sequences;

/**
 * Runs of every algorithm, whatever it takes: its defaults, something simple for what has none, and
 * layers of the kinds that it wants.
 *
 * @param polygons a layer in EPSG:3857 with a field {@code class} of whole numbers
 */
record SampleRuns(FeatureTable points, FeatureTable lines, FeatureTable polygons) {
  private static final String TIMES = "DATETIME_FIELD";

  /** Parameters that an algorithm can be run with. */
  static JsonObject parameters(AlgorithmDescription algorithm) {
    JsonObject json = JsonObject.of();
    for (ParameterDescription parameter : algorithm.parameters()) {
      boolean needed = !parameter.optional() && parameter.defaultValue() == null;
      boolean place = parameter.type() == ParameterType.CRS;
      boolean extra = parameter.type().isSink() && !parameter.created();
      if ((needed || place || extra) && !parameter.type().isFeatures()) {
        json = json.with(parameter.name(), value(parameter));
      }
      if (parameter.selection()) {
        JsonArray rows = JsonArray.of(JsonNumber.of(0), JsonNumber.of(3), JsonNumber.of(4));
        json = json.with(parameter.name(), JsonObject.of().with("selected", rows));
      }
      if (parameter.name().equals("TRAVEL_COST2")) {
        json = json.with("TRAVEL_COST2", 7);
      }
      if (parameter.name().equals("COUNT")) {
        // Ten copies of everything take long and show no more than two.
        json = json.with("COUNT", 2);
      }
    }
    return json;
  }

  private static JsonValue value(ParameterDescription parameter) {
    return switch (parameter.type()) {
      case FIELD -> new JsonString(parameter.name().equals(TIMES) ? "day" : "class");
      case EXTENT -> new JsonString("-20,15,-9,10");
      case POINT -> new JsonString(parameter.name().startsWith("END") ? "1.2,2.3" : "1,2");
      case CRS -> new JsonString("EPSG:3857");
      case SINK, VECTOR_DESTINATION -> new JsonString("TEMPORARY_OUTPUT");
      case ENUM, NUMBER -> JsonNumber.of(0);
      case BOOLEAN -> JsonBoolean.of(false);
      case EXPRESSION -> new JsonString("\"class\" % 2");
      case FIELDS_MAPPING, AGGREGATES -> fields();
      default -> new JsonString("sample");
    };
  }

  /** What a list of fields is, whether groups are made or not. */
  private static JsonArray fields() {
    JsonObject field = JsonObject.of().with("aggregate", "sum").with("input", "$area");
    return JsonArray.of(
        field
            .with("expression", "$area")
            .with("name", "size")
            .with("type", 6)
            .with("length", 0)
            .with("precision", 3));
  }

  /** Layers that an algorithm takes. */
  Map<String, List<FeatureTable>> inputs(AlgorithmDescription algorithm) {
    Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>();
    for (ParameterDescription parameter : algorithm.parameters()) {
      if (parameter.type().isFeatures()) {
        boolean other = !parameter.name().equals(algorithm.mainInput());
        FeatureTable table = completed(table(parameter.geometry()), algorithm);
        // What is laid over a layer is not the layer itself.
        inputs.put(parameter.name(), List.of(other ? table.slice(0, table.size() / 3) : table));
      }
    }
    return inputs;
  }

  /** With dates or heights for the algorithms that demand them. */
  private static FeatureTable completed(FeatureTable table, AlgorithmDescription algorithm) {
    GeometryColumn geometry = table.geometry();
    List<Column> columns = new ArrayList<>(table.columns());
    if (algorithm.id().equals("qgis:climbalongline")) {
      GeometryColumnBuilder heights = new GeometryColumnBuilder();
      for (int row = 0; row < table.size(); row++) {
        JtsGeometries.add(
            heights,
            geometry.type(row) == GeometryType.NONE
                ? null
                : Sequences.move(
                    JtsGeometries.of(geometry, row),
                    place -> Sequences.at(place.x, place.y, place.x + place.y, Double.NaN)));
      }
      geometry = heights.build();
    }
    if (algorithm.parameters().stream().anyMatch(parameter -> parameter.name().equals(TIMES))) {
      ColumnBuilder days = new ColumnBuilder("day");
      for (int row = 0; row < table.size(); row++) {
        days.addText("2024-01-0" + (1 + row % 3));
      }
      columns.add(days.build());
    }
    return new FeatureTable(table.name(), table.crs(), geometry, columns, table.ids());
  }

  private FeatureTable table(List<Integer> geometry) {
    int first = geometry.isEmpty() ? -1 : geometry.get(0);
    return first == 0 ? points : first == 1 ? lines : polygons;
  }

  Results run(Algorithm algorithm) {
    return AlgorithmRun.run(
        algorithm,
        inputs(algorithm.description()),
        parameters(algorithm.description()),
        Progress.NONE);
  }
}
