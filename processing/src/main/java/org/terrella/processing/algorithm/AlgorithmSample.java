package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.query.RowSets;

/** What an algorithm does to a small layer, to be seen beside its form: it is run for it. */
public final class AlgorithmSample {
  private static final int MOST_ROWS = 3;
  private static final int MOST_FIELDS = 4;

  /** Algorithms about vertices, which are drawn then. */
  private static final Set<String> OF_VERTICES =
      Set.of(
          "native:densifygeometries",
          "native:densifygeometriesgivenaninterval",
          "native:explodelines",
          "native:mergelines",
          "native:removeduplicatevertices",
          "native:simplifygeometries",
          "native:snappointstogrid",
          "native:splitlinesbylength");

  private AlgorithmSample() {}

  /**
   * A run in pictures: {@code {before, other?, after}} with the paths of SVG {@code {areas?,
   * lines?, points?}} in a box of {@code width} and {@code height}; or, where nothing is to be seen
   * on a map, in tables {@code {fields, rows, count}}; or in {@code values}. Empty where the layer
   * stays as it is.
   */
  public static JsonObject of(Algorithm algorithm) {
    AlgorithmDescription description = algorithm.description();
    JsonObject parameters = SampleParameters.of(description);
    Map<String, List<FeatureTable>> inputs = inputs(description);
    if (description.id().equals("native:forcerhr")) {
      // The direction of rings is not seen.
      return JsonObject.of();
    }
    Results results = AlgorithmRun.run(algorithm, inputs, parameters, Progress.NONE);
    FeatureTable before = null;
    FeatureTable other = null;
    for (Map.Entry<String, List<FeatureTable>> input : inputs.entrySet()) {
      if (before == null) {
        before = input.getValue().get(0);
      } else {
        other = input.getValue().get(0);
      }
    }
    JsonObject json = JsonObject.of();
    if (results.values().has("SELECTION")) {
      results = Results.of(selected(before, results.values().object("SELECTION")));
    }
    if (results.tables().isEmpty()) {
      return results.values().isEmpty() ? json : json.with("values", results.values());
    }
    FeatureTable after = first(results);
    SamplePicture frame = new SamplePicture();
    for (FeatureTable table : List.of(before == null ? after : before, after)) {
      frame.include(table);
    }
    if (other != null) {
      frame.include(other);
    }
    SamplePicture.Dots vertices = dots(description.id());
    JsonObject drawnAfter = frame.draw(after, vertices);
    JsonObject drawnBefore = before == null ? json : frame.draw(before, vertices);
    if (!drawnAfter.isEmpty() && !drawnAfter.equals(drawnBefore)) {
      json =
          json.with("width", SamplePicture.WIDTH)
              .with("height", SamplePicture.HEIGHT)
              .with("before", drawnBefore)
              .with("after", drawnAfter);
      return other == null ? json : json.with("other", frame.draw(other, SamplePicture.Dots.NONE));
    }
    JsonObject was = before == null ? json : table(before, List.of());
    JsonObject is = table(after, before == null ? List.of() : names(before));
    if (!is.equals(was)) {
      return json.with("tables", JsonArray.of(was, is));
    }
    return drawnBefore.isEmpty() || !drawnAfter.isEmpty()
        ? json
        : json.with("width", SamplePicture.WIDTH)
            .with("height", SamplePicture.HEIGHT)
            .with("before", drawnBefore)
            .with("tables", JsonArray.of(json, is));
  }

  private static FeatureTable selected(FeatureTable input, JsonObject selection) {
    int[] rows = RowSets.ofBits(selection.string("rows"));
    return FeatureTables.take(input, rows, rows.length);
  }

  /** The first layer that has features, if any has some. */
  private static FeatureTable first(Results results) {
    FeatureTable found = null;
    for (FeatureTable table : results.tables().values()) {
      found = found == null || found.size() == 0 ? table : found;
    }
    return found;
  }

  private static SamplePicture.Dots dots(String id) {
    return OF_VERTICES.contains(id)
        ? SamplePicture.Dots.ALL
        : id.equals("native:reverselinedirection")
            ? SamplePicture.Dots.FIRST
            : SamplePicture.Dots.NONE;
  }

  /** The layers of the picture. */
  static Map<String, List<FeatureTable>> inputs(AlgorithmDescription description) {
    Map<String, List<FeatureTable>> inputs =
        new SampleRuns(SampleLayers.POINTS, SampleLayers.LINES, SampleLayers.POLYGONS)
            .inputs(description);
    boolean main = true;
    for (ParameterDescription parameter : description.parameters()) {
      List<FeatureTable> given = inputs.get(parameter.name());
      if (given == null) {
        continue;
      }
      if (main && SampleParameters.input(description.id()) != null) {
        inputs.put(parameter.name(), List.of(SampleParameters.input(description.id())));
      } else if (!main && takesAreas(parameter)) {
        inputs.put(parameter.name(), List.of(SampleLayers.MASK));
      }
      main = false;
    }
    return inputs;
  }

  private static boolean takesAreas(ParameterDescription parameter) {
    List<Integer> kinds = parameter.geometry();
    return kinds.isEmpty() || kinds.contains(-1) || kinds.contains(2) || kinds.contains(5);
  }

  private static List<String> names(FeatureTable table) {
    List<String> names = new ArrayList<>();
    table.fields().forEach(field -> names.add(field.name()));
    return names;
  }

  /** The first rows, and those fields that are not in {@code old}, after some that are. */
  private static JsonObject table(FeatureTable table, List<String> old) {
    List<Column> columns = new ArrayList<>();
    int fresh = 0;
    for (Column column : table.columns()) {
      fresh += old.contains(column.field().name()) ? 0 : 1;
    }
    int room = Math.max(0, MOST_FIELDS - fresh);
    for (Column column : table.columns()) {
      boolean known = old.contains(column.field().name());
      if (columns.size() < MOST_FIELDS && (!known || room > 0)) {
        columns.add(column);
        room -= known ? 1 : 0;
      }
    }
    List<JsonArray> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(MOST_ROWS, table.size()); row++) {
      List<JsonValue> values = new ArrayList<>();
      for (Column column : columns) {
        values.add(value(column.value(row)));
      }
      rows.add(JsonArray.of(values));
    }
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.field().name()));
    return JsonObject.of()
        .with("fields", JsonArray.ofStrings(names))
        .with("rows", JsonArray.of(rows))
        .with("count", table.size());
  }

  private static JsonValue value(Object value) {
    if (value instanceof Number number) {
      double real = number.doubleValue();
      double rounded = Math.floor(real * 1000 + 0.5) / 1000;
      return rounded - rounded == 0 ? JsonNumber.of(rounded) : JsonNull.NULL;
    }
    return value == null ? JsonNull.NULL : new JsonString(value.toString());
  }
}
