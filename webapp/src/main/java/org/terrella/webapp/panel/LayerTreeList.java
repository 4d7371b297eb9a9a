package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;
import org.terrella.document.GroupVisibility;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.TreeEdit;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.command.GroupArgument;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/**
 * The layers and groups as a tree, the uppermost first. Whatever is done, an item keeps the focus.
 */
final class LayerTreeList implements LayerMenus.Tree, LayerMoves.Landing {
  private final App app;
  private final Invoker invoker;
  private final LayerMenus menus;
  private final LayerMoves moves;
  private final LayerRows looks;
  private final FoldedGroups folded = new FoldedGroups();
  private final El tree =
      El.of("ul", "layer-tree").attr("role", "tree").attr("aria-label", "Layers");
  private final List<Row> rows = new ArrayList<>();

  /** An item that is to be seen; a group's key is its path, which changes when it moves. */
  private record Row(String key, TreePath path, TreeItem item) {
    boolean isGroup() {
      return item instanceof TreeItem.Group;
    }
  }

  LayerTreeList(App app, Invoker invoker) {
    this.app = app;
    this.invoker = invoker;
    menus = new LayerMenus(app, invoker);
    moves = new LayerMoves(app, invoker, this);
    looks = new LayerRows(app);
    TreeRows.keepFocus(tree.node());
    TreeRows.draggable(tree.node(), this::dropped);
    tree.on("keydown", event -> key((JSObject) event));
    tree.on("contextmenu", event -> contextMenu((JSObject) event));
  }

  El element() {
    return tree;
  }

  void draw(MapDocument document) {
    String focused = TreeRows.focused(tree.node());
    folded.follow(document);
    rows.clear();
    tree.clear();
    addItems(tree, document, TreePath.ROOT);
    tree.flag("hidden", rows.isEmpty());
    if (find("layer:" + app.selection.layer()) == null && !rows.isEmpty()) {
      tree.inner("[data-key]").attr("tabindex", "0");
    }
    if (!focused.isEmpty()) {
      TreeRows.focus(tree.node(), focused);
    }
  }

  private void addItems(El parent, MapDocument document, TreePath path) {
    List<TreeItem> items = document.items(path);
    for (int i = items.size() - 1; i >= 0; i--) {
      TreePath here = path.child(items.size() - 1 - i);
      if (items.get(i) instanceof TreeItem.LayerRef ref) {
        Layer layer = document.layer(ref.layer());
        rows.add(new Row("layer:" + layer.id(), here, ref));
        parent.add(layer(document, layer, here));
      } else if (items.get(i) instanceof TreeItem.Group group) {
        rows.add(new Row("group:" + here, here, group));
        parent.add(group(document, group, here));
      }
    }
  }

  private static El item(String key, TreePath path, El row) {
    return El.of("li", "tree-item")
        .attr("role", "treeitem")
        .attr("aria-level", Integer.toString(path.indices().size()))
        .attr("data-key", key)
        .attr("draggable", "true")
        .attr("tabindex", "-1")
        .css("--level", Integer.toString(path.indices().size() - 1))
        .add(row);
  }

  private El layer(MapDocument document, Layer layer, TreePath path) {
    boolean selected = app.selection.layer().equals(layer.id());
    String state = looks.state(document, layer);
    JsonObject args = of(layer);
    El zoom = button(Icon.ZOOM_TO, "Zoom to " + layer.name(), () -> run("layer:zoom-to", args));
    zoom.toggle("row-extra", true);
    El row =
        El.div("tree-row")
            .add(
                button(
                    layer.visible() ? Icon.EYE : Icon.EYE_OFF,
                    (layer.visible() ? "Hide " : "Show ") + layer.name(),
                    () -> toggle(layer)),
                looks.swatch(document, layer),
                El.div("layer-text")
                    .add(
                        El.of("span", "layer-name").text(layer.name()),
                        El.of("span", "layer-state").text(state)),
                zoom,
                more(layer.name(), path));
    row.attr("title", state);
    El item =
        item("layer:" + layer.id(), path, row)
            .attr("aria-selected", selected ? "true" : "false")
            .attr("aria-label", layer.name() + ", " + state + (layer.visible() ? "" : ", hidden"));
    if (selected) {
      item.attr("tabindex", "0");
    }
    item.toggle("layer-hidden", !document.isShown(layer.id()));
    item.toggle("layer-failed", looks.isFailed(document, layer));
    item.toggle("layer-unsupported", looks.isUnsupported(document, layer));
    row.onClick(() -> app.selection.select(layer.id()));
    row.inner(".layer-text").on("dblclick", event -> run("layer:rename", args));
    return item;
  }

  private El group(MapDocument document, TreeItem.Group group, TreePath path) {
    boolean open = !folded.isFolded(path);
    GroupVisibility shows = document.visibility(path);
    int count = document.layersIn(path).size();
    String state = count == 1 ? "1 layer" : count + " layers";
    String seen =
        switch (shows) {
          case ALL -> "all shown";
          case SOME -> "some shown";
          case NONE -> "hidden";
        };
    El fold =
        button(Icon.FOLD, (open ? "Fold " : "Unfold ") + group.name(), () -> fold(path, open));
    fold.toggle("fold-button", true);
    El eye =
        button(
            switch (shows) {
              case ALL -> Icon.EYE;
              case SOME -> Icon.EYE_SOME;
              case NONE -> Icon.EYE_OFF;
            },
            (shows == GroupVisibility.ALL ? "Hide " : "Show ") + group.name() + ", " + seen,
            () -> toggle(path));
    El row =
        El.div("tree-row")
            .add(
                eye,
                fold,
                El.div("layer-text")
                    .add(
                        El.of("span", "layer-name").text(group.name()),
                        El.of("span", "layer-state").text(state)),
                more(group.name(), path));
    El item =
        item("group:" + path, path, row)
            .attr("aria-expanded", open ? "true" : "false")
            .attr("aria-label", "Group " + group.name() + ", " + state + ", " + seen);
    item.toggle("tree-group", true).toggle("layer-hidden", shows == GroupVisibility.NONE);
    row.inner(".layer-text").on("dblclick", event -> rename(path));
    if (open) {
      El inner = El.of("ul", "").attr("role", "group");
      addItems(inner, document, path);
      item.add(inner);
    }
    return item;
  }

  /** The keys of the row do what its buttons do, so Tab passes them by. */
  private static El button(Icon icon, String label, Runnable action) {
    return El.iconButton(icon, label, action).attr("tabindex", "-1");
  }

  private El more(String name, TreePath path) {
    El more = button(Icon.MORE, "More for " + name, () -> {});
    return more.onClick(() -> openMenu(path, more));
  }

  private void openMenu(TreePath path, El anchor) {
    String key = keyAt(path);
    menus.of(path, this).open(anchor.node(), () -> TreeRows.focus(tree.node(), key));
  }

  private void contextMenu(JSObject event) {
    Row row = find(TreeRows.keyOf(event));
    if (row != null) {
      Keys.take(event);
      TreeRows.focus(tree.node(), row.key());
      menus
          .of(row.path(), this)
          .openAt(
              TreeRows.x(event), TreeRows.y(event), () -> TreeRows.focus(tree.node(), row.key()));
    }
  }

  private static JsonObject of(Layer layer) {
    return JsonObject.of().with("layerId", layer.id());
  }

  private static JsonObject of(TreePath group) {
    return JsonObject.of().with("path", GroupArgument.json(group));
  }

  private String keyAt(TreePath path) {
    for (Row row : rows) {
      if (row.path().equals(path)) {
        return row.key();
      }
    }
    return "";
  }

  private Row find(String key) {
    for (Row row : rows) {
      if (row.key().equals(key)) {
        return row;
      }
    }
    return null;
  }

  private void toggle(Layer layer) {
    run("layer:set", of(layer).with("visible", !layer.visible()));
  }

  /** Hides a group of which all is seen; otherwise shows it, and all in it where need be. */
  private void toggle(TreePath path) {
    MapDocument document = app.store.document();
    GroupVisibility shows = document.visibility(path);
    boolean show = shows != GroupVisibility.ALL;
    GroupVisibility then =
        new TreeEdit.SetGroupVisible(path, show, false).apply(document).visibility(path);
    boolean all = show && (shows == GroupVisibility.SOME || then == GroupVisibility.NONE);
    run("layer:set-group", of(path).with("visible", show).with("all", all));
  }

  private void fold(TreePath path, boolean fold) {
    folded.set(app.store.document(), path, fold);
    draw(app.store.document());
  }

  private void rename(TreePath path) {
    TreeItem item = app.store.document().item(path);
    if (item instanceof TreeItem.LayerRef ref) {
      run("layer:rename", of(app.store.document().layer(ref.layer())));
    } else if (item instanceof TreeItem.Group group) {
      Prompt.open(
          invoker.label("layer:rename-group"),
          "Name",
          group.name(),
          name -> Actions.run(app, "layer:rename-group", of(path).with("name", name)));
    }
  }

  @Override
  public void run(String command, JsonObject args) {
    if (command.equals("layer:rename-group")) {
      rename(path(args));
    } else {
      invoker.run(command, args);
    }
  }

  private static TreePath path(JsonObject args) {
    return GroupArgument.path(args.array("path"));
  }

  @Override
  public void remove(String command, JsonObject args) {
    Row row = find(args.has("layerId") ? "layer:" + args.string("layerId") : keyAt(path(args)));
    int place = rows.indexOf(row);
    invoker.run(
        command,
        args,
        () -> {
          if (!rows.isEmpty()) {
            Row next = rows.get(Math.max(0, Math.min(rows.size() - 1, place)));
            TreeRows.focus(tree.node(), next.key());
          }
        });
  }

  @Override
  public boolean canMove(TreePath path, int step) {
    return moves.canStep(path, step);
  }

  @Override
  public void move(TreePath path, int step) {
    moves.step(path, step);
  }

  @Override
  public void unfold(TreePath group) {
    folded.set(app.store.document(), group, false);
  }

  @Override
  public void focus(TreeItem item) {
    Row found = null;
    for (Row row : rows) {
      // Another group may hold the same; the one that was moved is the same object.
      if (row.item() == item || found == null && row.item().equals(item)) {
        found = row;
      }
    }
    if (found != null) {
      TreeRows.focus(tree.node(), found.key());
    }
  }

  private void dropped(String dragged, String target, String where) {
    Row from = find(dragged);
    Row to = find(target);
    if (from != null && (to != null || where.equals("end"))) {
      moves.drop(from.path(), to == null ? TreePath.ROOT : to.path(), where);
    }
  }

  private void key(JSObject event) {
    Row row = TreeRows.isOwn(event) ? find(TreeRows.keyOf(event)) : null;
    if (row != null && key(Keys.name(event), row)) {
      Keys.take(event);
    }
  }

  private boolean key(String key, Row row) {
    Layer layer =
        row.item() instanceof TreeItem.LayerRef ref
            ? app.store.document().layer(ref.layer())
            : null;
    switch (key) {
      case "ArrowDown" -> step(row, 1);
      case "ArrowUp" -> step(row, -1);
      case "Home" -> TreeRows.focus(tree.node(), rows.get(0).key());
      case "End" -> TreeRows.focus(tree.node(), rows.get(rows.size() - 1).key());
      case "ArrowRight" -> right(row);
      case "ArrowLeft" -> left(row);
      case "alt+ArrowUp" -> move(row.path(), -1);
      case "alt+ArrowDown" -> move(row.path(), 1);
      case "alt+ArrowRight" -> moves.in(row.path());
      case "alt+ArrowLeft" -> moves.out(row.path());
      case "Enter" -> {
        if (layer == null) {
          fold(row.path(), !folded.isFolded(row.path()));
        } else {
          app.selection.select(layer.id());
        }
      }
      case "Space" -> {
        if (layer == null) {
          toggle(row.path());
        } else {
          toggle(layer);
        }
      }
      case "F2" -> rename(row.path());
      case "Delete" -> {
        if (layer == null) {
          remove("layer:remove-group", of(row.path()));
        } else {
          remove("layer:remove", of(layer));
        }
      }
      case "alt+Enter" -> {
        if (layer != null) {
          run("layer:properties", of(layer));
        }
      }
      case "ctrl+g" ->
          run(
              "layer:add-group",
              layer == null
                  ? JsonObject.of().with("into", GroupArgument.json(row.path()))
                  : JsonObject.of().with("layerIds", JsonArray.of().with(layer.id())));
      case "ContextMenu", "shift+F10" ->
          menus
              .of(row.path(), this)
              .open(
                  TreeRows.row(tree.node(), row.key()),
                  () -> TreeRows.focus(tree.node(), row.key()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void step(Row row, int step) {
    int place = rows.indexOf(row) + step;
    if (place >= 0 && place < rows.size()) {
      TreeRows.focus(tree.node(), rows.get(place).key());
    }
  }

  private void right(Row row) {
    if (row.isGroup() && folded.isFolded(row.path())) {
      fold(row.path(), false);
    } else if (row.isGroup() && !((TreeItem.Group) row.item()).items().isEmpty()) {
      step(row, 1);
    }
  }

  private void left(Row row) {
    if (row.isGroup() && !folded.isFolded(row.path())) {
      fold(row.path(), true);
    } else if (!row.path().parent().isRoot()) {
      TreeRows.focus(tree.node(), keyAt(row.path().parent()));
    }
  }
}
