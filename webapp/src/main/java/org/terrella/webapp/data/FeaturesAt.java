package org.terrella.webapp.data;

import org.terrella.document.Layer;
import org.terrella.exact.ExactMath;
import org.terrella.interop.ol.Projections;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.engine.EngineClient;

/** The features of a layer at a place of the map, the uppermost first. */
public final class FeaturesAt {
  private FeaturesAt() {}

  /**
   * Asks the engine; waits. The answer holds GeoJSON in the CRS of the layer, and numbers of rows.
   *
   * @param layer one whose table was read
   * @param at [x, y] in the document's CRS
   * @param reach how far away features may be, in units of the document's CRS
   * @param most features to give
   * @param geometry whether they come with their geometry
   */
  public static EngineClient.Reply find(
      App app, Layer layer, double[] at, double reach, int most, boolean geometry) {
    String own = app.store.document().projection();
    String projection = app.tables.ready(layer).projection();
    double[] place = Projections.transform(at, own, projection);
    double[] beside = Projections.transform(new double[] {at[0] + reach, at[1]}, own, projection);
    return app.engine.request(
        "identify",
        JsonObject.of()
            .with("table", layer.source())
            .with("x", place[0])
            .with("y", place[1])
            .with("tolerance", ExactMath.hypot(beside[0] - place[0], beside[1] - place[1]))
            .with("geometry", geometry)
            .with("limit", (long) most)
            .with("filters", app.filters.of(layer, new Execution())));
  }
}
