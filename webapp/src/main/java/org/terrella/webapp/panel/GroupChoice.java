package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.MapDocument;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;

/** A group to choose; its label names those around it, too. */
record GroupChoice(TreePath path, String label) {
  /** All groups from the top, on demand after the tree itself. */
  static List<GroupChoice> of(MapDocument document, boolean rootToo) {
    List<GroupChoice> choices = new ArrayList<>();
    if (rootToo) {
      choices.add(new GroupChoice(TreePath.ROOT, "No group"));
    }
    collect(document, TreePath.ROOT, "", choices);
    return choices;
  }

  private static void collect(
      MapDocument document, TreePath path, String around, List<GroupChoice> choices) {
    List<TreeItem> items = document.items(path);
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof TreeItem.Group group) {
        TreePath here = path.child(items.size() - 1 - i);
        String label = around.isEmpty() ? group.name() : around + " › " + group.name();
        choices.add(new GroupChoice(here, label));
        collect(document, here, label, choices);
      }
    }
  }
}
