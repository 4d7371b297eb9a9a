package org.terrella.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;

/** Changes of a layer tree, whose items are listed bottom first. */
final class LayerTree {
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
    if (group.isEmpty()) {
      return inserted(rest, layer, index);
    }
    boolean[] found = {false};
    List<TreeItem> result = movedInto(rest, layer, index, group, found);
    if (!found[0]) {
      throw TerrellaException.notFound("The map has no group \"" + group + "\".");
    }
    return result;
  }

  private static List<TreeItem> movedInto(
      List<TreeItem> items, String layer, int index, String name, boolean[] found) {
    List<TreeItem> result = new ArrayList<>();
    for (TreeItem item : items) {
      if (item instanceof TreeItem.Group group) {
        boolean here = !found[0] && group.name().equals(name);
        found[0] |= here;
        List<TreeItem> inside =
            here
                ? inserted(group.items(), layer, index)
                : movedInto(group.items(), layer, index, name, found);
        result.add(group.withItems(inside));
      } else {
        result.add(item);
      }
    }
    return result;
  }

  /** With a layer put at a place counted from the top; beyond the ends it is put at the end. */
  static List<TreeItem> inserted(List<TreeItem> items, String layer, int index) {
    List<TreeItem> result = new ArrayList<>(items);
    int place = result.size() - Math.max(0, Math.min(result.size(), index));
    result.add(place, new TreeItem.LayerRef(layer));
    return result;
  }
}
