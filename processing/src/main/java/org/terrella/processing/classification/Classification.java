package org.terrella.processing.classification;

import java.util.Arrays;
import org.terrella.error.TerrellaException;

/**
 * Classes of numbers. Class {@code i} reaches from the upper bound of the one before (or {@code
 * min}), exclusive but for the first, to {@code upperBounds[i]}, inclusive.
 *
 * @param min the least value
 * @param upperBounds ascending; the last is the largest value
 */
public record Classification(double min, double[] upperBounds) {
  /** How many classes there are; where values are few, fewer than were asked for. */
  public int size() {
    return upperBounds.length;
  }

  /** The class of a value; the first or last for one outside. */
  public int classOf(double value) {
    int found = Arrays.binarySearch(upperBounds, value);
    return Math.min(upperBounds.length - 1, found >= 0 ? found : -found - 1);
  }

  /** Classes of the same width. */
  public static Classification equalInterval(double[] values, int classes) {
    double[] sorted = sorted(values, classes);
    double min = sorted[0];
    double max = sorted[sorted.length - 1];
    double[] bounds = new double[classes];
    for (int i = 0; i < classes; i++) {
      bounds[i] = min + (max - min) * (i + 1) / classes;
    }
    return of(min, max, bounds);
  }

  /** Classes with the same number of values: quantiles of type 7 (Hyndman and Fan 1996). */
  public static Classification quantile(double[] values, int classes) {
    double[] sorted = sorted(values, classes);
    double[] bounds = new double[classes];
    for (int i = 0; i < classes; i++) {
      double position = (sorted.length - 1.0) * (i + 1) / classes;
      int below = (int) position;
      double above = sorted[Math.min(below + 1, sorted.length - 1)];
      bounds[i] = sorted[below] + (position - below) * (above - sorted[below]);
    }
    return of(sorted[0], sorted[sorted.length - 1], bounds);
  }

  /**
   * Natural breaks: the classes with the least sum of squared deviations from their means (Fisher
   * 1958, Jenks 1977), found exactly; of more than 200,000 distinct values neighbours are joined
   * first.
   */
  public static Classification jenks(double[] values, int classes) {
    double[] sorted = sorted(values, classes);
    return of(sorted[0], sorted[sorted.length - 1], new NaturalBreaks(sorted).bounds(classes));
  }

  /** About so many classes with round bounds, see {@link PrettyBreaks}. */
  public static Classification pretty(double[] values, int classes) {
    double[] sorted = sorted(values, classes);
    double min = sorted[0];
    double max = sorted[sorted.length - 1];
    return of(min, max, PrettyBreaks.between(min, max, classes));
  }

  private static double[] sorted(double[] values, int classes) {
    if (classes < 1) {
      throw TerrellaException.invalid("There must be at least one class, not " + classes + ".");
    }
    double[] sorted = Statistics.numbers(values);
    if (sorted.length == 0) {
      throw TerrellaException.invalid("There are no numbers to classify.");
    }
    Arrays.sort(sorted);
    if (sorted[0] - sorted[0] != 0 || sorted[sorted.length - 1] - sorted[sorted.length - 1] != 0) {
      throw TerrellaException.invalid("Infinite values cannot be classified.");
    }
    return sorted;
  }

  /** Leaves out bounds that are not within the values or not above the one before. */
  private static Classification of(double min, double max, double[] bounds) {
    double[] kept = new double[bounds.length + 1];
    int count = 0;
    for (double bound : bounds) {
      if (bound < max && bound >= min && (count == 0 || bound > kept[count - 1])) {
        kept[count++] = bound;
      }
    }
    kept[count++] = max;
    return new Classification(min, Arrays.copyOf(kept, count));
  }
}
