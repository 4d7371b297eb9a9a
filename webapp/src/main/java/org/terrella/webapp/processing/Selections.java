package org.terrella.webapp.processing;

import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;

/**
 * What is selected of layers whose selected features an algorithm treats otherwise. The history
 * keeps it with the parameters, so that running again does the same.
 */
public final class Selections {
  private Selections() {}

  /** The parameters with the selections that the run is going to use. */
  public static JsonObject fixed(App app, JsonObject description, JsonObject parameters) {
    JsonObject fixed = parameters;
    for (JsonObject parameter : description.array("parameters").objects()) {
      String name = parameter.string("name");
      if (parameter.optBool("selection", false) && parameters.has(name)) {
        fixed = fixed.with(name, fixed(app, name, parameters.get(name)));
      }
    }
    return fixed;
  }

  /** {@code {"source", "selected": [row, …]}}, where rows count what filters hide, too. */
  static JsonObject fixed(App app, String name, JsonValue value) {
    return JsonObject.of().with("source", source(value)).withAll(of(app, name, value));
  }

  private static JsonValue source(JsonValue value) {
    return value instanceof JsonObject given && given.has("source") ? given.get("source") : value;
  }

  /** {@code {"selected": [row, …]}}: the features that are given, else those of the layer now. */
  static JsonObject of(App app, String name, JsonValue value) {
    if (value instanceof JsonObject given && given.has("selected")) {
      return JsonObject.of().with("selected", given.get("selected"));
    }
    if (!(source(value) instanceof JsonString id)
        || !app.store.document().layers().containsKey(id.value())) {
      throw TerrellaException.invalid(
          "\"" + name + "\" needs selected features, which only a layer of the map has.");
    }
    JsonArray rows = JsonArray.of();
    for (int row : app.features.rows(id.value())) {
      rows = rows.with(JsonNumber.of(row));
    }
    return JsonObject.of().with("selected", rows);
  }
}
