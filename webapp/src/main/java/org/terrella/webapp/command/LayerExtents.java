package org.terrella.webapp.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.interop.ol.Projections;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;

/** Where layers lie, in the CRS of the document: [minX, minY, maxX, maxY]. */
final class LayerExtents {
  private LayerExtents() {}

  /**
   * The extent of a layer that was read.
   *
   * @throws TerrellaException invalid-argument when it has no geometry
   */
  static double[] of(App app, Layer layer) {
    LayerTables.Table table = app.tables.ready(layer);
    if (table.summary().optArray("extent").isEmpty()) {
      throw TerrellaException.invalid(
          "The layer \"" + layer.name() + "\" has no geometry to zoom to.");
    }
    return inDocument(app, table);
  }

  /** What covers all of some layers; empty when none of them has a known extent. */
  static Optional<double[]> around(App app, List<Layer> layers) {
    double[] all = null;
    for (Layer layer : layers) {
      LayerTables.Table table = app.tables.of(layer);
      JsonObject raster = app.services.raster(layer);
      boolean features =
          table != null && table.summary() != null && !table.summary().optArray("extent").isEmpty();
      if (!features && !raster.has("mapExtent")) {
        continue;
      }
      double[] one = features ? inDocument(app, table) : raster.array("mapExtent").numbers();
      if (all == null) {
        all = Arrays.copyOf(one, 4);
      }
      for (int i = 0; i < 2; i++) {
        all[i] = Math.min(all[i], one[i]);
        all[i + 2] = Math.max(all[i + 2], one[i + 2]);
      }
    }
    return Optional.ofNullable(all);
  }

  private static double[] inDocument(App app, LayerTables.Table table) {
    double[] box = table.summary().array("extent").numbers();
    String own = app.store.document().projection();
    if (table.projection().equals("EPSG:4326") && own.equals("EPSG:3857")) {
      box[1] = Math.max(-85.06, box[1]);
      box[3] = Math.min(85.06, box[3]);
    }
    return Projections.transformExtent(box, table.projection(), own, 8);
  }
}
