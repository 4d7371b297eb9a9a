package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;

/** The names that stand for values at some place of an expression, the innermost last. */
final class Bindings {
  private final List<Binding> all = new ArrayList<>();
  private int outermost = Integer.MAX_VALUE;

  /** Gives a name a meaning until it is unbound. */
  void bind(Binding binding) {
    all.add(binding);
  }

  /** Takes the last names away. */
  void unbind(int count) {
    for (int i = 0; i < count; i++) {
      all.remove(all.size() - 1);
    }
  }

  /** The binding of a name; null where there is none. */
  Binding find(String name) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).name().equals(name)) {
        outermost = Math.min(outermost, i);
        return all.get(i);
      }
    }
    return null;
  }

  int size() {
    return all.size();
  }

  /** Begins to note how far out the names are that are found; gives what was noted so far. */
  int watch() {
    int before = outermost;
    outermost = Integer.MAX_VALUE;
    return before;
  }

  /**
   * Whether a name among the outermost ones was found since {@link #watch}.
   *
   * @param before what that gave
   */
  boolean found(int before, int names) {
    boolean found = outermost < names;
    outermost = Math.min(before, outermost);
    return found;
  }
}
