package org.terrella.webapp.expression;

import org.terrella.document.Layer;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.command.Execution;

/**
 * What expressions name beside their own layer. The engine does not know the document: layers and
 * the PROJ strings of systems go with the request.
 */
public final class Mentions {
  /** Before the id of a layer, where it is an input that an expression names. */
  public static final String INPUT = "@";

  private Mentions() {}

  /**
   * What expressions in a JSON value name: {@code {inputs: [{name, table, label}], systems:
   * [code]}}, or nothing; waits.
   */
  public static JsonObject in(App app, JsonValue value) {
    String json = Json.write(value);
    if (json.indexOf('\'') < 0) {
      return JsonObject.of();
    }
    JsonArray layers = JsonArray.of();
    for (Layer layer : app.store.document().layers().values()) {
      if (app.tables.of(layer) != null) {
        layers =
            layers.with(
                JsonObject.of()
                    .with("name", INPUT + layer.id())
                    .with("table", layer.source())
                    .with("label", layer.name()));
      }
    }
    return Json.parseObject(Promises.await(Lazy.loadTools()).mentions(json, Json.write(layers)));
  }

  /** The layer that is such an input. */
  public static Layer layer(App app, JsonObject input) {
    return app.store.document().layer(input.string("name").substring(INPUT.length()));
  }

  /** PROJ strings with those of the systems that are named. */
  public static JsonObject definitions(App app, JsonObject mentioned, JsonObject known) {
    JsonObject all = known;
    for (String code : mentioned.optArray("systems").strings()) {
      if (app.crs.find(code) != null) {
        all = app.crs.defining(all, JsonObject.of().with("id", app.crs.find(code).code()));
      }
    }
    return all;
  }

  /** A request about the features of a layer, with what its expression names; waits. */
  public static JsonObject with(
      App app, JsonObject request, String expression, Layer own, Execution execution) {
    JsonObject whole = unfiltered(app, request, expression, own, execution);
    JsonArray inputs = JsonArray.of();
    for (JsonObject input : whole.optArray("inputs").objects()) {
      Layer layer = layer(app, input);
      inputs =
          inputs.with(
              layer.source().equals(own.source())
                  ? input
                  : input.with("filters", app.filters.of(layer, execution)));
    }
    return inputs.isEmpty() ? whole : whole.with("inputs", inputs);
  }

  /** As {@link #with}, but of the layers that are named also what their filters hide. */
  public static JsonObject unfiltered(
      App app, JsonObject request, String expression, Layer own, Execution execution) {
    JsonObject mentioned = in(app, new JsonString(expression));
    if (mentioned.isEmpty()) {
      return request;
    }
    app.tables.settle();
    JsonObject known = defining(app, JsonObject.of(), app.tables.ready(own));
    for (JsonObject input : mentioned.array("inputs").objects()) {
      known = defining(app, known, app.tables.whole(layer(app, input), execution));
    }
    return request
        .with("inputs", mentioned.array("inputs"))
        .with("definitions", definitions(app, mentioned, known));
  }

  private static JsonObject defining(App app, JsonObject known, LayerTables.Table table) {
    return app.crs.defining(known, table.summary().object("crs"));
  }
}
