package org.terrella.webapp.panel;

import java.util.List;
import org.terrella.document.Layer;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.map.FeatureMarks;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** What lies where the person clicked: the features' attributes. */
public final class IdentifyCard {
  private static final int SHOWN = 10;

  private final App app;
  private final MapView view;
  private final FeatureMarks marks;
  private final El body = El.div("identify-body").attr("aria-live", "polite");
  private final El crosshair = El.div("crosshair").attr("aria-hidden", "true");
  private final El card;

  public IdentifyCard(App app, MapView view) {
    this.app = app;
    this.view = view;
    marks = new FeatureMarks(app, view, FeatureMarks.Look.FOUND);
    El close = El.iconButton(Icon.CLOSE, "Close", this::close);
    card =
        El.of("aside", "card identify")
            .attr("aria-label", "Features")
            .add(El.of("header", "card-head").add(El.of("h2", "").text("Features"), close), body)
            .flag("hidden", true);
    view.onClick(this::clicked);
    app.store.listen(
        (before, after) -> {
          if (before.layers().size() > after.layers().size()) {
            close();
          }
        });
  }

  public El element() {
    return card;
  }

  /** A cross at the centre of the map; it is seen while keys look there. */
  public El crosshair() {
    return crosshair;
  }

  public void close() {
    crosshair.toggle("crosshair-shown", false);
    card.flag("hidden", true);
    marks.clear();
  }

  private void clicked(double[] at) {
    if (app.click.takes(at)) {
      return;
    }
    crosshair.toggle("crosshair-shown", false);
    Actions.start(app, () -> look(at));
  }

  /** Looks at the centre of the map and marks it; waits. */
  JsonArray center() {
    crosshair.toggle("crosshair-shown", true);
    JsonArray found = look(view.view().getCenter());
    crosshair.toggle("crosshair-shown", true);
    if (found.isEmpty()) {
      app.messages.info("There is no feature at the centre of the map.");
    }
    return found;
  }

  private JsonArray look(double[] at) {
    JsonArray found =
        (JsonArray)
            app.commands.execute(
                "view:identify",
                JsonObject.of().with("coordinate", JsonArray.ofNumbers(at)).with("geometry", false),
                new Execution());
    if (found.isEmpty()) {
      close();
    } else {
      show(found.objects());
    }
    return found;
  }

  private void show(List<JsonObject> found) {
    body.clear();
    boolean first = true;
    marks.clear();
    for (JsonObject group : found) {
      Layer layer = app.store.document().layer(group.string("layerId"));
      if (group.has("values")) {
        body.add(El.of("h3", "identify-layer").text(layer.name()), values(layer, group));
        continue;
      }
      JsonArray features = group.array("features");
      double[] rows = group.array("rows").numbers();
      body.add(
          El.of("h3", "identify-layer")
              .text(layer.name() + (features.size() > 1 ? " (" + features.size() + ")" : "")));
      for (int i = 0; i < Math.min(SHOWN, rows.length); i++) {
        body.add(feature(layer, features.object(i), (int) rows[i]));
      }
      if (first) {
        first = false;
        mark(layer, (int) rows[0]);
      }
    }
    card.flag("hidden", false);
  }

  private void mark(Layer layer, int row) {
    marks.clear();
    marks.show(layer.id(), new int[] {row});
  }

  private El feature(Layer layer, JsonObject feature, int row) {
    El table = El.of("table", "attributes");
    JsonObject properties = feature.optObject("properties");
    for (String name : properties.keys()) {
      El value = El.of("td", "").text(text(properties.get(name)));
      value.toggle("null", properties.get(name) == JsonNull.NULL);
      table.add(El.of("tr", "").add(El.of("th", "").attr("scope", "row").text(name), value));
    }
    return El.div("feature").add(table).onClick(() -> mark(layer, row));
  }

  /** The value of each band, by its name or number. */
  private El values(Layer layer, JsonObject group) {
    El table = El.of("table", "attributes");
    List<JsonObject> bands = app.services.raster(layer).optArray("bands").objects();
    JsonArray values = group.array("values");
    for (int i = 0; i < values.size(); i++) {
      String name = i < bands.size() ? bands.get(i).optString("name", "") : "";
      boolean none = values.get(i) == JsonNull.NULL;
      El value = El.of("td", "").text(none ? "no data" : text(values.get(i)));
      value.toggle("null", none);
      table.add(
          El.of("tr", "")
              .add(
                  El.of("th", "")
                      .attr("scope", "row")
                      .text(name.isEmpty() ? "Band " + (i + 1) : name),
                  value));
    }
    return El.div("feature").add(table);
  }

  private static String text(JsonValue value) {
    if (value == JsonNull.NULL) {
      return "null";
    }
    return value instanceof JsonString string ? string.value() : Json.write(value);
  }
}
