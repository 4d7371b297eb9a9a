package org.terrella.webapp.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.symbology.FilterExpression;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Symbology;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.ol.ImageTileSource;
import org.terrella.interop.ol.TileGrid;
import org.terrella.interop.ol.TileLayer;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerSupport;

/** Keeps the map's layers equal to the document's. */
public final class LayerStack {
  private static final int TILE = 512;

  private final App app;
  private final MapView view;
  private TileGrid grid;
  private final Map<String, Drawn> drawn = new HashMap<>();

  private static final class Drawn {
    private TileLayer layer;
    private ImageTileSource source;
    private String style = "";
    private String filter = "";
    private int revision;
    private boolean filled;
  }

  public LayerStack(App app, MapView view) {
    this.app = app;
    this.view = view;
    grid = grid(view.projection());
    view.onReprojected(this::reproject);
    app.services.attach(view);
    app.store.listen((before, after) -> follow(after));
    app.tables.listen(this::tableChanged);
  }

  private static TileGrid grid(String projection) {
    return TileGrid.Factory.createFine(projection, TILE, 4, 24);
  }

  /** Draws all anew, in the system that the map is shown in now. */
  private void reproject() {
    grid = grid(view.projection());
    app.painter.view(view.projection(), app.crs.get(view.projection()).domain());
    for (Drawn entry : drawn.values()) {
      view.map().removeLayer(entry.layer);
    }
    drawn.clear();
    app.tables.reproject();
    follow(app.store.document());
  }

  private void follow(MapDocument document) {
    drawn
        .entrySet()
        .removeIf(
            entry -> {
              Layer layer = document.layers().get(entry.getKey());
              boolean gone = layer == null || !LayerSupport.objection(document, layer).isEmpty();
              if (gone) {
                view.map().removeLayer(entry.getValue().layer);
              }
              return gone;
            });
    app.services.retain(document);
    List<Layer> order = document.drawingOrder();
    for (int i = 0; i < order.size(); i++) {
      Layer layer = order.get(i);
      Drawn entry = drawn.get(layer.id());
      if (!layer.type().equals(Layer.VECTOR)) {
        app.services.show(layer, document, document.isShown(layer.id()), i);
        continue;
      }
      if (entry == null) {
        if (!LayerSupport.objection(document, layer).isEmpty()) {
          continue;
        }
        entry = create(layer);
        drawn.put(layer.id(), entry);
        view.map().addLayer(entry.layer);
      }
      entry.layer.setVisible(document.isShown(layer.id()));
      entry.layer.setOpacity(layer.opacity());
      entry.layer.setZIndex(i);
      restyle(entry, layer);
    }
  }

  private Drawn create(Layer layer) {
    Drawn entry = new Drawn();
    entry.source = painted(layer.source(), entry);
    entry.layer = new TileLayer(Literal.create().set("source", entry.source));
    return entry;
  }

  private ImageTileSource painted(String key, Drawn entry) {
    double ratio = Math.min(2, devicePixelRatio());
    ImageTileSource.Loader loader =
        (z, x, y, options) ->
            app.painter.paint(
                Literal.create()
                    .set("key", key)
                    .set("projection", view.projection())
                    .set("extent", grid.getTileCoordExtent(new double[] {z, x, y}))
                    .set("resolution", grid.getResolution(z))
                    .set("pixelRatio", ratio)
                    .set("size", TILE)
                    .set("style", entry.style)
                    .set("filter", entry.filter),
                options);
    Literal tiles =
        Literal.create()
            .set("tileGrid", grid)
            .set("projection", view.projection())
            .set("tileSize", TILE * ratio)
            .set("transition", 0)
            .set("wrapX", false);
    return new ImageTileSource(ImageTileSource.options(tiles, loader));
  }

  private void restyle(Drawn entry, Layer layer) {
    JsonArray style = FlatStyle.of(Symbology.of(layer));
    String text = Json.write(style);
    String filter = FilterExpression.of(layer.filters()).map(Json::write).orElse("");
    app.tables.show(layer);
    if (!text.equals(entry.style) || !filter.equals(entry.filter)) {
      if (!filter.equals(entry.filter)) {
        app.filterCounts.count(layer, filter);
      }
      entry.filter = filter;
      entry.style = text;
      entry.source.setKey(layer.id() + "/" + ++entry.revision);
    }
  }

  private void tableChanged(String source) {
    for (Layer layer : app.store.document().layers().values()) {
      Drawn entry = drawn.get(layer.id());
      if (layer.source().equals(source) && entry != null) {
        app.tables.show(layer);
        app.filterCounts.count(layer, entry.filter);
        // Tiles asked for before the first data came are still waiting for them.
        if (entry.filled) {
          entry.source.setKey(layer.id() + "/" + ++entry.revision);
        }
        entry.filled = true;
      }
    }
  }

  @JSBody(script = "return window.devicePixelRatio || 1;")
  private static native double devicePixelRatio();
}
