package org.terrella.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.terrella.error.TerrellaException;

/** Layer trees: their items are listed bottom first, but paths and indices count from the top. */
final class LayerTree {
  /** How deep groups may nest; the reader refuses deeper ones. */
  static final int DEEPEST_GROUP = 64;

  private LayerTree() {}

  static List<TreeItem> without(List<TreeItem> items, String layer) {
    List<TreeItem> kept = new ArrayList<>();
    for (TreeItem item : items) {
      if (item instanceof TreeItem.Group group) {
        kept.add(group.withItems(without(group.items(), layer)));
      } else if (!((TreeItem.LayerRef) item).layer().equals(layer)) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** Without places of layers that are not in {@code layers}; collects the ids that stay. */
  static List<TreeItem> only(List<TreeItem> items, Set<String> layers, Set<String> placed) {
    List<TreeItem> kept = new ArrayList<>();
    for (TreeItem item : items) {
      if (item instanceof TreeItem.Group group) {
        kept.add(group.withItems(only(group.items(), layers, placed)));
      } else if (item instanceof TreeItem.LayerRef ref
          && layers.contains(ref.layer())
          && placed.add(ref.layer())) {
        kept.add(item);
      }
    }
    return kept;
  }

  static List<TreeItem> moved(List<TreeItem> items, String layer, int index, String group) {
    List<TreeItem> rest = without(items, layer);
    TreeItem ref = new TreeItem.LayerRef(layer);
    if (group.isEmpty()) {
      return inserted(rest, ref, index);
    }
    TreePath path =
        firstGroup(rest, group, TreePath.ROOT)
            .orElseThrow(
                () -> TerrellaException.notFound("The map has no group \"" + group + "\"."));
    return inside(rest, path, inner -> inserted(inner, ref, index));
  }

  /** The first group of a name, as the tree lists them. */
  static Optional<TreePath> firstGroup(List<TreeItem> items, String name, TreePath path) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof TreeItem.Group group) {
        TreePath here = path.child(items.size() - 1 - i);
        Optional<TreePath> found =
            group.name().equals(name) ? Optional.of(here) : firstGroup(group.items(), name, here);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The place of a layer. */
  static Optional<TreePath> pathOf(List<TreeItem> items, String layer, TreePath path) {
    for (int i = 0; i < items.size(); i++) {
      TreePath here = path.child(items.size() - 1 - i);
      if (items.get(i) instanceof TreeItem.Group group) {
        Optional<TreePath> found = pathOf(group.items(), layer, here);
        if (found.isPresent()) {
          return found;
        }
      } else if (items.get(i) instanceof TreeItem.LayerRef ref && ref.layer().equals(layer)) {
        return Optional.of(here);
      }
    }
    return Optional.empty();
  }

  /** With an item put at a place counted from the top; beyond the ends it is put at the end. */
  static List<TreeItem> inserted(List<TreeItem> items, TreeItem item, int index) {
    List<TreeItem> result = new ArrayList<>(items);
    int place = result.size() - Math.max(0, Math.min(result.size(), index));
    result.add(place, item);
    return result;
  }

  /**
   * The item at a path.
   *
   * @throws TerrellaException not-found when the path leads nowhere
   */
  static TreeItem item(List<TreeItem> items, TreePath path) {
    List<TreeItem> around = items(items, path.parent());
    int place = around.size() - 1 - path.index();
    if (place < 0) {
      throw nowhere(path);
    }
    return around.get(place);
  }

  /** The group at a path. */
  static TreeItem.Group group(List<TreeItem> items, TreePath path) {
    if (!path.isRoot() && item(items, path) instanceof TreeItem.Group group) {
      return group;
    }
    throw TerrellaException.notFound("There is no group at " + path + " of the layer tree.");
  }

  /** The items of a group, or of the tree itself, bottom first. */
  static List<TreeItem> items(List<TreeItem> items, TreePath path) {
    return path.isRoot() ? items : group(items, path).items();
  }

  /** With the items of a group, or of the tree itself, changed. */
  static List<TreeItem> inside(
      List<TreeItem> items, TreePath path, UnaryOperator<List<TreeItem>> change) {
    return inside(items, path, 0, change);
  }

  private static List<TreeItem> inside(
      List<TreeItem> items, TreePath path, int level, UnaryOperator<List<TreeItem>> change) {
    if (level == path.indices().size()) {
      return change.apply(items);
    }
    int place = items.size() - 1 - path.indices().get(level);
    if (place < 0 || !(items.get(place) instanceof TreeItem.Group group)) {
      throw nowhere(path);
    }
    List<TreeItem> result = new ArrayList<>(items);
    result.set(place, group.withItems(inside(group.items(), path, level + 1, change)));
    return result;
  }

  /** With others, bottom first, in the place of the item at a path. */
  static List<TreeItem> replaced(List<TreeItem> items, TreePath path, List<TreeItem> others) {
    item(items, path);
    return inside(
        items,
        path.parent(),
        inner -> {
          List<TreeItem> result = new ArrayList<>(inner);
          int place = result.size() - 1 - path.index();
          result.remove(place);
          result.addAll(place, others);
          return result;
        });
  }

  /** How deep groups nest; 0 without groups. */
  static int depth(List<TreeItem> items) {
    int deepest = 0;
    for (TreeItem item : items) {
      if (item instanceof TreeItem.Group group) {
        deepest = Math.max(deepest, 1 + depth(group.items()));
      }
    }
    return deepest;
  }

  /** Ids of all layers placed in some items, bottom first. */
  static List<String> layers(List<TreeItem> items) {
    List<String> layers = new ArrayList<>();
    for (TreeItem item : items) {
      if (item instanceof TreeItem.Group group) {
        layers.addAll(layers(group.items()));
      } else if (item instanceof TreeItem.LayerRef ref) {
        layers.add(ref.layer());
      }
    }
    return layers;
  }

  private static TerrellaException nowhere(TreePath path) {
    return TerrellaException.notFound("There is nothing at " + path + " of the layer tree.");
  }
}
