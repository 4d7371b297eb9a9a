package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.FeatureTable;

/**
 * One run of an algorithm, here and in QGIS.
 *
 * @param key names the run: the id, the layers, and what is not as usual
 */
record QgisRun(
    String key,
    Algorithm algorithm,
    Map<String, List<FeatureTable>> inputs,
    JsonObject parameters) {

  /** Runs of an algorithm over all kinds of layers, with all choices. */
  static List<QgisRun> of(Algorithm algorithm) {
    AlgorithmDescription description = algorithm.description();
    String id = description.id();
    JsonObject usual = SampleParameters.of(description);
    Map<String, List<FeatureTable>> sample = simple(AlgorithmSample.inputs(description));
    List<QgisRun> runs = new ArrayList<>();
    runs.add(new QgisRun(id + " sample", algorithm, sample, usual));
    if (sample.isEmpty()) {
      addVariations(runs, runs.get(0));
      return runs;
    }
    List<QgisRun> plain = new ArrayList<>();
    for (int dimension : dimensions(description)) {
      String kind = List.of("points", "lines", "polygons").get(dimension);
      String key = id + " " + kind;
      QgisRun run = new QgisRun(key, algorithm, with(sample, dimension, false), usual);
      plain.add(run);
      runs.add(run);
      runs.add(new QgisRun(key + " zm", algorithm, with(sample, dimension, true), usual));
    }
    plain.forEach(run -> addVariations(runs, run));
    return runs;
  }

  /** Each other choice, and each switch turned. */
  private static void addVariations(List<QgisRun> runs, QgisRun run) {
    for (ParameterDescription parameter : run.algorithm.description().parameters()) {
      String name = parameter.name();
      JsonValue usual = run.parameters.opt(name, parameter.defaultValue());
      List<JsonValue> others = new ArrayList<>();
      if (parameter.type() == ParameterType.BOOLEAN) {
        others.add(JsonBoolean.of(!JsonBoolean.of(true).equals(usual)));
      } else if (parameter.type() == ParameterType.ENUM) {
        for (int i = 0; i < parameter.options().size(); i++) {
          JsonValue choice = JsonNumber.of(i);
          others.add(parameter.multiple() ? JsonArray.of(choice) : choice);
        }
        others.remove(usual);
      } else if (parameter.type() == ParameterType.FIELD && parameter.optional()) {
        others.add(JsonArray.ofStrings(List.of("class")));
        if (!parameter.multiple()) {
          others.set(0, others.get(0) instanceof JsonArray array ? array.get(0) : null);
        }
      }
      for (JsonValue other : others) {
        runs.add(
            new QgisRun(
                run.key + " " + name + "=" + other,
                run.algorithm,
                run.inputs,
                run.parameters.with(name, other)));
      }
    }
  }

  private static List<Integer> dimensions(AlgorithmDescription description) {
    for (ParameterDescription parameter : description.parameters()) {
      if (parameter.name().equals(description.mainInput())) {
        List<Integer> kinds = parameter.geometry().stream().filter(k -> k >= 0 && k < 3).toList();
        return kinds.isEmpty() ? List.of(0, 1, 2) : kinds;
      }
    }
    return List.of(0, 1, 2);
  }

  /** A layer of QGIS has one kind of geometries: the areas of those that have several. */
  private static Map<String, List<FeatureTable>> simple(Map<String, List<FeatureTable>> inputs) {
    Map<String, List<FeatureTable>> simple = new LinkedHashMap<>();
    inputs.forEach(
        (name, tables) ->
            simple.put(
                name,
                tables.stream()
                    .map(table -> table == SampleLayers.MIXED ? table.slice(2, 3) : table)
                    .toList()));
    return simple;
  }

  private static Map<String, List<FeatureTable>> with(
      Map<String, List<FeatureTable>> sample, int dimension, boolean measured) {
    Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>(sample);
    String first = inputs.keySet().iterator().next();
    FeatureTable table = QgisLayers.of(dimension, measured);
    inputs.put(first, List.of(table));
    if (inputs.containsKey("REVISED")) {
      inputs.put("REVISED", List.of(table.slice(1, table.size())));
    }
    return inputs;
  }

  /** All parameters that are not layers, defaults included. */
  JsonObject explicit() {
    JsonObject json = JsonObject.of();
    for (ParameterDescription parameter : algorithm.description().parameters()) {
      boolean old = parameter.name().equals("TRAVEL_COST");
      boolean plain = !parameter.type().isFeatures() && !isDestination(parameter) && !old;
      JsonValue value = parameters.opt(parameter.name(), parameter.defaultValue());
      if (value == null && parameter.multiple() && parameter.type() == ParameterType.ENUM) {
        value = JsonArray.of();
      }
      if (plain && value != null) {
        boolean one = !parameter.multiple() && parameter.type() == ParameterType.ENUM;
        boolean list = one && value instanceof JsonArray;
        json = json.with(parameter.name(), list ? ((JsonArray) value).get(0) : value);
      }
    }
    return json;
  }

  /** QGIS hands GDAL layers in memory as a GeoPackage, whose geometries have another name. */
  private static JsonObject ofGeoPackage(JsonObject parameters) {
    return parameters.has("GEOMETRY") ? parameters.with("GEOMETRY", "geom") : parameters;
  }

  private static boolean isDestination(ParameterDescription parameter) {
    return parameter.type().isSink()
        || parameter.type() == ParameterType.FILE_DESTINATION
        || parameter.type() == ParameterType.FOLDER_DESTINATION;
  }

  /** What is selected before an algorithm selects. */
  static final int[] SELECTED = {0, 2};

  private boolean selects() {
    return SelectingAlgorithms.has(algorithm.description().id());
  }

  /** The question to QGIS; tables are found by the given names. */
  JsonObject question(Map<FeatureTable, String> names) {
    JsonObject layers = JsonObject.of();
    JsonObject selected = JsonObject.of();
    List<String> sinks = new ArrayList<>();
    for (ParameterDescription parameter : algorithm.description().parameters()) {
      String name = parameter.name();
      if (inputs.containsKey(name)) {
        List<String> tables = inputs.get(name).stream().map(names::get).toList();
        layers = layers.with(name, JsonArray.ofStrings(tables));
        if (parameter.selection()) {
          selected = selected.with(name, parameters.object(name).get("selected"));
        } else if (selects() && name.equals(algorithm.description().mainInput())) {
          selected = selected.with(name, JsonArray.ofNumbers(SELECTED[0], SELECTED[1]));
        }
      } else if (parameter.type().isSink()) {
        sinks.add(name);
      }
    }
    return JsonObject.of()
        .with("id", algorithm.description().id())
        .with("inputs", layers)
        .with("selected", selected)
        .with("selects", selects())
        .with("sinks", JsonArray.ofStrings(sinks))
        .with("parameters", ofGeoPackage(explicit()));
  }
}
