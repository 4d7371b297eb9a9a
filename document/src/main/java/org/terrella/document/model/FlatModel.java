package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** A model without models among its steps: theirs stand in their place. */
public final class FlatModel {
  private FlatModel() {}

  /** Finds the JSON of a model by its id as an algorithm. */
  public interface Known {
    JsonObject model(String algorithm);
  }

  /** The flat JSON of a model in which {@link ModelCheck} finds nothing wrong. */
  public static JsonObject of(JsonObject model, Known known) {
    JsonObject flat = model;
    for (JsonObject step : model.array("steps").objects()) {
      String algorithm = step.string("algorithm");
      if (algorithm.startsWith(Model.PREFIX)) {
        flat = replaced(flat, step.string("id"), of(known.model(algorithm), known));
      }
    }
    return flat;
  }

  private static JsonObject replaced(JsonObject model, String id, JsonObject inner) {
    List<String> taken = new ArrayList<>();
    for (JsonObject step : model.array("steps").objects()) {
      taken.add(step.string("id"));
    }
    JsonObject renamed = JsonObject.of();
    for (JsonObject step : inner.array("steps").objects()) {
      String free = Model.free(id + "_" + step.string("id"), taken);
      taken.add(free);
      renamed = renamed.with(step.string("id"), free);
    }
    JsonArray steps = JsonArray.of();
    for (JsonObject step : model.array("steps").objects()) {
      if (!step.string("id").equals(id)) {
        steps = steps.with(step);
        continue;
      }
      InlinedSteps inlined = inlined(step.optObject("parameters"), inner, renamed);
      String title = step.optString("title", "");
      for (JsonObject each : inner.array("steps").objects()) {
        String own = each.optString("title", "");
        boolean both = !title.isEmpty() && !own.isEmpty();
        steps = steps.with(inlined.step(each).with("title", both ? title + ": " + own : own));
      }
    }
    JsonObject results = JsonObject.of();
    for (JsonObject output : inner.array("outputs").objects()) {
      results =
          results.with(
              output.string("name"),
              JsonObject.of()
                  .with("step", renamed.get(output.string("step")))
                  .with("output", output.optString("output", "OUTPUT")));
    }
    return rewired(model.with("steps", steps), id, results);
  }

  private static InlinedSteps inlined(JsonObject given, JsonObject inner, JsonObject renamed) {
    return new InlinedSteps(
        renamed,
        name -> {
          JsonObject input = ModelDraft.member(inner.array("inputs"), "name", name);
          JsonValue usual = input.opt("default", JsonNull.NULL);
          JsonValue fixed = usual == JsonNull.NULL ? usual : JsonObject.of().with("value", usual);
          return given.opt(name, fixed);
        });
  }

  /** Lets what took a result of the step take it from the step that makes it now. */
  private static JsonObject rewired(JsonObject model, String id, JsonObject results) {
    JsonArray steps = JsonArray.of();
    for (JsonObject step : model.array("steps").objects()) {
      JsonObject parameters = step.optObject("parameters");
      for (String name : parameters.keys()) {
        JsonValue binding = parameters.get(name);
        JsonArray items = JsonArray.of();
        for (JsonValue item : binding instanceof JsonArray list ? list : JsonArray.of(binding)) {
          items = items.with(taking((JsonObject) item, id, results));
        }
        parameters = parameters.with(name, binding instanceof JsonArray ? items : items.get(0));
      }
      steps = steps.with(step.with("parameters", parameters));
    }
    JsonArray outputs = JsonArray.of();
    for (JsonObject output : model.array("outputs").objects()) {
      outputs = outputs.with(taking(output, id, results));
    }
    return model.with("steps", steps).with("outputs", outputs);
  }

  private static JsonObject taking(JsonObject from, String id, JsonObject results) {
    boolean own = !from.has("value") && from.optString("step", "").equals(id);
    return own ? from.withAll(results.object(from.optString("output", "OUTPUT"))) : from;
  }
}
