package org.terrella.document.model;

import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Descriptions of algorithms, as {@code processing:list} gives them, by id. */
public record AlgorithmCatalog(List<JsonObject> algorithms) {
  public AlgorithmCatalog {
    algorithms = List.copyOf(algorithms);
  }

  /** The algorithm with this id or alias; null when there is none. */
  public JsonObject find(String id) {
    for (JsonObject algorithm : algorithms) {
      if (algorithm.string("id").equals(id)
          || algorithm.optArray("aliases").strings().contains(id)) {
        return algorithm;
      }
    }
    return null;
  }

  /** The algorithm with this id or alias; fails when there is none. */
  public JsonObject get(String id) {
    JsonObject found = find(id);
    if (found == null) {
      throw TerrellaException.notFound("There is no algorithm \"" + id + "\".");
    }
    return found;
  }

  /** A parameter; null when the algorithm has none of that name. */
  public static JsonObject parameter(JsonObject algorithm, String name) {
    return named(algorithm.array("parameters"), name);
  }

  /** An output; null when the algorithm has none of that name. */
  public static JsonObject output(JsonObject algorithm, String name) {
    return named(algorithm.optArray("outputs"), name);
  }

  private static JsonObject named(JsonArray list, String name) {
    for (JsonObject each : list.objects()) {
      if (each.string("name").equals(name)) {
        return each;
      }
    }
    return null;
  }

  /** Whether parameters of a type take layers. */
  public static boolean takesLayers(String type) {
    return switch (type) {
      case "source", "vector", "layer", "multilayer" -> true;
      default -> false;
    };
  }

  /** Whether parameters of a type say where a result goes. */
  public static boolean isDestination(String type) {
    return switch (type) {
      case "sink", "vectorDestination", "fileDestination", "folderDestination" -> true;
      default -> false;
    };
  }

  /** Whether an output is a layer. */
  public static boolean isLayer(JsonObject output) {
    return output.string("type").equals("outputVector");
  }

  /** What people read of a parameter or an input. */
  public static String label(JsonObject parameter) {
    return parameter.optString("label", parameter.string("name"));
  }
}
