package org.terrella.webapp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which features of each layer are selected, by the numbers of their rows. */
public final class FeatureSelection {
  private static final int[] NONE = {};

  private final Map<String, int[]> rows = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  /** Hears that the selection of a layer is another one. */
  @FunctionalInterface
  public interface Listener {
    void changed(String layer);
  }

  /** The selected rows of a layer, ascending. */
  public int[] rows(String layer) {
    return rows.getOrDefault(layer, NONE).clone();
  }

  /** How many features of a layer are selected. */
  public int count(String layer) {
    return rows.getOrDefault(layer, NONE).length;
  }

  /** The layers that have selected features. */
  public List<String> layers() {
    return List.copyOf(rows.keySet());
  }

  /** Selects these rows of a layer and no others; ascending. */
  public void set(String layer, int[] selected) {
    if (selected.length == 0 && !rows.containsKey(layer)) {
      return;
    }
    if (selected.length == 0) {
      rows.remove(layer);
    } else {
      rows.put(layer, selected.clone());
    }
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(layer);
    }
  }

  /** Hears of the layer whose selection is another one now. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }
}
