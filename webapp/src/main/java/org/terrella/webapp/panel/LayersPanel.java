package org.terrella.webapp.panel;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Section;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** The layers and groups from the top: visibility, order, opacity, name. */
public final class LayersPanel implements Shell.Panel {
  private final App app;
  private final LayerTreeList list;
  private final El content = El.div("panel-body");
  private final El empty =
      El.div("empty")
          .add(El.div("").text("This map has no layers yet."))
          .add(El.div("hint").text("Drop a file on the map, or choose Add data."));
  private final El opacity = El.div("layer-opacity");

  public LayersPanel(App app, Invoker invoker) {
    this.app = app;
    list = new LayerTreeList(app, invoker);
    El add =
        El.button("Add data", "brand", () -> invoker.run("page:add-data", JsonObject.of()))
            .attr("title", "Add data (A)");
    El group =
        El.iconButton(
            Icon.GROUP, "New group", () -> invoker.run("layer:add-group", JsonObject.of()));
    content.add(El.div("panel-actions").add(add, group), list.element(), empty, opacity);
    app.store.listenTo(List.of(Section.LAYERS, Section.SOURCES), () -> draw(app.store.document()));
    app.tables.listen(source -> draw(app.store.document()));
    app.remote.listen(() -> draw(app.store.document()));
    app.filterCounts.listen(() -> draw(app.store.document()));
    app.selection.listen(() -> draw(app.store.document()));
    app.features.listen(layer -> draw(app.store.document()));
  }

  @Override
  public String id() {
    return "layers";
  }

  @Override
  public String title() {
    return "Layers";
  }

  @Override
  public Icon icon() {
    return Icon.LAYERS;
  }

  @Override
  public El content() {
    return content;
  }

  private void draw(MapDocument document) {
    list.draw(document);
    empty.flag("hidden", !document.tree().isEmpty());
    drawOpacity(document);
  }

  private void drawOpacity(MapDocument document) {
    Layer layer = document.layers().get(app.selection.layer());
    opacity.flag("hidden", layer == null);
    if (layer == null) {
      opacity.attr("data-layer", "");
      return;
    }
    String shown = layer.id() + "/" + layer.name();
    String percent = Integer.toString((int) (layer.opacity() * 100 + 0.5));
    if (opacityLayer(opacity.node()).equals(shown)) {
      if (!El.isEditing(opacity)) {
        opacity.inner("wa-slider").value(percent);
      }
      return;
    }
    opacity.attr("data-layer", shown).clear();
    El slider =
        El.of("wa-slider", "")
            .attr("label", "Opacity of " + layer.name())
            .attr("min", "0")
            .attr("max", "100")
            .attr("size", "s")
            .attr("with-tooltip", "")
            .value(percent);
    slider.on(
        "input",
        event ->
            Actions.run(
                app,
                "layer:set",
                JsonObject.of()
                    .with("layerId", layer.id())
                    .with("opacity", DoubleText.parse(slider.value()) / 100)));
    opacity.add(slider);
  }

  @JSBody(params = "element", script = "return element.dataset.layer || '';")
  private static native String opacityLayer(HTMLElement element);
}
