package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Changes of a model's JSON, which may be unfinished. Each gives the next model. */
public final class ModelDraft {
  private ModelDraft() {}

  /** A model without steps. */
  public static JsonObject empty() {
    return complete(JsonObject.of().with("name", ""));
  }

  /** A model that also says what may be left unsaid. */
  public static JsonObject complete(JsonObject model) {
    JsonArray steps = JsonArray.of();
    for (JsonObject step : model.optArray("steps").objects()) {
      steps = steps.with(step.with("parameters", step.optObject("parameters")));
    }
    JsonArray outputs = JsonArray.of();
    for (JsonObject output : model.optArray("outputs").objects()) {
      outputs = outputs.with(output.with("output", output.optString("output", "OUTPUT")));
    }
    return model
        .with("inputs", model.optArray("inputs"))
        .with("steps", steps)
        .with("outputs", outputs);
  }

  /**
   * Adds a step at the end, which takes what the step before it gives, and gives the result of the
   * model in its place.
   */
  public static JsonObject withStep(JsonObject model, JsonObject algorithm) {
    List<JsonObject> steps = model.array("steps").objects();
    List<String> ids = names(model.array("steps"), "id");
    String algorithmId = algorithm.string("id");
    String id = Model.free(algorithmId.substring(algorithmId.indexOf(':') + 1), ids);
    JsonObject step =
        JsonObject.of()
            .with("id", id)
            .with("algorithm", algorithmId)
            .with("title", title(algorithm.string("name"), names(model.array("steps"), "title")))
            .with("parameters", JsonObject.of());
    JsonObject next = model;
    String source = firstSource(algorithm);
    if (!steps.isEmpty() && !source.isEmpty()) {
      String last = steps.get(steps.size() - 1).string("id");
      for (JsonObject output : model.array("outputs").objects()) {
        if (output.string("step").equals(last)) {
          JsonObject link = JsonObject.of().with("step", last).with("output", output.get("output"));
          step = step.with("parameters", JsonObject.of().with(source, link));
          next = withoutOutput(next, last, output.string("output"));
          break;
        }
      }
    }
    next = next.with("steps", next.array("steps").with(step));
    for (JsonObject output : algorithm.array("outputs").objects()) {
      if (AlgorithmCatalog.isLayer(output)) {
        JsonObject sink = AlgorithmCatalog.parameter(algorithm, output.string("name"));
        String label = sink == null ? algorithm.string("name") : AlgorithmCatalog.label(sink);
        return withOutput(next, id, output.string("name"), label);
      }
    }
    return next;
  }

  /** A title that no other step has: the name, or that with a number. */
  static String title(String name, List<String> taken) {
    String title = name;
    for (int i = 2; taken.contains(title); i++) {
      title = name + " " + i;
    }
    return title;
  }

  private static String firstSource(JsonObject algorithm) {
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      if (AlgorithmCatalog.takesLayers(parameter.string("type"))) {
        return parameter.string("name");
      }
    }
    return "";
  }

  /** Takes out a step, its results, and all that took them. */
  public static JsonObject withoutStep(JsonObject model, String id) {
    JsonObject left = unbound(model, "step", id);
    return left.with("steps", without(left.array("steps"), "id", id))
        .with("outputs", without(model.array("outputs"), "step", id));
  }

  /** Sets members of a step, an input or an output. */
  public static JsonObject with(
      JsonObject model, String list, String key, String id, JsonObject members) {
    JsonArray changed = JsonArray.of();
    for (JsonObject each : model.array(list).objects()) {
      changed = changed.with(each.string(key).equals(id) ? each.withAll(members) : each);
    }
    return model.with(list, changed);
  }

  /** Sets where a parameter of a step gets its value from; null in JSON for nowhere. */
  public static JsonObject withBinding(
      JsonObject model, String step, String parameter, JsonValue binding) {
    JsonObject parameters = member(model.array("steps"), "id", step).object("parameters");
    boolean none = binding == JsonNull.NULL || binding instanceof JsonArray list && list.isEmpty();
    return with(
        model,
        "steps",
        "id",
        step,
        JsonObject.of()
            .with(
                "parameters",
                none ? parameters.without(parameter) : parameters.with(parameter, binding)));
  }

  /** Adds an input that takes what a parameter of a step takes; its name is the last input's. */
  public static JsonObject withInput(JsonObject model, String step, JsonObject parameter) {
    String label = AlgorithmCatalog.label(parameter);
    String plain = Model.identifier(label);
    String name =
        Model.free(plain.isEmpty() ? "input" : plain, names(model.array("inputs"), "name"));
    JsonObject input = ModelDescription.input(name, parameter, Model.of(model).step(step));
    if (AlgorithmCatalog.takesLayers(parameter.string("type"))) {
      input = input.with("type", "source").without("default");
    }
    return model.with("inputs", model.array("inputs").with(input));
  }

  /** Takes out an input and what took it. */
  public static JsonObject withoutInput(JsonObject model, String name) {
    JsonArray inputs = JsonArray.of();
    for (JsonObject input : without(model.array("inputs"), "name", name).objects()) {
      boolean field = input.optString("fieldsOf", "").equals(name);
      inputs = inputs.with(field ? input.with("fieldsOf", "") : input);
    }
    return unbound(model, "input", name).with("inputs", inputs);
  }

  /** Makes an output of a step one of the model. */
  public static JsonObject withOutput(JsonObject model, String step, String output, String label) {
    List<String> taken = names(model.array("inputs"), "name");
    taken.addAll(names(model.array("outputs"), "name"));
    return model.with(
        "outputs",
        model
            .array("outputs")
            .with(
                JsonObject.of()
                    .with("name", Model.free(output, taken))
                    .with("label", label)
                    .with("step", step)
                    .with("output", output)));
  }

  /** Makes an output of a step none of the model. */
  public static JsonObject withoutOutput(JsonObject model, String step, String output) {
    JsonArray left = JsonArray.of();
    for (JsonObject each : model.array("outputs").objects()) {
      boolean same = each.string("step").equals(step) && each.string("output").equals(output);
      left = same ? left : left.with(each);
    }
    return model.with("outputs", left);
  }

  /** Whether a step is another, or needs it, directly or by way of others. */
  public static boolean needs(Model model, String step, String other) {
    List<String> reached = new ArrayList<>(List.of(step));
    for (int i = 0; i < reached.size(); i++) {
      Model.Step at = model.step(reached.get(i));
      for (String need : at == null ? List.<String>of() : at.needs()) {
        if (!reached.contains(need)) {
          reached.add(need);
        }
      }
    }
    return reached.contains(other);
  }

  /** Takes out all bindings to an input or to a step. */
  private static JsonObject unbound(JsonObject model, String key, String name) {
    JsonArray steps = JsonArray.of();
    for (JsonObject step : model.array("steps").objects()) {
      JsonObject left = JsonObject.of();
      JsonObject parameters = step.object("parameters");
      for (String parameter : parameters.keys()) {
        JsonValue binding = parameters.get(parameter);
        if (binding instanceof JsonArray list) {
          JsonArray items = JsonArray.of();
          for (JsonValue item : list) {
            items = isBound(item, key, name) ? items : items.with(item);
          }
          left = items.isEmpty() ? left : left.with(parameter, items);
        } else if (!isBound(binding, key, name)) {
          left = left.with(parameter, binding);
        }
      }
      steps = steps.with(step.with("parameters", left));
    }
    return model.with("steps", steps);
  }

  private static boolean isBound(JsonValue binding, String key, String name) {
    return binding instanceof JsonObject object
        && !object.has("value")
        && object.optString(key, "").equals(name);
  }

  /** The member of a list with this id. */
  public static JsonObject member(JsonArray list, String key, String id) {
    for (JsonObject each : list.objects()) {
      if (each.string(key).equals(id)) {
        return each;
      }
    }
    return JsonObject.of();
  }

  private static JsonArray without(JsonArray list, String key, String id) {
    JsonArray left = JsonArray.of();
    for (JsonObject each : list.objects()) {
      left = each.string(key).equals(id) ? left : left.with(each);
    }
    return left;
  }

  private static List<String> names(JsonArray list, String key) {
    List<String> names = new ArrayList<>();
    for (JsonObject each : list.objects()) {
      names.add(each.optString(key, ""));
    }
    return names;
  }
}
