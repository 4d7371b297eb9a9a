package org.terrella.webapp.map;

import java.util.HashSet;
import java.util.Set;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.RemoteExtents;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RemoteTables.Remote;
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

  private final App app;
  private final MapView view;
  private final Set<String> told = new HashSet<>();
  private RemoteExtents.Frames frames;
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
      double[] wanted =
          Promises.await(Lazy.loadRemote())
              .seenExtent(view.extent(), view.projection(), table.projection(), remote.extent());
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
    if (remote.isTooMuch() && told.add(source)) {
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

  private static double[] grown(double[] extent) {
    double x = (extent[2] - extent[0]) * MARGIN;
    double y = (extent[3] - extent[1]) * MARGIN;
    return new double[] {extent[0] - x, extent[1] - y, extent[2] + x, extent[3] + y};
  }

  /** Outlines the extents of files of which nothing can be shown. */
  private void frame(MapDocument document) {
    JSArray<JSObject> shown = new JSArray<>();
    String text = "";
    for (Layer layer : document.layers().values()) {
      Remote remote = app.remote.of(layer.source()).orElse(null);
      LayerTables.Table table = app.tables.of(layer);
      boolean empty = remote != null && remote.isTooMuch();
      if (empty && table != null && document.isShown(layer.id())) {
        shown.push(
            Literal.create().set("extent", remote.extent()).set("projection", table.projection()));
        text += layer.source() + table.projection() + view.projection();
      }
    }
    if (!text.equals(framed)) {
      framed = text;
      if (frames == null) {
        frames = Promises.await(Lazy.loadRemote()).createFrames(view.map());
      }
      frames.show(shown, view.projection());
    }
  }
}
