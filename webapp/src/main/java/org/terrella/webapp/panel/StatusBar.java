package org.terrella.webapp.panel;

import org.terrella.interop.ol.Projections;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.CrsCatalog;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.ui.El;

/** Where the pointer is, how many features are selected, the scale, and the map's CRS. */
public final class StatusBar {
  /** Metres per pixel of a screen with 96 dots per inch, as OGC defines for scales: 0.28 mm. */
  private static final double PIXEL_METERS = 0.00028;

  private final App app;
  private final El coordinates = El.of("span", "status-coordinates").attr("title", "Pointer");
  private final El selected = El.of("span", "status-selected").attr("role", "status");
  private final El scaleBar = El.div("status-scalebar");
  private final El scale = El.of("span", "status-scale").attr("title", "Scale");
  private final El crs =
      El.of("button", "status-crs").attr("type", "button").attr("title", "CRS of the map: change");
  private final El bar = El.of("footer", "status").add(coordinates, selected, scaleBar, scale, crs);

  public StatusBar(App app, Invoker invoker) {
    this.app = app;
    app.features.listen(layer -> count());
    crs.onClick(() -> invoker.run("page:set-crs", JsonObject.of()));
  }

  public El element() {
    return bar;
  }

  public El scaleBar() {
    return scaleBar;
  }

  public void follow(MapView view) {
    view.onPointerMove(at -> coordinates.text(degrees(at, view.projection())));
    view.listen(
        () -> {
          double[] center = view.view().getCenter();
          // On the Mercator map a unit is shorter on the ground by the cosine of the latitude.
          double ground =
              Projections.pointResolution(view.projection(), view.view().getResolution(), center);
          scale.text("1 : " + Words.grouped((long) (ground / PIXEL_METERS + 0.5)));
        });
    app.store.listen((before, after) -> show(after.projection()));
    show(app.store.document().projection());
  }

  private void show(String code) {
    crs.text(code.startsWith(CrsCatalog.CUSTOM) ? "Custom CRS" : code);
  }

  private void count() {
    int count = 0;
    for (String layer : app.features.layers()) {
      count += app.features.count(layer);
    }
    selected.text(
        count == 0 ? "" : count == 1 ? "1 feature selected" : count + " features selected");
  }

  private static String degrees(double[] at, String projection) {
    double[] lonLat = Projections.transform(at, projection, "EPSG:4326");
    if (!Double.isFinite(lonLat[0]) || !Double.isFinite(lonLat[1])) {
      return "";
    }
    double longitude = lonLat[0] - 360 * Math.floor((lonLat[0] + 180) / 360);
    return fixed(Math.abs(lonLat[1]))
        + (lonLat[1] < 0 ? "° S  " : "° N  ")
        + fixed(Math.abs(longitude))
        + (longitude < 0 ? "° W" : "° E");
  }

  private static String fixed(double value) {
    long scaled = (long) (value * 10000 + 0.5);
    String decimals = Long.toString(scaled % 10000 + 10000).substring(1);
    return scaled / 10000 + "." + decimals;
  }
}
