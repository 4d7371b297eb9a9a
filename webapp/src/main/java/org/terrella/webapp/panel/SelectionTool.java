package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.interop.ol.SelectionGestures;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/**
 * Selects features by clicks and rectangles on the map: those of the layer that panels are about,
 * else those of the uppermost layer. While the tool is off, Ctrl does the same.
 */
public final class SelectionTool {
  private final App app;
  private final MapView view;
  private final El button;

  public SelectionTool(App app, MapView view) {
    this.app = app;
    this.view = view;
    button =
        El.iconButton(Icon.SELECT, "Select features", this::toggle)
            .attr("title", "Select features: click, or drag a rectangle (S)")
            .attr("aria-pressed", "false")
            .toggle("map-tool", true);
    view.onSelect((coordinates, keys) -> Actions.start(app, () -> select(coordinates, keys)));
  }

  /** The button that turns the tool on and off. */
  public El element() {
    return button;
  }

  /** Turns the tool on or off. */
  void toggle() {
    view.setSelecting(!view.isSelecting());
    button.attr("aria-pressed", view.isSelecting() ? "true" : "false");
  }

  private void select(double[] coordinates, int keys) {
    boolean click = coordinates.length == 2;
    JsonObject args = JsonObject.of().with("mode", mode(click, keys));
    if (click) {
      args = args.with("coordinate", JsonArray.ofNumbers(coordinates));
    } else {
      List<JsonArray> vertices = new ArrayList<>();
      for (int i = 0; i + 1 < coordinates.length; i += 2) {
        vertices.add(JsonArray.ofNumbers(coordinates[i], coordinates[i + 1]));
      }
      args = args.with("polygon", JsonArray.of(vertices));
    }
    Layer layer = layer(click ? coordinates : null);
    if (layer == null) {
      app.messages.info("There is no layer here whose features can be selected.");
      return;
    }
    app.commands.execute("layer:select", args.with("layerId", layer.id()), new Execution());
  }

  /** Keys as in QGIS while the tool is on; without it Ctrl is what begins. */
  private String mode(boolean click, int keys) {
    boolean shift = (keys & SelectionGestures.SHIFT) != 0;
    boolean control = (keys & SelectionGestures.CONTROL) != 0;
    if (click) {
      return shift || control ? "toggle" : "new";
    }
    if (!view.isSelecting()) {
      return "add";
    }
    if (control) {
      return shift ? "intersect" : "remove";
    }
    return shift ? "add" : "new";
  }

  /** The layer to select from; null when there is none. */
  private Layer layer(double[] place) {
    MapDocument document = app.store.document();
    Layer chosen = document.layers().get(app.selection.layer());
    if (chosen != null && canSelect(document, chosen)) {
      return chosen;
    }
    if (place != null) {
      JsonArray found =
          (JsonArray)
              app.commands.execute(
                  "view:identify",
                  JsonObject.of()
                      .with("coordinate", JsonArray.ofNumbers(place))
                      .with("geometry", false),
                  new Execution());
      for (JsonObject group : found.objects()) {
        if (group.has("features")) {
          return document.layer(group.string("layerId"));
        }
      }
    }
    List<Layer> order = document.drawingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      if (canSelect(document, order.get(i))) {
        return order.get(i);
      }
    }
    return null;
  }

  private boolean canSelect(MapDocument document, Layer layer) {
    LayerTables.Table table = app.tables.of(layer);
    return document.isShown(layer.id()) && table != null && table.summary() != null;
  }
}
