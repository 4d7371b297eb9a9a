package org.terrella.webapp.panel;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.terrella.document.GroupVisibility;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/**
 * The elements of a layer tree. An item that is there is drawn anew only when it looks different.
 */
final class TreeElements {
  private final App app;
  private final Deeds deeds;
  private final LayerRows looks;
  private final Map<String, Drawn> drawn = new HashMap<>();

  /** What the rows' buttons do. */
  interface Deeds {
    void run(String command, JsonObject args);

    void toggle(Layer layer);

    void toggle(TreePath group);

    void fold(TreePath group, boolean fold);

    void rename(TreePath path);

    void openMenu(TreePath path, El anchor);
  }

  private record Drawn(El item, Object look) {}

  private record LayerLook(
      Layer layer,
      String state,
      boolean selected,
      boolean shown,
      boolean failed,
      boolean unsupported,
      Object data) {}

  private record GroupLook(String name, int count, GroupVisibility shows, boolean open) {}

  TreeElements(App app, Deeds deeds) {
    this.app = app;
    this.deeds = deeds;
    looks = new LayerRows(app);
  }

  /** Forgets what is drawn: the tree has another shape. */
  void clear() {
    drawn.clear();
  }

  /** The item of a layer, as the document has it now. */
  El layer(String key, MapDocument document, Layer layer, TreePath path) {
    LayerLook look =
        new LayerLook(
            layer,
            looks.state(document, layer),
            app.selection.layer().equals(layer.id()),
            document.isShown(layer.id()),
            looks.isFailed(document, layer),
            looks.isUnsupported(document, layer),
            looks.data(layer));
    if (isDrawn(key, look)) {
      return drawn.get(key).item();
    }
    String eye = (layer.visible() ? "Hide " : "Show ") + layer.name();
    JsonObject args = JsonObject.of().with("layerId", layer.id());
    El zoom =
        button(Icon.ZOOM_TO, "Zoom to " + layer.name(), () -> deeds.run("layer:zoom-to", args));
    zoom.toggle("row-extra", true);
    El row =
        El.div("tree-row")
            .add(
                button(layer.visible() ? Icon.EYE : Icon.EYE_OFF, eye, () -> deeds.toggle(layer)),
                looks.swatch(document, layer),
                words(layer.name(), look.state()),
                zoom,
                more(layer.name(), path))
            .attr("title", look.state());
    row.onClick(() -> app.selection.select(layer.id()));
    row.inner(".layer-text").on("dblclick", event -> deeds.run("layer:rename", args));
    El item =
        put(key, path, row, look)
            .attr("aria-selected", look.selected() ? "true" : "false")
            .attr(
                "aria-label",
                layer.name() + ", " + look.state() + (layer.visible() ? "" : ", hidden"));
    if (look.selected()) {
      item.attr("tabindex", "0");
    }
    return item.toggle("layer-hidden", !look.shown())
        .toggle("layer-failed", look.failed())
        .toggle("layer-unsupported", look.unsupported());
  }

  /** The item of a group, without what is in it. */
  El group(String key, MapDocument document, TreeItem.Group group, TreePath path, boolean open) {
    GroupLook look =
        new GroupLook(
            group.name(), document.layersIn(path).size(), document.visibility(path), open);
    if (isDrawn(key, look)) {
      return drawn.get(key).item();
    }
    String state = look.count() == 1 ? "1 layer" : look.count() + " layers";
    GroupVisibility shows = look.shows();
    String seen =
        switch (shows) {
          case ALL -> "all shown";
          case SOME -> "some shown";
          case NONE -> "hidden";
        };
    Icon eye =
        switch (shows) {
          case ALL -> Icon.EYE;
          case SOME -> Icon.EYE_SOME;
          case NONE -> Icon.EYE_OFF;
        };
    String turn = (shows == GroupVisibility.ALL ? "Hide " : "Show ") + group.name() + ", " + seen;
    El fold =
        button(
            Icon.FOLD, (open ? "Fold " : "Unfold ") + group.name(), () -> deeds.fold(path, open));
    fold.toggle("fold-button", true);
    El row =
        El.div("tree-row")
            .add(
                button(eye, turn, () -> deeds.toggle(path)),
                fold,
                words(group.name(), state),
                more(group.name(), path));
    row.inner(".layer-text").on("dblclick", event -> deeds.rename(path));
    return put(key, path, row, look)
        .attr("aria-expanded", open ? "true" : "false")
        .attr("aria-label", "Group " + group.name() + ", " + state + ", " + seen)
        .toggle("tree-group", true)
        .toggle("layer-hidden", shows == GroupVisibility.NONE);
  }

  private boolean isDrawn(String key, Object look) {
    Drawn there = drawn.get(key);
    return there != null && Objects.equals(there.look(), look);
  }

  /** Gives an item its row: a new item, or the one that is there, which keeps the focus. */
  private El put(String key, TreePath path, El row, Object look) {
    Drawn there = drawn.get(key);
    El item = there == null ? item(key, path) : there.item();
    if (there == null) {
      item.add(row);
    } else {
      item.node().replaceChild(row.node(), item.node().getFirstChild());
    }
    drawn.put(key, new Drawn(item, look));
    return item;
  }

  private static El item(String key, TreePath path) {
    return El.of("li", "tree-item")
        .attr("role", "treeitem")
        .attr("aria-level", Integer.toString(path.indices().size()))
        .attr("data-key", key)
        .attr("draggable", "true")
        .attr("tabindex", "-1")
        .css("--level", Integer.toString(path.indices().size() - 1));
  }

  private static El words(String name, String state) {
    return El.div("layer-text")
        .add(El.of("span", "layer-name").text(name), El.of("span", "layer-state").text(state));
  }

  /** The keys of the row do what its buttons do, so Tab passes them by. */
  private static El button(Icon icon, String label, Runnable action) {
    return El.iconButton(icon, label, action).attr("tabindex", "-1");
  }

  private El more(String name, TreePath path) {
    El more = button(Icon.MORE, "More for " + name, () -> {});
    return more.onClick(() -> deeds.openMenu(path, more));
  }
}
