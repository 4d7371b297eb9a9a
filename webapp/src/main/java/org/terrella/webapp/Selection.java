package org.terrella.webapp;

import java.util.ArrayList;
import java.util.List;

/** The layer that panels are about. */
public final class Selection {
  private final List<Runnable> listeners = new ArrayList<>();
  private String layer = "";

  /** Id of the layer; empty when none is selected. */
  public String layer() {
    return layer;
  }

  public void select(String newLayer) {
    if (!newLayer.equals(layer)) {
      layer = newLayer;
      for (Runnable listener : List.copyOf(listeners)) {
        listener.run();
      }
    }
  }

  public void listen(Runnable listener) {
    listeners.add(listener);
  }
}
