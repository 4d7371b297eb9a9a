package org.terrella.document;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;

/**
 * Where an item lies in a layer tree: its index among the items of each group on the way, counted
 * from the top as people see them. Groups have names only, and names may repeat, so a path is what
 * tells them apart; it holds for the document that it was taken from.
 *
 * @param indices empty for the tree itself
 */
public record TreePath(List<Integer> indices) {
  /** The tree itself. */
  public static final TreePath ROOT = new TreePath(List.of());

  public TreePath {
    indices = List.copyOf(indices);
    for (int index : indices) {
      if (index < 0) {
        throw TerrellaException.invalid("A place in the layer tree cannot be " + index + ".");
      }
    }
  }

  public static TreePath of(int... indices) {
    TreePath path = ROOT;
    for (int index : indices) {
      path = path.child(index);
    }
    return path;
  }

  public boolean isRoot() {
    return indices.isEmpty();
  }

  public TreePath child(int index) {
    List<Integer> longer = new ArrayList<>(indices);
    longer.add(index);
    return new TreePath(longer);
  }

  /** The group around; the root has none and gives itself. */
  public TreePath parent() {
    return isRoot() ? this : new TreePath(indices.subList(0, indices.size() - 1));
  }

  /** Index in the group around, from the top. */
  public int index() {
    if (isRoot()) {
      throw TerrellaException.invalid("The layer tree itself has no place.");
    }
    return indices.get(indices.size() - 1);
  }

  /** Whether this is the other path or lies below it. */
  public boolean isWithin(TreePath other) {
    int length = other.indices.size();
    return length <= indices.size() && indices.subList(0, length).equals(other.indices);
  }

  /** Where this path leads once another item is taken out of the tree; it must not lie within. */
  TreePath without(TreePath removed) {
    int level = removed.indices.size() - 1;
    if (level >= indices.size()
        || !isWithin(removed.parent())
        || indices.get(level) < removed.index()) {
      return this;
    }
    List<Integer> moved = new ArrayList<>(indices);
    moved.set(level, moved.get(level) - 1);
    return new TreePath(moved);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int index : indices) {
      text.append('/').append(index);
    }
    return text.isEmpty() ? "/" : text.toString();
  }
}
