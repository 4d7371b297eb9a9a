package org.terrella.webapp.form;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;

/** The controls of one form, which look at the layers that others of them have. */
public final class FormScope {
  final App app;
  private final List<Control> controls = new ArrayList<>();
  private final Runnable changed;
  private final boolean namesByLayer;

  /**
   * A scope without controls.
   *
   * @param changed what to do when some value may be another one
   */
  public FormScope(App app, Runnable changed) {
    this(app, changed, false);
  }

  /**
   * A scope without controls.
   *
   * @param namesByLayer whether results are called by the first layer
   */
  public FormScope(App app, Runnable changed, boolean namesByLayer) {
    this.app = app;
    this.changed = changed;
    this.namesByLayer = namesByLayer;
  }

  boolean namesByLayer() {
    return namesByLayer;
  }

  /** The files that are to become layers when all is done. */
  public List<String> toOpen() {
    List<String> paths = new ArrayList<>();
    for (Control control : controls) {
      if (control instanceof SinkControl sink && !sink.toOpen().isEmpty()) {
        paths.add(sink.toOpen());
      }
    }
    return paths;
  }

  void add(Control control) {
    controls.add(control);
  }

  /** The controls in the order of their parameters. */
  public List<Control> controls() {
    return controls;
  }

  /** Says that another layer was chosen. */
  void layersChanged() {
    for (Control control : controls) {
      control.layersChanged();
    }
    changed.run();
  }

  /** Says that a value is another one where the page does not notice by itself. */
  void changed() {
    changed.run();
  }

  /** The layer of a parameter, of the first one if the name is empty; null without any. */
  Layer layer(String parameter) {
    for (Control control : controls) {
      boolean meant = parameter.isEmpty() || control.name().equals(parameter);
      if (meant && control instanceof LayerControl layer) {
        return app.store.document().layers().get(layer.id());
      }
    }
    return null;
  }

  /** What the engine says of a layer's table; empty without any. */
  JsonObject summary(Layer layer) {
    LayerTables.Table table = layer == null ? null : app.tables.of(layer);
    return table == null || table.summary() == null ? JsonObject.of() : table.summary();
  }

  /** Whether an earlier parameter has this layer. */
  boolean has(String id) {
    for (Control control : controls) {
      if (control instanceof LayerControl layer && layer.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The layers with features, the uppermost first, that are of one of the kinds. */
  public List<Layer> layers(JsonObject parameter) {
    List<Layer> fitting = new ArrayList<>();
    List<Layer> order = app.store.document().drawingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      JsonObject summary = summary(order.get(i));
      if (!summary.isEmpty() && fits(summary.string("geometryType"), parameter)) {
        fitting.add(order.get(i));
      }
    }
    return fitting;
  }

  /** Geometry codes are QGIS's: 0 points, 1 lines, 2 polygons, others anything. */
  private static boolean fits(String type, JsonObject parameter) {
    boolean limited = false;
    for (double code : parameter.optArray("geometry").numbers()) {
      if (code < 0 || code > 2) {
        return true;
      }
      limited = true;
      String wanted = code == 0 ? "Point" : code == 1 ? "LineString" : "Polygon";
      if (type.endsWith(wanted)) {
        return true;
      }
    }
    return !limited || type.equals("Mixed") || type.equals("GeometryCollection");
  }

  /** What the kinds of a parameter are called. */
  static String kinds(JsonObject parameter) {
    StringBuilder text = new StringBuilder();
    for (double code : parameter.optArray("geometry").numbers()) {
      String kind =
          code == 0 ? "points" : code == 1 ? "lines" : code == 2 ? "polygons" : "features";
      text.append(text.length() == 0 ? "" : " or ").append(kind);
    }
    return text.length() == 0 ? "features" : text.toString();
  }
}
