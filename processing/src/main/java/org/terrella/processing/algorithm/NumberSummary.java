package org.terrella.processing.algorithm;

import java.util.Arrays;
import java.util.List;
import org.terrella.exact.ExactMath;

/**
 * Statistics of numbers, defined as in QGIS: quartiles are the medians of the halves, to which of
 * an odd number of values the middle one belongs both times.
 */
final class NumberSummary {
  /** Short names, in the order of {@link #value}. */
  static final List<String> NAMES =
      List.of(
          "first",
          "last",
          "count",
          "sum",
          "mean",
          "median",
          "stdev",
          "min",
          "max",
          "range",
          "minority",
          "majority",
          "variety",
          "q1",
          "q3",
          "iqr");

  private final double first;
  private final double last;
  private final double[] sorted;

  NumberSummary(List<Double> values) {
    sorted = new double[values.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values.get(i) + 0.0;
    }
    first = sorted.length == 0 ? Double.NaN : sorted[0];
    last = sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    Arrays.sort(sorted);
  }

  /** A statistic by its number in {@link #NAMES}; NaN where nothing can be said. */
  double value(int number) {
    return switch (number) {
      case 0 -> first;
      case 1 -> last;
      case 2 -> sorted.length;
      case 3 -> sum();
      case 4 -> mean();
      case 5 -> median();
      case 6 -> deviation();
      case 7 -> minimum();
      case 8 -> maximum();
      case 9 -> maximum() - minimum();
      case 10 -> frequent(false);
      case 11 -> frequent(true);
      case 12 -> variety();
      case 13 -> quartile(false);
      case 14 -> quartile(true);
      default -> quartile(true) - quartile(false);
    };
  }

  int count() {
    return sorted.length;
  }

  double minimum() {
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  double maximum() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }

  /** Added up from the smallest to the largest. */
  double sum() {
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return sum;
  }

  double mean() {
    return sum() / sorted.length;
  }

  /** Of the whole population. */
  double deviation() {
    double mean = mean();
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return ExactMath.sqrt(squares / sorted.length);
  }

  double median() {
    return middle(0, sorted.length);
  }

  double quartile(boolean upper) {
    int half = (sorted.length + 1) / 2;
    return upper ? middle(sorted.length - half, sorted.length) : middle(0, half);
  }

  private double middle(int from, int to) {
    int count = to - from;
    if (count == 0) {
      return Double.NaN;
    }
    int at = from + count / 2;
    return count % 2 == 0 ? (sorted[at - 1] + sorted[at]) / 2 : sorted[at];
  }

  /** The value that is there most often, or least; the smallest of several. */
  double frequent(boolean most) {
    double found = Double.NaN;
    int best = 0;
    int begin = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[begin]) {
        int count = i - begin;
        if (begin == 0 || (most ? count > best : count < best)) {
          best = count;
          found = sorted[begin];
        }
        begin = i;
      }
    }
    return found;
  }

  int variety() {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return count;
  }
}
