package org.terrella.webapp.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.symbology.FilterExpression;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Symbology;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;

/**
 * The selected features in the colour of selections, above all layers. They are painted as the
 * layers are, so that there may be millions.
 */
public final class SelectionOverlay {
  /** Above all layers, below the emphasis of what was clicked. */
  private static final int ABOVE = 100_000;

  private static final String FILL = "rgba(255, 214, 0, 0.45)";
  private static final String INK = "#ffd000";
  private static final String EDGE = "#7a5a00";

  private final App app;
  private final MapView view;
  private final Map<String, PaintedTiles> shown = new HashMap<>();

  public SelectionOverlay(App app, MapView view) {
    this.app = app;
    this.view = view;
    app.features.listen(this::selected);
    app.store.listen((before, after) -> follow(after));
    view.onReprojected(this::clear);
  }

  private void selected(String id) {
    app.painter.mark(id, app.features.rows(id));
    Layer layer = app.store.document().layers().get(id);
    if (layer == null || app.features.count(id) == 0) {
      remove(id);
      return;
    }
    if (shown.containsKey(id)) {
      shown.get(id).repaint();
    } else {
      add(layer);
    }
  }

  private void add(Layer layer) {
    PaintedTiles tiles =
        new PaintedTiles(
            app.painter,
            layer.source(),
            view.projection(),
            PaintedTiles.grid(view.projection()),
            layer.id());
    shown.put(layer.id(), tiles);
    restyle(layer, tiles, app.store.document());
    view.map().addLayer(tiles.layer());
  }

  private void remove(String id) {
    PaintedTiles tiles = shown.remove(id);
    if (tiles != null) {
      view.map().removeLayer(tiles.layer());
    }
  }

  /** Draws all anew, for the map is shown in another system now. */
  private void clear() {
    for (String id : List.copyOf(shown.keySet())) {
      remove(id);
      add(app.store.document().layer(id));
    }
  }

  private void follow(MapDocument document) {
    for (Map.Entry<String, PaintedTiles> entry : shown.entrySet()) {
      Layer layer = document.layers().get(entry.getKey());
      if (layer != null) {
        restyle(layer, entry.getValue(), document);
      }
    }
  }

  private static void restyle(Layer layer, PaintedTiles tiles, MapDocument document) {
    tiles.layer().setVisible(document.isShown(layer.id()));
    tiles.layer().setZIndex(ABOVE + document.drawingOrder().indexOf(layer));
    List<JsonValue> rules = new ArrayList<>();
    for (JsonObject rule : FlatStyle.of(Symbology.of(layer)).objects()) {
      rules.add(
          rule.has("style") ? rule.with("style", marked(rule.object("style"))) : marked(rule));
    }
    tiles.restyle(
        Json.write(JsonArray.of(rules)),
        FilterExpression.of(layer.filters()).map(Json::write).orElse(""));
  }

  /** A style of the same sizes in the colour of selections. */
  private static JsonObject marked(JsonObject style) {
    JsonObject marked =
        JsonObject.of()
            .with("fill-color", FILL)
            .with("stroke-color", INK)
            .with("stroke-width", 2.5)
            .with("circle-fill-color", INK)
            .with("circle-stroke-color", EDGE)
            .with("circle-stroke-width", 1.5);
    for (String size : List.of("circle-radius", "stroke-line-join", "stroke-line-cap")) {
      if (style.has(size)) {
        marked = marked.with(size, style.get(size));
      }
    }
    return style.has("filter") ? marked.with("filter", style.get("filter")) : marked;
  }
}
