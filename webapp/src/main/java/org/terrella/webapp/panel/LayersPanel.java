package org.terrella.webapp.panel;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.symbology.Legend;
import org.terrella.document.symbology.Symbology;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** The layers from the top: visibility, order, opacity, name. */
public final class LayersPanel implements Shell.Panel {
  private final App app;
  private final Shell shell;
  private final Runnable addData;
  private final El list =
      El.of("ul", "layer-list").attr("role", "listbox").attr("aria-label", "Layers");
  private final El content = El.div("panel-body");
  private final El opacity = El.div("layer-opacity");

  public LayersPanel(App app, Shell shell, Runnable addData) {
    this.app = app;
    this.shell = shell;
    this.addData = addData;
    El add = El.button("Add data", "brand", addData).attr("title", "Add data (A)");
    content.add(El.div("panel-actions").add(add), list, opacity);
    app.store.listen((before, after) -> draw(after));
    app.tables.listen(source -> draw(app.store.document()));
    app.selection.listen(() -> draw(app.store.document()));
    sortable(list.node(), this::dropped);
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
    String focused = focusedIn(list.node());
    list.clear();
    List<Layer> order = document.drawingOrder();
    if (order.isEmpty()) {
      list.add(
          El.of("li", "empty")
              .add(El.div("").text("This map has no layers yet."))
              .add(El.div("hint").text("Drop a file on the map, or choose Add data.")));
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      list.add(item(order.get(i), order.size() - 1 - i));
    }
    restoreFocus(list.node(), focused);
    drawOpacity(document);
  }

  private El item(Layer layer, int index) {
    boolean selected = app.selection.layer().equals(layer.id());
    LayerTables.Table table = app.tables.of(layer);
    El item =
        El.of("li", "layer")
            .attr("role", "option")
            .attr("aria-selected", selected ? "true" : "false")
            .attr("tabindex", selected || index == 0 ? "0" : "-1")
            .attr("aria-label", layer.name() + ", " + state(layer, table))
            .attr("data-layer", layer.id())
            .attr("draggable", "true")
            .attr("title", state(layer, table));
    item.toggle("layer-hidden", !layer.visible());
    item.toggle("layer-failed", table != null && table.failure() != null);
    El eye =
        El.iconButton(
            layer.visible() ? Icon.EYE : Icon.EYE_OFF,
            (layer.visible() ? "Hide " : "Show ") + layer.name(),
            () -> set(layer, JsonObject.of().with("visible", !layer.visible())));
    El name = El.of("span", "layer-name").text(layer.name());
    El count = El.of("span", "layer-state").text(state(layer, table));
    El swatch = swatch(layer, table);
    El zoom =
        El.iconButton(
            Icon.ZOOM_TO,
            "Zoom to " + layer.name(),
            () -> Actions.run(app, "layer:zoom-to", of(layer)));
    El more = El.iconButton(Icon.MORE, "More for " + layer.name(), () -> {});
    more.onClick(() -> menu(layer, index).open(more.node()));
    item.add(eye, swatch, El.div("layer-text").add(name, count), zoom, more);
    item.onClick(() -> app.selection.select(layer.id()));
    item.on("dblclick", event -> rename(layer));
    item.on("keydown", event -> key((JSObject) event, layer, index));
    return item;
  }

  private static El swatch(Layer layer, LayerTables.Table table) {
    if (table == null || table.summary() == null) {
      return El.of("span", "swatch");
    }
    Legend legend = Legend.of(Symbology.of(layer), "");
    return Swatch.of(
        legend.entries().get(legend.entries().size() / 2), table.summary().string("geometryType"));
  }

  private static String state(Layer layer, LayerTables.Table table) {
    if (layer.type().equals(Layer.RASTER)) {
      return "tile service";
    }
    if (table == null) {
      return layer.type() + " is not shown by this version";
    }
    if (table.failure() != null) {
      return table.failure().getMessage();
    }
    if (table.summary() == null) {
      return "loading…";
    }
    int count = table.summary().integer("featureCount");
    return count + (count == 1 ? " feature" : " features");
  }

  private static JsonObject of(Layer layer) {
    return JsonObject.of().with("layerId", layer.id());
  }

  private void set(Layer layer, JsonObject change) {
    Actions.run(app, "layer:set", of(layer).withAll(change));
  }

  private Menu menu(Layer layer, int index) {
    Menu menu = new Menu();
    menu.item(Icon.STYLE, "Style…", () -> open(layer, "style"));
    menu.item(Icon.INFO, "Information", () -> new LayerInfo(app, layer).open());
    menu.item(Icon.RENAME, "Rename", () -> rename(layer));
    menu.item(Icon.DOWNLOAD, "Export…", () -> new ExportDialog(app, layer).open());
    menu.separator();
    if (index > 0) {
      menu.item(Icon.UP, "Move up", () -> move(layer, index - 1));
    }
    if (index < app.store.document().layers().size() - 1) {
      menu.item(Icon.DOWN, "Move down", () -> move(layer, index + 1));
    }
    menu.separator();
    menu.item(Icon.REMOVE, "Remove", () -> Actions.run(app, "layer:remove", of(layer)));
    return menu;
  }

  private void open(Layer layer, String panel) {
    app.selection.select(layer.id());
    shell.show(panel);
  }

  private void rename(Layer layer) {
    Prompt.open(
        "Rename layer",
        "Name",
        layer.name(),
        name -> set(layer, JsonObject.of().with("name", name)));
  }

  private void move(Layer layer, int index) {
    Actions.run(app, "layer:move", of(layer).with("index", (long) index));
  }

  private void dropped(String layer, int index) {
    Actions.run(
        app, "layer:move", JsonObject.of().with("layerId", layer).with("index", (long) index));
  }

  private void key(JSObject event, Layer layer, int index) {
    if (!isOwn(event)) {
      return;
    }
    switch (keyOf(event)) {
      case "alt+ArrowUp" -> move(layer, Math.max(0, index - 1));
      case "alt+ArrowDown" -> move(layer, index + 1);
      case "ArrowDown" -> focusBeside(list.node(), 1);
      case "ArrowUp" -> focusBeside(list.node(), -1);
      case " " -> set(layer, JsonObject.of().with("visible", !layer.visible()));
      case "Enter" -> app.selection.select(layer.id());
      case "F2" -> rename(layer);
      case "Delete" -> Actions.run(app, "layer:remove", of(layer));
      default -> {
        return;
      }
    }
    prevent(event);
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

  /** Hears that a layer was dragged to a place from the top. */
  @JSFunctor
  interface Dropped extends JSObject {
    void at(String layer, int index);
  }

  @JSBody(
      params = {"list", "dropped"},
      script =
          "let dragged = null;"
              + "const clear = () => list.querySelectorAll('.drop-before, .drop-after')"
              + "  .forEach(item => item.classList.remove('drop-before', 'drop-after'));"
              + "list.addEventListener('dragstart', event => {"
              + "  dragged = event.target.closest('[data-layer]');"
              + "  if (!dragged) return;"
              + "  event.dataTransfer.effectAllowed = 'move';"
              + "  event.dataTransfer.setData('application/x-terrella-layer',"
              + "    dragged.dataset.layer);"
              + "});"
              + "list.addEventListener('dragend', () => { dragged = null; clear(); });"
              + "list.addEventListener('dragover', event => {"
              + "  const over = event.target.closest('[data-layer]');"
              + "  if (!dragged || !over) return;"
              + "  event.preventDefault(); event.stopPropagation(); clear();"
              + "  const box = over.getBoundingClientRect();"
              + "  const after = event.clientY > box.top + box.height / 2;"
              + "  over.classList.add(after ? 'drop-after' : 'drop-before');"
              + "});"
              + "list.addEventListener('drop', event => {"
              + "  const over = event.target.closest('[data-layer]');"
              + "  if (!dragged || !over) return;"
              + "  event.preventDefault(); event.stopPropagation();"
              + "  const items = [...list.querySelectorAll('[data-layer]')]"
              + "    .filter(item => item !== dragged);"
              + "  let index = items.indexOf(over);"
              + "  if (over.classList.contains('drop-after')) index++;"
              + "  const layer = dragged.dataset.layer; clear();"
              + "  if (over !== dragged) dropped(layer, Math.max(0, index));"
              + "});")
  private static native void sortable(HTMLElement list, Dropped dropped);

  @JSBody(
      params = "list",
      script =
          "const item = document.activeElement && document.activeElement.closest('[data-layer]');"
              + "return item && list.contains(item) ? item.dataset.layer : '';")
  private static native String focusedIn(HTMLElement list);

  @JSBody(
      params = {"list", "layer"},
      script =
          "if (!layer) return;"
              + "const item = [...list.children].find(child => child.dataset.layer === layer);"
              + "if (item) item.focus();")
  private static native void restoreFocus(HTMLElement list, String layer);

  @JSBody(
      params = {"list", "step"},
      script =
          "const items = [...list.querySelectorAll('[data-layer]')];"
              + "const next = items[items.indexOf(document.activeElement) + step];"
              + "if (next) next.focus();")
  private static native void focusBeside(HTMLElement list, int step);

  @JSBody(params = "event", script = "return event.target === event.currentTarget;")
  private static native boolean isOwn(JSObject event);

  @JSBody(params = "event", script = "return (event.altKey ? 'alt+' : '') + event.key;")
  private static native String keyOf(JSObject event);

  @JSBody(params = "event", script = "event.preventDefault(); event.stopPropagation();")
  private static native void prevent(JSObject event);

  @JSBody(params = "element", script = "return element.dataset.layer || '';")
  private static native String opacityLayer(HTMLElement element);
}
