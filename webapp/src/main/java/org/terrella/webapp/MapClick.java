package org.terrella.webapp;

import java.util.function.Consumer;

/** A click on the map that something waits for; it does nothing else then. */
public final class MapClick {
  private Consumer<double[]> waiting;

  /** Waits for the next click, instead of whoever waited before; it gets the place in the view. */
  public void await(Consumer<double[]> clicked) {
    waiting = clicked;
  }

  /** Whether somebody waited for this click. */
  public boolean takes(double[] place) {
    Consumer<double[]> taking = waiting;
    waiting = null;
    if (taking != null) {
      taking.accept(place);
    }
    return taking != null;
  }
}
