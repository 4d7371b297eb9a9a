package org.terrella.webapp.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.symbology.FlatStyle;
import org.terrella.document.symbology.Symbology;
import org.terrella.interop.ol.TileGrid;
import org.terrella.json.Json;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerSupport;

/** Keeps the map's layers equal to the document's. */
public final class LayerStack {
  private final App app;
  private final MapView view;
  private TileGrid grid;
  private final Map<String, Drawn> drawn = new HashMap<>();

  private static final class Drawn {
    private PaintedTiles tiles;
    private boolean filled;
  }

  public LayerStack(App app, MapView view) {
    this.app = app;
    this.view = view;
    grid = PaintedTiles.grid(view.projection());
    view.onReprojected(this::reproject);
    app.services.attach(view);
    app.store.listen((before, after) -> follow(after));
    app.tables.listen(this::tableChanged);
  }

  /** Draws all anew, in the system that the map is shown in now. */
  private void reproject() {
    grid = PaintedTiles.grid(view.projection());
    app.painter.view(view.projection(), app.crs.get(view.projection()).domain());
    for (Drawn entry : drawn.values()) {
      view.map().removeLayer(entry.tiles.layer());
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
                view.map().removeLayer(entry.getValue().tiles.layer());
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
        view.map().addLayer(entry.tiles.layer());
      }
      entry.tiles.layer().setVisible(document.isShown(layer.id()));
      entry.tiles.layer().setOpacity(layer.opacity());
      entry.tiles.layer().setZIndex(i);
      restyle(entry, layer);
    }
  }

  private Drawn create(Layer layer) {
    Drawn entry = new Drawn();
    entry.tiles = new PaintedTiles(app.painter, layer.source(), view.projection(), grid, "", true);
    return entry;
  }

  private void restyle(Drawn entry, Layer layer) {
    String filter = PaintedTiles.filter(layer);
    app.tables.show(layer);
    if (!filter.equals(entry.tiles.filter())) {
      app.filterCounts.count(layer, filter);
    }
    entry.tiles.restyle(Json.write(FlatStyle.of(Symbology.of(layer))), filter);
  }

  private void tableChanged(String source) {
    for (Layer layer : app.store.document().layers().values()) {
      Drawn entry = drawn.get(layer.id());
      if (entry == null) {
        continue;
      }
      if (layer.source().equals(source) || !app.filters.areKnown(layer.source())) {
        app.tables.show(layer);
        app.filterCounts.count(layer, entry.tiles.filter());
        // Tiles asked for before the first data came are still waiting for them.
        if (entry.filled) {
          entry.tiles.repaint();
        }
        entry.filled = true;
      }
    }
  }
}
