package org.terrella.webapp.command;

import org.terrella.document.Edit;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.interop.ol.Projections;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.map.MapView;

/** Where the map looks, as a document keeps it. */
public final class ViewOptions {
  private ViewOptions() {}

  /**
   * Brings the map to where the open document was looked at; waits for what its system needs. A
   * document in a system that is not known here is shown in the usual one, which is told.
   */
  public static void showOpen(App app, MapView view) {
    try {
      app.crs.define(app.store.document().projection());
    } catch (TerrellaException unknown) {
      app.messages.warn(
          unknown.getMessage() + " The map is shown in " + MapDocument.DEFAULT_PROJECTION + ".");
      app.store.amend(
          new Edit.SetOptions(JsonObject.of().with("projection", MapDocument.DEFAULT_PROJECTION)));
    }
    show(view, app.store.document());
  }

  /** Brings the map to where a document was looked at; its system must be defined. */
  public static void show(MapView view, MapDocument document) {
    view.setProjection(document.projection());
    JsonObject options = document.options();
    JsonArray extent =
        options.members().get("extent") instanceof JsonArray array ? array : JsonArray.of();
    boolean usable = extent.size() == 4;
    for (int i = 0; usable && i < 4; i++) {
      usable = extent.get(i) instanceof JsonNumber number && Double.isFinite(number.doubleValue());
    }
    if (usable && extent.number(2) > extent.number(0) && extent.number(3) > extent.number(1)) {
      view.fitExactly(extent.numbers());
      return;
    }
    // What the view may show depends on the map's size, which the page may not have told it yet.
    view.size();
    double longitude = number(options, "longitude", 0);
    double latitude = number(options, "latitude", 0);
    view.view()
        .setCenter(
            Projections.transform(
                new double[] {longitude, Math.max(-85, Math.min(85, latitude))},
                "EPSG:4326",
                document.projection()));
    view.view().setZoom(number(options, "zoom", 2));
    view.view().setRotation(ExactMath.toRadians(number(options, "bearing", 0)));
  }

  private static double number(JsonObject options, String key, double whenMissing) {
    return options.members().get(key) instanceof JsonNumber number
            && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : whenMissing;
  }

  /** The change that makes a document remember where the map looks now. */
  public static Edit edit(MapView view) {
    return new Edit.SetOptions(options(view));
  }

  /** Where the map looks now, as options of a document. */
  static JsonObject options(MapView view) {
    double[] degrees =
        Projections.transform(view.view().getCenter(), view.projection(), "EPSG:4326");
    JsonObject options =
        JsonObject.of()
            .with("extent", JsonArray.ofNumbers(view.extent()))
            .with("zoom", view.view().getZoom())
            .with("bearing", ExactMath.toDegrees(view.view().getRotation()));
    // A map can look at places that no system of degrees has.
    return Double.isFinite(degrees[0]) && Double.isFinite(degrees[1])
        ? options.with("longitude", degrees[0]).with("latitude", degrees[1])
        : options;
  }
}
