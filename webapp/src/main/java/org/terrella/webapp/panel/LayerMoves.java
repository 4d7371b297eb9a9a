package org.terrella.webapp.panel;

import java.util.List;
import org.terrella.document.MapDocument;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.command.GroupArgument;

/** Moves layers and groups in the layer tree: by a step, into and out of groups, to a place. */
final class LayerMoves {
  private final App app;
  private final Invoker invoker;
  private final Landing landing;

  /** Where moved items are seen. */
  interface Landing {
    void unfold(TreePath group);

    /** Puts the focus on an item, wherever it is now. */
    void focus(TreeItem item);
  }

  LayerMoves(App app, Invoker invoker, Landing landing) {
    this.app = app;
    this.invoker = invoker;
    this.landing = landing;
  }

  boolean canStep(TreePath path, int step) {
    int index = path.index() + step;
    return index >= 0 && index < app.store.document().items(path.parent()).size();
  }

  /** Moves an item among its neighbours. */
  void step(TreePath path, int step) {
    if (canStep(path, step)) {
      move(path, path.parent(), path.index() + step);
    }
  }

  /** Into the group above, as its last item, or else into the group below, as its first. */
  void in(TreePath path) {
    MapDocument document = app.store.document();
    TreePath parent = path.parent();
    int index = path.index();
    List<TreeItem> beside = document.items(parent);
    if (index > 0 && document.item(parent.child(index - 1)) instanceof TreeItem.Group above) {
      move(path, parent.child(index - 1), above.items().size());
    } else if (index + 1 < beside.size()
        && document.item(parent.child(index + 1)) instanceof TreeItem.Group) {
      move(path, parent.child(index + 1), 0);
    }
  }

  /** Out of the group around, to the place below it. */
  void out(TreePath path) {
    TreePath group = path.parent();
    if (!group.isRoot()) {
      move(path, group.parent(), group.index() + 1);
    }
  }

  /**
   * Moves an item to where it was dropped.
   *
   * @param target the item that it was dropped on, or the root
   * @param where before, after, into, first or end, as {@link TreeRows.Dropped} says
   */
  void drop(TreePath path, TreePath target, String where) {
    TreePath into;
    int index;
    switch (where) {
      case "end" -> {
        into = TreePath.ROOT;
        index = app.store.document().items(into).size();
      }
      case "into", "first" -> {
        into = target;
        index = 0;
      }
      default -> {
        into = target.parent();
        index = target.index() + (where.equals("after") ? 1 : 0);
      }
    }
    boolean above = path.parent().equals(into) && path.index() < index;
    move(path, into, above ? index - 1 : index);
  }

  /** Moves an item into a group; the index counts without it. */
  private void move(TreePath path, TreePath into, int index) {
    if (into.isWithin(path)) {
      return;
    }
    if (!into.isRoot()) {
      landing.unfold(into);
    }
    TreeItem item = app.store.document().item(path);
    JsonObject place =
        JsonObject.of().with("into", GroupArgument.json(into)).with("index", (long) index);
    if (item instanceof TreeItem.LayerRef ref) {
      JsonObject what = JsonObject.of().with("layerId", ref.layer());
      invoker.run("layer:move", what.withAll(place), () -> landing.focus(item));
    } else {
      JsonObject what = JsonObject.of().with("path", GroupArgument.json(path));
      invoker.run("layer:move-group", what.withAll(place), () -> landing.focus(item));
    }
  }
}
