package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Where a parameter of a step gets its value from. */
public sealed interface Binding {
  /** A value that is always the same. */
  record Value(JsonValue value) implements Binding {}

  /** An input of the model. */
  record Input(String name) implements Binding {}

  /** What another step gives. */
  record Result(String step, String output) implements Binding {}

  /** Several, for parameters that take several layers. */
  record Many(List<Binding> items) implements Binding {
    public Many {
      items = List.copyOf(items);
    }
  }

  /** The items of {@link Many}, or the binding itself. */
  default List<Binding> parts() {
    return this instanceof Many many ? many.items : List.of(this);
  }

  /**
   * Reads {@code {"value": …}}, {@code {"input": name}}, {@code {"step": id, "output": name}} or an
   * array of these.
   *
   * @param place how the parameter is called in messages
   */
  static Binding of(JsonValue json, String place) {
    if (json instanceof JsonArray list) {
      List<Binding> items = new ArrayList<>();
      for (JsonValue item : list) {
        items.add(of(item, place));
      }
      return new Many(items);
    }
    if (json instanceof JsonObject object) {
      if (object.has("value")) {
        return new Value(object.get("value"));
      } else if (object.has("input")) {
        return new Input(object.string("input"));
      } else if (object.has("step")) {
        return new Result(object.string("step"), object.optString("output", "OUTPUT"));
      }
    }
    throw TerrellaException.invalid(
        place + " must be {\"value\": …}, {\"input\": name} or {\"step\": id, \"output\": name}.");
  }
}
