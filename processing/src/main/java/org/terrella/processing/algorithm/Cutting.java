package org.terrella.processing.algorithm;

/**
 * How a main input is cut into slices that can be computed apart. It says nothing about workers, so
 * that the result has the same bits however many there are.
 *
 * @param rows most rows of a slice
 * @param vertices a slice of few but large features ends with the one that reaches these
 * @param combines whether the results are joined by the algorithm, not just put one after the other
 * @param whole whether the main input comes with each slice as a whole, too, as other inputs do
 */
public record Cutting(int rows, int vertices, boolean combines, boolean whole) {
  /** Slices of few but large features end here, so that all workers get some. */
  private static final int SLICE_VERTICES = 4000;

  /** Not cut at all. */
  public static final Cutting WHOLE =
      new Cutting(Integer.MAX_VALUE, Integer.MAX_VALUE, false, false);

  public Cutting {
    if (rows < 1 || vertices < 1) {
      throw new IllegalArgumentException("a slice must have room for something");
    }
  }

  public static Cutting slices(int rows) {
    return new Cutting(rows, SLICE_VERTICES, false, false);
  }

  /** For algorithms whose other sources come with every slice: fewer and larger ones. */
  public static Cutting largeSlices() {
    return new Cutting(10_000, 100_000, false, false);
  }

  /** For algorithms that take no longer for a feature than sending it does. */
  public static Cutting quickSlices() {
    return new Cutting(50_000, 50_000, false, false);
  }

  public Cutting thenCombined() {
    return new Cutting(rows, vertices, true, whole);
  }

  public Cutting besideTheWhole() {
    return new Cutting(rows, vertices, combines, true);
  }
}
