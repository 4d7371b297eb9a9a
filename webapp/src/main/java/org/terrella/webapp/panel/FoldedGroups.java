package org.terrella.webapp.panel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrella.document.MapDocument;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;

/**
 * Which groups of the layer list are folded. Documents do not say it, and groups have no ids: a
 * group is known again by its path, or by what it holds once it was moved or renamed.
 */
final class FoldedGroups {
  private final Map<TreePath, TreeItem.Group> folded = new HashMap<>();

  boolean isFolded(TreePath path) {
    return folded.containsKey(path);
  }

  void set(MapDocument document, TreePath path, boolean fold) {
    if (fold && document.item(path) instanceof TreeItem.Group group) {
      folded.put(path, group);
    } else {
      folded.remove(path);
    }
  }

  /** Finds the groups again in a changed document. */
  void follow(MapDocument after) {
    Map<TreePath, TreeItem.Group> old = new HashMap<>(folded);
    Set<TreeItem.Group> wanted = new HashSet<>(old.values());
    folded.clear();
    find(after, TreePath.ROOT, old, wanted);
  }

  private void find(
      MapDocument document,
      TreePath path,
      Map<TreePath, TreeItem.Group> old,
      Set<TreeItem.Group> wanted) {
    List<TreeItem> items = document.items(path);
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof TreeItem.Group group) {
        TreePath here = path.child(items.size() - 1 - i);
        TreeItem.Group there = old.get(here);
        boolean same = there != null && there.name().equals(group.name());
        if (same || holdsTheSame(wanted, group)) {
          folded.put(here, group);
        }
        find(document, here, old, wanted);
      }
    }
  }

  private static boolean holdsTheSame(Set<TreeItem.Group> groups, TreeItem.Group other) {
    for (TreeItem.Group group : groups) {
      if (!group.items().isEmpty() && group.items().equals(other.items())) {
        return true;
      }
    }
    return false;
  }
}
