package org.terrella.processing.algorithm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.FeatureTable;

/**
 * Runs of every algorithm, whatever it takes: its defaults, something simple for what has none, and
 * layers of the kinds that it wants.
 *
 * @param polygons a layer in EPSG:3857 with a field {@code class} of whole numbers
 */
record SampleRuns(FeatureTable points, FeatureTable lines, FeatureTable polygons) {
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
      if (parameter.name().equals("COUNT")) {
        // Ten copies of everything take long and show no more than two.
        json = json.with("COUNT", 2);
      }
    }
    return json;
  }

  private static JsonValue value(ParameterDescription parameter) {
    return switch (parameter.type()) {
      case FIELD -> new JsonString("class");
      case EXTENT -> new JsonString("-20,15,-9,10");
      case POINT -> new JsonString("1,2");
      case CRS -> new JsonString("EPSG:3857");
      case SINK, VECTOR_DESTINATION -> new JsonString("TEMPORARY_OUTPUT");
      case ENUM, NUMBER -> JsonNumber.of(0);
      default -> new JsonString("sample");
    };
  }

  /** Layers that an algorithm takes. */
  Map<String, List<FeatureTable>> inputs(AlgorithmDescription algorithm) {
    Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>();
    for (ParameterDescription parameter : algorithm.parameters()) {
      if (parameter.type().isFeatures()) {
        boolean other = !parameter.name().equals(algorithm.mainInput());
        FeatureTable table = table(parameter.geometry());
        // What is laid over a layer is not the layer itself.
        inputs.put(parameter.name(), List.of(other ? table.slice(0, table.size() / 3) : table));
      }
    }
    return inputs;
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
