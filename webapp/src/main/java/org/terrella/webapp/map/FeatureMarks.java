package org.terrella.webapp.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Symbology;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;

/**
 * Some features of layers in a colour of their own, above all layers. They are painted as the
 * layers are, so that there may be millions, of any size.
 */
public final class FeatureMarks {
  private static final int ABOVE_LAYERS = 100_000;

  private final App app;
  private final MapView view;
  private final Look look;
  private final Map<String, PaintedTiles> shown = new HashMap<>();

  /** How marked features look, and which marks lie above which. */
  public enum Look {
    HOVERED(2, "rgba(255, 255, 255, 0.2)", "#1b8794", 2, "rgba(255, 255, 255, 0.4)", "#1b8794", 2),
    SELECTED(0, "rgba(255, 214, 0, 0.45)", "#ffd000", 2.5, "#ffd000", "#7a5a00", 0),
    FOUND(1, "rgba(255, 61, 129, 0.12)", "#ff3d81", 3, "rgba(255, 61, 129, 0.25)", "#ff3d81", 4);

    private final int order;
    private final String fill;
    private final String stroke;
    private final double width;
    private final String circle;
    private final String edge;
    private final double growth;

    Look(
        int order,
        String fill,
        String stroke,
        double width,
        String circle,
        String edge,
        double growth) {
      this.order = order;
      this.fill = fill;
      this.stroke = stroke;
      this.width = width;
      this.circle = circle;
      this.edge = edge;
      this.growth = growth;
    }
  }

  public FeatureMarks(App app, MapView view, Look look) {
    this.app = app;
    this.view = view;
    this.look = look;
    app.store.listen((before, after) -> follow(after));
    app.tables.listen(this::tableChanged);
    view.onReprojected(this::reproject);
  }

  /** Marks these features of a layer and no others of it; none takes the marks away. */
  public void show(String id, int[] rows) {
    app.painter.mark(name(id), rows);
    Layer layer = app.store.document().layers().get(id);
    if (layer == null || rows.length == 0) {
      remove(id);
    } else if (shown.containsKey(id)) {
      shown.get(id).repaint();
    } else {
      add(layer);
    }
  }

  /** Takes all marks away. */
  public void clear() {
    for (String id : List.copyOf(shown.keySet())) {
      show(id, new int[0]);
    }
  }

  /** Of a large file on the web other features come whenever the map moves. */
  private void tableChanged(String source) {
    for (String id : List.copyOf(shown.keySet())) {
      Layer layer = app.store.document().layers().get(id);
      if (layer != null && layer.source().equals(source) && app.remote.has(source)) {
        show(id, new int[0]);
      }
    }
  }

  private String name(String layer) {
    return look.name() + "/" + layer;
  }

  private void add(Layer layer) {
    PaintedTiles tiles =
        new PaintedTiles(
            app.painter,
            layer.source(),
            view.projection(),
            PaintedTiles.grid(view.projection()),
            name(layer.id()),
            look != Look.HOVERED);
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

  private void reproject() {
    for (String id : List.copyOf(shown.keySet())) {
      remove(id);
      add(app.store.document().layer(id));
    }
  }

  private void follow(MapDocument document) {
    for (String id : List.copyOf(shown.keySet())) {
      Layer layer = document.layers().get(id);
      if (layer == null) {
        show(id, new int[0]);
      } else {
        restyle(layer, shown.get(id), document);
      }
    }
  }

  private void restyle(Layer layer, PaintedTiles tiles, MapDocument document) {
    tiles.layer().setVisible(document.isShown(layer.id()));
    int place = document.drawingOrder().indexOf(layer);
    tiles.layer().setZIndex(ABOVE_LAYERS * (1.0 + look.order) + place);
    List<JsonValue> rules = new ArrayList<>();
    for (JsonObject rule : FlatStyle.of(Symbology.of(layer)).objects()) {
      rules.add(
          rule.has("style") ? rule.with("style", marked(rule.object("style"))) : marked(rule));
    }
    tiles.restyle(Json.write(JsonArray.of(rules)), PaintedTiles.filter(layer));
  }

  /** A style of the same sizes in the colours of the marks. */
  private JsonObject marked(JsonObject style) {
    JsonObject marked =
        JsonObject.of()
            .with("fill-color", look.fill)
            .with("stroke-color", look.stroke)
            .with("stroke-width", look.width)
            .with("circle-fill-color", look.circle)
            .with("circle-stroke-color", look.edge)
            .with("circle-stroke-width", look == Look.FOUND ? 3 : look == Look.HOVERED ? 2 : 1.5);
    for (String kept : List.of("filter", "stroke-line-join", "stroke-line-cap")) {
      if (style.has(kept)) {
        marked = marked.with(kept, style.get(kept));
      }
    }
    if (!style.has("circle-radius")) {
      return marked;
    }
    JsonValue radius = style.get("circle-radius");
    JsonArray grown = JsonArray.of().with("+").with(radius).with(look.growth);
    return marked.with("circle-radius", look.growth == 0 ? radius : grown);
  }
}
