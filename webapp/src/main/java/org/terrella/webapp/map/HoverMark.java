package org.terrella.webapp.map;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.webapp.App;
import org.terrella.webapp.data.FeaturesAt;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.Tasks;

/**
 * Outlines the feature under the pointer: the one that a click would find first. Layers so large
 * that finding it takes longer than a pointer rests are left alone.
 */
public final class HoverMark {
  private static final int MOST_VERTICES = 1_000_000;
  private static final int REACH_PIXELS = 5;
  private static final int PAUSE_MILLIS = 60;
  private static final int[] NONE = {};

  private final App app;
  private final MapView view;
  private final FeatureMarks marks;
  private double[] wanted;
  private boolean looking;
  private String markedLayer = "";
  private int markedRow = -1;

  public HoverMark(App app, MapView view) {
    this.app = app;
    this.view = view;
    marks = new FeatureMarks(app, view, FeatureMarks.Look.HOVERED);
    view.onPointerMove(this::pointed);
    onLeave(view.map().getViewport(), () -> pointed(null));
    app.store.listen((before, after) -> mark("", -1));
  }

  private void pointed(double[] at) {
    wanted = at == null ? new double[0] : at;
    if (!looking) {
      looking = true;
      Tasks.start(this::look, failure -> looking = false);
    }
  }

  private void look() {
    while (wanted != null) {
      double[] at = wanted;
      wanted = null;
      pause();
      if (wanted == null) {
        find(at);
      }
    }
    looking = false;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void find(double[] at) {
    MapDocument document = app.store.document();
    List<Layer> order = document.drawingOrder();
    for (int i = order.size() - 1; i >= 0 && at.length == 2; i--) {
      Layer layer = order.get(i);
      if (!isLookedAt(document, layer)) {
        continue;
      }
      double reach = REACH_PIXELS * view.view().getResolution();
      int[] rows = FeaturesAt.find(app, layer, at, reach, 1, false).rows();
      if (wanted != null || document != app.store.document()) {
        return;
      }
      if (rows.length > 0) {
        mark(layer.id(), rows[0]);
        return;
      }
    }
    mark("", -1);
  }

  private boolean isLookedAt(MapDocument document, Layer layer) {
    LayerTables.Table table = app.tables.of(layer);
    return document.isShown(layer.id())
        && table != null
        && table.summary() != null
        && !app.engine.isReleased(layer.source())
        && table.summary().integer("vertexCount") <= MOST_VERTICES;
  }

  private void mark(String layer, int row) {
    if (layer.equals(markedLayer) && row == markedRow) {
      return;
    }
    if (!markedLayer.isEmpty()) {
      marks.show(markedLayer, NONE);
    }
    markedLayer = layer;
    markedRow = row;
    if (!layer.isEmpty()) {
      marks.show(layer, new int[] {row});
    }
    setPointing(view.map().getViewport(), !layer.isEmpty());
  }

  /** Something to do. */
  @JSFunctor
  interface Action extends JSObject {
    void run();
  }

  @JSBody(
      params = {"element", "action"},
      script = "element.addEventListener('pointerleave', action);")
  private static native void onLeave(JSObject element, Action action);

  @JSBody(
      params = {"element", "on"},
      script = "element.classList.toggle('over-feature', on);")
  private static native void setPointing(JSObject element, boolean on);
}
