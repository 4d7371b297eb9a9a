package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * Descriptions of algorithms, as {@code processing:list} gives them, by id.
 *
 * @param models those of the map, of which the ones in order are among the algorithms
 */
public record AlgorithmCatalog(List<JsonObject> algorithms, List<Model> models) {
  public AlgorithmCatalog {
    algorithms = List.copyOf(algorithms);
    models = List.copyOf(models);
  }

  /** A catalogue without models. */
  public AlgorithmCatalog(List<JsonObject> algorithms) {
    this(algorithms, List.of());
  }

  /** A catalogue in which models are algorithms, too: those in which nothing is wrong. */
  public AlgorithmCatalog with(List<Model> more) {
    List<Model> waiting = new ArrayList<>(more);
    AlgorithmCatalog all = new AlgorithmCatalog(algorithms, more);
    // A model is described once those are that it has as steps.
    for (int i = 0; i < waiting.size(); ) {
      Model model = waiting.get(i);
      if (ModelCheck.problems(model, all).isEmpty()) {
        List<JsonObject> known = new ArrayList<>(all.algorithms);
        known.add(ModelDescription.of(model, all));
        all = new AlgorithmCatalog(known, more);
        waiting.remove(i);
        i = 0;
      } else {
        i++;
      }
    }
    return all;
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
