package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * The layers and groups as a tree, the uppermost first. Whatever is done, an item keeps the focus.
 */
final class LayerTreeList implements LayerMenus.Tree, LayerMoves.Landing, TreeElements.Deeds {
  private final App app;
  private final Invoker invoker;
  private final LayerMenus menus;
  private final LayerMoves moves;
  private final TreeElements elements;
  private final FoldedGroups folded = new FoldedGroups();
  private final El tree =
      El.of("ul", "layer-tree").attr("role", "tree").attr("aria-label", "Layers");
  private final List<Row> rows = new ArrayList<>();
  private List<TreePath> shownFolded = new ArrayList<>();

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
    elements = new TreeElements(app, this);
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
    List<Row> before = List.copyOf(rows);
    List<TreePath> foldedBefore = shownFolded;
    rows.clear();
    shownFolded = new ArrayList<>();
    addRows(document, TreePath.ROOT);
    boolean anew = !haveShapeOf(before) || !shownFolded.equals(foldedBefore);
    if (anew) {
      elements.clear();
      tree.clear();
    }
    drawItems(document, anew);
    tree.flag("hidden", rows.isEmpty());
    if (find("layer:" + app.selection.layer()) == null && !rows.isEmpty()) {
      tree.inner("[data-key]").attr("tabindex", "0");
    }
    if (!focused.isEmpty() && !TreeRows.focused(tree.node()).equals(focused)) {
      TreeRows.focus(tree.node(), focused);
    }
  }

  /** Whether the same items stand in the same places as before. */
  private boolean haveShapeOf(List<Row> before) {
    boolean same = rows.size() == before.size();
    for (int i = 0; same && i < rows.size(); i++) {
      same =
          rows.get(i).key().equals(before.get(i).key())
              && rows.get(i).path().equals(before.get(i).path());
    }
    return same;
  }

  /** Lists what is to be seen, from the top. */
  private void addRows(MapDocument document, TreePath path) {
    List<TreeItem> items = document.items(path);
    for (int i = items.size() - 1; i >= 0; i--) {
      TreePath here = path.child(items.size() - 1 - i);
      if (items.get(i) instanceof TreeItem.LayerRef ref) {
        rows.add(new Row("layer:" + ref.layer(), here, ref));
      } else if (items.get(i) instanceof TreeItem.Group group) {
        rows.add(new Row("group:" + here, here, group));
        if (folded.isFolded(here)) {
          shownFolded.add(here);
        } else {
          addRows(document, here);
        }
      }
    }
  }

  private void drawItems(MapDocument document, boolean anew) {
    Map<TreePath, El> parents = new HashMap<>();
    parents.put(TreePath.ROOT, tree);
    for (Row row : rows) {
      TreePath path = row.path();
      El item;
      if (row.item() instanceof TreeItem.Group group) {
        boolean open = !shownFolded.contains(path);
        item = elements.group(row.key(), document, group, path, open);
        if (anew && open) {
          El inner = El.of("ul", "").attr("role", "group");
          item.add(inner);
          parents.put(path, inner);
        }
      } else {
        Layer layer = document.layer(((TreeItem.LayerRef) row.item()).layer());
        item = elements.layer(row.key(), document, layer, path);
      }
      if (anew) {
        parents.get(path.parent()).add(item);
      }
    }
  }

  @Override
  public void openMenu(TreePath path, El anchor) {
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

  @Override
  public void toggle(Layer layer) {
    run("layer:set", of(layer).with("visible", !layer.visible()));
  }

  /** Hides a group of which all is seen; otherwise shows it, and all in it where need be. */
  @Override
  public void toggle(TreePath path) {
    MapDocument document = app.store.document();
    GroupVisibility shows = document.visibility(path);
    boolean show = shows != GroupVisibility.ALL;
    GroupVisibility then =
        new TreeEdit.SetGroupVisible(path, show, false).apply(document).visibility(path);
    boolean all = show && (shows == GroupVisibility.SOME || then == GroupVisibility.NONE);
    run("layer:set-group", of(path).with("visible", show).with("all", all));
  }

  @Override
  public void fold(TreePath path, boolean fold) {
    folded.set(app.store.document(), path, fold);
    draw(app.store.document());
  }

  @Override
  public void rename(TreePath path) {
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
