package org.terrella.webapp.map;

import org.teavm.jso.JSBody;
import org.terrella.document.Layer;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.ol.ImageTileSource;
import org.terrella.interop.ol.TileGrid;
import org.terrella.interop.ol.TileLayer;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.workbench.engine.PainterClient;

/** A layer of tiles that the painter makes of one table. */
public final class PaintedTiles {
  private static final int TILE = 512;
  private static final int STEPS_PER_ZOOM = 4;
  private static final int MAX_ZOOM = 24;

  private final ImageTileSource source;
  private final TileLayer layer;
  private String style = "";
  private String filter = "";
  private int revision;

  /**
   * Tiles of a table.
   *
   * @param grid what {@link #grid} gives for {@code projection}
   * @param marks a name under which the painter knows rows, to paint only these; or empty
   * @param inPictures whether pictures of the map show them
   */
  PaintedTiles(
      PainterClient painter,
      String table,
      String projection,
      TileGrid grid,
      String marks,
      boolean inPictures) {
    double ratio = Math.min(2, devicePixelRatio());
    ImageTileSource.Loader loader =
        (z, x, y, options) ->
            painter.paint(
                Literal.create()
                    .set("key", table)
                    .set("projection", projection)
                    .set("extent", grid.getTileCoordExtent(new double[] {z, x, y}))
                    .set("resolution", grid.getResolution(z))
                    .set("pixelRatio", ratio)
                    .set("size", TILE)
                    .set("style", style)
                    .set("filter", filter)
                    .set("marks", marks),
                options);
    Literal tiles =
        Literal.create()
            .set("tileGrid", grid)
            .set("projection", projection)
            .set("tileSize", TILE * ratio)
            .set("transition", 0)
            .set("wrapX", false);
    source = new ImageTileSource(ImageTileSource.options(tiles, loader));
    layer =
        new TileLayer(
            Literal.create()
                .set("source", source)
                .set("className", inPictures ? "ol-layer" : "passing-layer"));
  }

  /** The grid of all painted layers of a map in the system of a code. */
  static TileGrid grid(String projection) {
    return TileGrid.Factory.createFine(projection, TILE, STEPS_PER_ZOOM, MAX_ZOOM);
  }

  /** A layer's filters as the painter reads them; empty when all features are shown. */
  public static String filter(Layer layer) {
    return layer.filters().isEmpty() ? "" : Json.write(layer.filters().toJson(JsonObject.of()));
  }

  TileLayer layer() {
    return layer;
  }

  String filter() {
    return filter;
  }

  /** Paints anew where the style or the filter is another one. */
  void restyle(String newStyle, String newFilter) {
    if (!newStyle.equals(style) || !newFilter.equals(filter)) {
      style = newStyle;
      filter = newFilter;
      repaint();
    }
  }

  /** Paints all tiles anew; the old ones stay until then. */
  void repaint() {
    source.setKey(Integer.toString(++revision));
  }

  @JSBody(script = "return window.devicePixelRatio || 1;")
  private static native double devicePixelRatio();
}
