package org.terrella.processing.algorithm;

/** SplitMix64 (Steele, Lea, Flood 2014), from the same start each time. */
final class RandomNumbers {
  private long state = 0x7E88E11AL;

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) ((next() >>> 33) * bound >>> 31);
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
