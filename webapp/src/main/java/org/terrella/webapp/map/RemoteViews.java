package org.terrella.webapp.map;

import java.util.HashSet;
import java.util.Set;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.Highlights;
import org.terrella.interop.ol.Projections;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RemoteTables.Remote;
import org.terrella.webapp.data.RemoteTables.State;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.gdal.GdalClient;

/**
 * Fetches the features of large files on the web that the map shows, whenever it comes to rest.
 * Where they are too many, the extent of the file is outlined in their place.
 */
public final class RemoteViews {
  /** The map has to rest so long before anything is fetched. */
  private static final int PAUSE_MILLIS = 200;

  /** Around the view so much of its width is fetched too, so that small moves need nothing. */
  private static final double MARGIN = 0.25;

  /** Places in each direction whose projection says where the view lies. */
  private static final int STEPS = 16;

  private final App app;
  private final MapView view;
  private final Set<String> told = new HashSet<>();
  private Highlights.Highlight frames;
  private String framed = "";
  private int moves;

  public RemoteViews(App app, MapView view) {
    this.app = app;
    this.view = view;
    view.listen(this::soon);
    app.store.listen((before, after) -> soon());
    app.tables.listen(source -> soon());
  }

  private void soon() {
    int move = ++moves;
    boolean any = false;
    for (String source : app.store.document().sources().keySet()) {
      any |= app.remote.has(source);
    }
    if (any || !framed.isEmpty()) {
      Tasks.start(
          () -> {
            pause(PAUSE_MILLIS);
            if (move == moves) {
              look();
            }
          },
          failure -> app.messages.error(failure.getMessage(), failure.code()));
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void look() {
    MapDocument document = app.store.document();
    Set<String> seen = new HashSet<>();
    for (Layer layer : document.layers().values()) {
      LayerTables.Table table = app.tables.of(layer);
      Remote remote = app.remote.of(layer.source()).orElse(null);
      if (remote == null
          || table == null
          || table.summary() == null
          || !document.isShown(layer.id())
          || !seen.add(layer.source())) {
        continue;
      }
      double[] wanted = extentIn(table.projection(), remote.extent());
      if (!remote.answers(wanted)) {
        app.remote.begin(remote, wanted);
        Tasks.start(
            () -> fetch(layer, remote, wanted), failure -> failed(layer, remote, wanted, failure));
      }
    }
    frame(document);
  }

  private void fetch(Layer layer, Remote remote, double[] wanted) {
    String source = layer.source();
    double[] extent = grown(wanted);
    GdalClient.Window window = app.remote.window(remote, source, extent);
    if (window.tooMuch() && app.remote.wants(source, remote, wanted)) {
      extent = wanted;
      window = app.remote.window(remote, source, extent);
    }
    app.tables.fill(source, remote, wanted, extent, window);
    if (remote.state() == State.TOO_MUCH && told.add(source)) {
      app.messages.info("\"" + layer.name() + "\" is large. Zoom in to see its features.");
    }
  }

  private void failed(Layer layer, Remote remote, double[] wanted, TerrellaException failure) {
    // What another view or the end of the layer stopped is no failure.
    if (app.remote.wants(layer.source(), remote, wanted)) {
      app.remote.fail(remote);
      app.messages.error(
          "Features of \"" + layer.name() + "\" cannot be fetched. " + failure.getMessage(),
          failure.code());
    }
  }

  /** What the map shows, in another system; no more than {@code bounds}. */
  private double[] extentIn(String projection, double[] bounds) {
    double[] shown = view.extent();
    String own = view.projection();
    double world = own.equals("EPSG:3857") ? 20037508.342789244 : own.equals("EPSG:4326") ? 180 : 0;
    if (world > 0 && (shown[0] < -world || shown[2] > world)) {
      // The world is shown again beyond the date line.
      shown[0] = -world;
      shown[2] = world;
    }
    double[] found = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i <= STEPS; i++) {
      for (int k = 0; k <= STEPS; k++) {
        double x = shown[0] + (shown[2] - shown[0]) * i / STEPS;
        double y = shown[1] + (shown[3] - shown[1]) * k / STEPS;
        double[] at = Projections.transform(new double[] {x, y}, own, projection);
        if (Double.isFinite(at[0]) && Double.isFinite(at[1])) {
          found[0] = Math.min(found[0], at[0]);
          found[1] = Math.min(found[1], at[1]);
          found[2] = Math.max(found[2], at[0]);
          found[3] = Math.max(found[3], at[1]);
        }
      }
    }
    if (found[0] > found[2]) {
      return bounds;
    }
    if (!own.equals(projection)) {
      // Between the places that were tried, a curved edge reaches a little further.
      double reach = Math.max(found[2] - found[0], found[3] - found[1]) / STEPS;
      found = new double[] {found[0] - reach, found[1] - reach, found[2] + reach, found[3] + reach};
    }
    for (int i = 0; i < 2; i++) {
      // Beside the file lies an empty extent on its edge.
      found[i] = Math.max(bounds[i], Math.min(bounds[i + 2], found[i]));
      found[i + 2] = Math.max(bounds[i], Math.min(bounds[i + 2], found[i + 2]));
    }
    return found;
  }

  private static double[] grown(double[] extent) {
    double x = (extent[2] - extent[0]) * MARGIN;
    double y = (extent[3] - extent[1]) * MARGIN;
    return new double[] {extent[0] - x, extent[1] - y, extent[2] + x, extent[3] + y};
  }

  /** Outlines the extents of files of which nothing can be shown. */
  private void frame(MapDocument document) {
    JsonArray shown = JsonArray.of();
    for (Layer layer : document.layers().values()) {
      Remote remote = app.remote.of(layer.source()).orElse(null);
      LayerTables.Table table = app.tables.of(layer);
      boolean empty = remote != null && remote.state() == State.TOO_MUCH;
      if (empty && table != null && document.isShown(layer.id())) {
        shown = shown.with(polygon(remote.extent(), table.projection()));
      }
    }
    JsonObject collection =
        JsonObject.of().with("type", "FeatureCollection").with("features", shown);
    String text = shown.isEmpty() ? "" : Json.write(collection) + view.projection();
    if (text.equals(framed)) {
      return;
    }
    framed = text;
    if (frames == null) {
      frames = Promises.await(Lazy.loadHighlight()).createFrames(view.map());
    }
    frames.show(Json.write(collection), view.projection(), view.projection());
  }

  /** The outline of an extent, as the map shows it. */
  private JsonObject polygon(double[] extent, String projection) {
    boolean mercator = view.projection().equals("EPSG:3857") && projection.equals("EPSG:4326");
    double south = mercator ? Math.max(-85, extent[1]) : extent[1];
    double north = mercator ? Math.min(85, extent[3]) : extent[3];
    double[][] corners = {
      {extent[0], south}, {extent[2], south}, {extent[2], north}, {extent[0], north}
    };
    JsonArray ring = JsonArray.of();
    for (int i = 0; i <= 4 * STEPS; i++) {
      double[] from = corners[i / STEPS % 4];
      double[] to = corners[(i / STEPS + 1) % 4];
      double part = (double) (i % STEPS) / STEPS;
      double[] at = {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])};
      ring =
          ring.with(JsonArray.ofNumbers(Projections.transform(at, projection, view.projection())));
    }
    return JsonObject.of()
        .with("type", "Feature")
        .with("properties", JsonObject.of())
        .with(
            "geometry",
            JsonObject.of().with("type", "Polygon").with("coordinates", JsonArray.of().with(ring)));
  }
}
