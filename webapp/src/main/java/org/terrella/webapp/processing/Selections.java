package org.terrella.webapp.processing;

import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.job.Job;

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

  /** The parameters of a run that changes a selection, with all of its layer, filters or not. */
  static JsonObject whole(App app, String name, JsonObject parameters) {
    JsonValue value = parameters.opt(name, JsonNull.NULL);
    if (!(value instanceof JsonString id)
        || !app.store.document().layers().containsKey(id.value())) {
      throw TerrellaException.invalid(
          "\"" + name + "\" must be the id of a layer of the map: only these have a selection.");
    }
    return parameters.with(
        name, JsonObject.of().with("source", id).with("selected", JsonArray.of()));
  }

  /**
   * Changes what is selected of a layer. Waits.
   *
   * @param selection as algorithms say it: {@code {how, rows}}
   * @return how many features are selected now
   */
  static long apply(App app, String layerId, JsonObject selection, Job job) {
    Layer layer = app.store.document().layer(layerId);
    JsonObject request =
        JsonObject.of()
            .with("table", layer.source())
            .with("how", selection.get("how"))
            .with("filters", app.filters.of(layer, new Execution()))
            .with("filter", "")
            .with("bits", selection.get("rows"));
    app.features.set(
        layerId, app.engine.requestOf("select", request, app.features.rows(layerId), job).rows());
    return app.features.count(layerId);
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
