package org.terrella.webapp.figure;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.map.MapView;
import org.terrella.webapp.map.PaintedTiles;

/** What of the open map a figure shows, as {@code figure.js} reads it. */
final class FigureSpec {
  private final App app;
  private final MapView view;

  FigureSpec(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  JsonObject of(JsonObject layout, String format) {
    MapDocument document = app.store.document();
    List<Layer> order = document.drawingOrder();
    List<JsonObject> layers = new ArrayList<>();
    List<JsonObject> legend = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Layer layer = order.get(i);
      LayerTables.Table table = app.tables.of(layer);
      boolean painted = table != null && table.summary() != null;
      if (!document.isShown(layer.id()) || !painted && !app.services.has(layer)) {
        continue;
      }
      JsonObject each =
          JsonObject.of()
              .with("index", i)
              .with("name", layer.name())
              .with("opacity", layer.opacity());
      layers.add(painted ? painted(layer, each) : each);
      JsonObject group =
          painted ? legend(layer, table.summary().string("geometryType")) : ramp(layer);
      if (!group.isEmpty()) {
        legend.add(0, group);
      }
    }
    return JsonObject.of()
        .with("format", format)
        .with("layout", layout)
        .with("title", document.title())
        .with("view", view())
        .with("layers", JsonArray.of(layers))
        .with("legend", JsonArray.of(legend));
  }

  private JsonObject view() {
    double[] size = view.size();
    return JsonObject.of()
        .with("projection", view.projection())
        .with("center", JsonArray.ofNumbers(view.view().getCenter()))
        .with("resolution", view.view().getResolution())
        .with("rotation", view.view().getRotation())
        .with("width", size[0])
        .with("height", size[1]);
  }

  private static JsonObject painted(Layer layer, JsonObject each) {
    return each.with("key", layer.source())
        .with("style", Json.write(FlatStyle.of(Symbology.of(layer))))
        .with("filter", PaintedTiles.filter(layer));
  }

  private static JsonObject legend(Layer layer, String geometry) {
    Legend legend = Legend.of(Symbology.of(layer), layer.name());
    return group(layer, legend.heading(), geometry, legend.entries(), false);
  }

  /** A raster of greys with its least and its greatest value; of any other layer nothing. */
  private JsonObject ramp(Layer layer) {
    List<Legend.Entry> ends = app.services.legend(layer);
    return ends.size() == 2 ? group(layer, "", "", ends, true) : JsonObject.of();
  }

  private static JsonObject group(
      Layer layer, String heading, String geometry, List<Legend.Entry> entries, boolean ramp) {
    List<JsonObject> lines = new ArrayList<>();
    for (Legend.Entry entry : entries) {
      lines.add(entry.toJson());
    }
    return JsonObject.of()
        .with("name", layer.name())
        .with("heading", heading)
        .with("geometry", geometry)
        .with("ramp", ramp)
        .with("entries", JsonArray.of(lines));
  }
}
