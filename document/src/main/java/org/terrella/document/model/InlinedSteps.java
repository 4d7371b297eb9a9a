package org.terrella.document.model;

import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * The steps of a model as steps of another.
 *
 * @param renamed the new ids by the old ones
 */
record InlinedSteps(JsonObject renamed, Inputs inputs) {
  /** Says what an input of the model is bound to; null in JSON for nothing. */
  interface Inputs {
    JsonValue binding(String name);
  }

  /** A step as one of the other model. */
  JsonObject step(JsonObject step) {
    JsonObject bindings = JsonObject.of();
    JsonObject given = step.optObject("parameters");
    for (String name : given.keys()) {
      JsonValue binding = binding(given.get(name));
      bindings = binding == JsonNull.NULL ? bindings : bindings.with(name, binding);
    }
    return step.with("id", renamed.get(step.string("id"))).with("parameters", bindings);
  }

  private JsonValue binding(JsonValue binding) {
    if (binding instanceof JsonArray list) {
      JsonArray items = JsonArray.of();
      for (JsonValue each : list) {
        JsonValue item = binding(each);
        for (JsonValue part : item instanceof JsonArray parts ? parts : JsonArray.of(item)) {
          items = part == JsonNull.NULL ? items : items.with(part);
        }
      }
      return items;
    }
    JsonObject one = (JsonObject) binding;
    if (one.has("value")) {
      return one;
    }
    return one.has("step")
        ? one.with("step", renamed.opt(one.string("step"), one.get("step")))
        : inputs.binding(one.string("input"));
  }
}
