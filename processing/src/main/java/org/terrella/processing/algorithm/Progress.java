package org.terrella.processing.algorithm;

import org.terrella.error.TerrellaException;

/** Hears how far a computation is. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing and never cancels. */
  Progress NONE = (fraction, text) -> {};

  /**
   * Tells that {@code fraction} (0 to 1) is done; {@code text} says what is going on, or is empty.
   *
   * @throws TerrellaException cancelled, when the work is no longer wanted
   */
  void report(double fraction, String text);

  /** A progress whose 0 to 1 is {@code from} to {@code to} here. */
  default Progress between(double from, double to) {
    return (fraction, text) -> report(from + fraction * (to - from), text);
  }
}
