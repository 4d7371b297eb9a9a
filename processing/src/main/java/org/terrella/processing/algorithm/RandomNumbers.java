package org.terrella.processing.algorithm;

/**
 * Numbers that look random and are the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
 */
final class RandomNumbers {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomNumbers(long state) {
    this.state = state;
  }

  /** The numbers of a feature: they depend on nothing but the seed and the feature's number. */
  static RandomNumbers of(long seed, long feature) {
    return new RandomNumbers(mixed(mixed(seed + STEP) + feature * STEP));
  }

  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 inclusive to 1 exclusive. */
  double next() {
    state += STEP;
    return (mixed(state) >>> 11) * 0x1p-53;
  }

  /** Between two limits. */
  double between(double from, double to) {
    return from + next() * (to - from);
  }

  /** A whole number from 0 inclusive to {@code count} exclusive. */
  int below(int count) {
    return (int) (next() * count);
  }

  /** Sets {@code chosen} for some of the rows, each as likely as the others; reorders these. */
  void choose(int[] rows, int count, boolean[] chosen) {
    for (int i = 0; i < count; i++) {
      int other = i + below(rows.length - i);
      int row = rows[other];
      rows[other] = rows[i];
      rows[i] = row;
      chosen[row] = true;
    }
  }
}
