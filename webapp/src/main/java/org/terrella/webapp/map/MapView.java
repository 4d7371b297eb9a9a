package org.terrella.webapp.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.OlMap;
import org.terrella.interop.ol.Projections;
import org.terrella.interop.ol.ScaleLine;
import org.terrella.interop.ol.SelectionGestures;
import org.terrella.interop.ol.View;

/** The map and what it looks at. Coordinates are in the view's projection. */
public final class MapView {
  private static final double MAX_ZOOM = 24;

  private final OlMap map;
  private String projection;
  private Consumer<double[]> clicked = at -> {};
  private SelectionGestures.Selected selected = (coordinates, keys) -> {};
  private boolean selecting;
  private final List<Runnable> moved = new ArrayList<>();
  private final List<Reprojected> reprojected = new ArrayList<>();

  public MapView(HTMLElement target, HTMLElement scaleBar, String projection) {
    this.projection = projection;
    map =
        new OlMap(
            Literal.create()
                .set("target", target)
                .set("view", view(projection))
                .set("maxTilesLoading", 8));
    map.addControl(new ScaleLine(Literal.create().set("target", scaleBar)));
    map.on("moveend", event -> tell());
    SelectionGestures.listenToSelection(
        map,
        () -> selecting,
        (coordinates, keys) -> selected.at(coordinates, keys),
        at -> clicked.accept(at));
    nameButtons(target);
  }

  private static View view(String projection) {
    return new View(
        Literal.create()
            .set("projection", projection)
            .set("center", new double[] {0, 0})
            .set("zoom", 2)
            .set("maxZoom", MAX_ZOOM)
            .set("multiWorld", false)
            .set("smoothExtentConstraint", true));
  }

  /** Code of the system that the map is shown in. */
  public String projection() {
    return projection;
  }

  /**
   * Shows the map in another system, which must be defined: the same place in the middle, as large
   * as before.
   */
  public void setProjection(String code) {
    if (code.equals(projection)) {
      return;
    }
    View old = view();
    double[] center = old.getCenter();
    double ground = Projections.pointResolution(projection, old.getResolution(), center);
    double[] moved = Projections.transform(center, projection, code);
    View view = view(code);
    if (Double.isFinite(moved[0]) && Double.isFinite(moved[1])) {
      view.setCenter(moved);
      double unit = Projections.pointResolution(code, 1, moved);
      if (Double.isFinite(ground / unit) && ground / unit > 0) {
        view.setResolution(ground / unit);
      }
    }
    projection = code;
    map.setView(view);
    for (Reprojected listener : List.copyOf(reprojected)) {
      listener.now();
    }
    tell();
  }

  /** Hears that the map is shown in another system; unlike a {@code Runnable}, it may wait. */
  @FunctionalInterface
  public interface Reprojected {
    void now();
  }

  /** Hears that the map is shown in another system. */
  public void onReprojected(Reprojected listener) {
    reprojected.add(listener);
  }

  public OlMap map() {
    return map;
  }

  public View view() {
    return map.getView();
  }

  /** Hears that the map came to rest somewhere else. */
  public void listen(Runnable listener) {
    moved.add(listener);
  }

  private void tell() {
    for (Runnable listener : List.copyOf(moved)) {
      listener.run();
    }
  }

  /** [minX, minY, maxX, maxY] of what is seen. */
  public double[] extent() {
    return view().calculateExtent(size());
  }

  /** Width and height in CSS pixels. */
  public double[] size() {
    map.updateSize();
    double[] size = map.getSize();
    return size == null || size[0] == 0 || size[1] == 0 ? new double[] {800, 600} : size;
  }

  /** Shows an extent, with a margin around it. */
  public void fit(double[] extent, boolean animated) {
    Literal options =
        Literal.create()
            .set("padding", new double[] {32, 32, 32, 32})
            .set("maxZoom", 16)
            .set("size", size());
    if (animated && !prefersStillness()) {
      options.set("duration", 350);
    }
    view().fit(extent, options);
  }

  /** Zooms by steps; negative zooms out. */
  public void zoomBy(double steps) {
    view()
        .animate(
            Literal.create()
                .set("zoom", view().getZoom() + steps)
                .set("duration", prefersStillness() ? 0 : 200));
  }

  /** Hears of places that are clicked, but for those that are clicked to select. */
  public void onClick(Consumer<double[]> listener) {
    clicked = listener;
  }

  /** Hears of clicks and rectangles that are to select. */
  public void onSelect(SelectionGestures.Selected listener) {
    selected = listener;
  }

  /** Whether clicks and drags select without a key. */
  public void setSelecting(boolean on) {
    selecting = on;
  }

  public boolean isSelecting() {
    return selecting;
  }

  public void onPointerMove(Consumer<double[]> listener) {
    map.on(
        "pointermove",
        event -> {
          if (!event.isDragging()) {
            listener.accept(event.getCoordinate());
          }
        });
  }

  /** Calls back once everything is drawn for the first time. */
  public void firstPicture(Runnable listener) {
    boolean[] done = {false};
    map.once(
        "rendercomplete",
        event -> {
          if (!done[0]) {
            done[0] = true;
            listener.run();
          }
        });
    // All may have been drawn already, and nothing more would happen.
    map.render();
  }

  /** Waits until everything is drawn. */
  public void settle() {
    Promises.await(rendered(map));
  }

  /** Shows an extent without any margin. */
  public void fitExactly(double[] extent) {
    view().fit(extent, Literal.create().set("size", size()));
  }

  /**
   * The map as drawn, as PNG; waits until all is drawn. A size or ratio of 0 keeps the one on the
   * page; any other is drawn for the picture and then put back.
   */
  public Blob picture(int width, int height, double pixelRatio) {
    double[] old = map.getSize();
    double oldRatio = map.getPixelRatio();
    boolean resized = width > 0 || height > 0 || pixelRatio > 0;
    try {
      if (resized) {
        map.setSize(new double[] {width > 0 ? width : old[0], height > 0 ? height : old[1]});
        map.setPixelRatio(pixelRatio > 0 ? pixelRatio : oldRatio);
      }
      settle();
      return Promises.await(png(map.picture()));
    } finally {
      if (resized) {
        map.setPixelRatio(oldRatio);
        map.setSize(old);
      }
    }
  }

  /** OpenLayers' buttons show a sign; their tooltip says what it means. */
  @JSBody(
      params = "target",
      script =
          "for (const button of target.querySelectorAll('.ol-control button'))"
              + " button.setAttribute('aria-label', button.title);")
  private static native void nameButtons(HTMLElement target);

  @JSBody(
      params = "map",
      script =
          "return new Promise(resolve => { let timer = setTimeout(() => resolve(map), 15000);"
              + " map.once('rendercomplete', () => { clearTimeout(timer); resolve(map); });"
              + " map.render(); });")
  private static native JSPromise<JSObject> rendered(OlMap map);

  @JSBody(
      params = "canvas",
      script =
          "return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) :"
              + " reject(new Error('The map cannot be turned into a picture.')), 'image/png'));")
  private static native JSPromise<Blob> png(HTMLElement canvas);

  @JSBody(script = "return matchMedia('(prefers-reduced-motion: reduce)').matches;")
  private static native boolean prefersStillness();
}
