package org.terrella.processing.classification;

/**
 * Fisher's classification by dynamic programming over the distinct values, each row by divide and
 * conquer, since the best start of the last class moves to the right with its end: O(k n log n).
 */
final class NaturalBreaks {
  private static final int MOST_VALUES = 200_000;

  private final double[] last;
  private final double[] weight;
  private final double[] sum;
  private final double[] squares;
  private final int size;
  private double[] cost;
  private double[] next;

  /** Of values in ascending order, at least one. */
  NaturalBreaks(double[] sorted) {
    int distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
    }
    int perBin = (distinct + MOST_VALUES - 1) / MOST_VALUES;
    size = (distinct + perBin - 1) / perBin;
    last = new double[size];
    weight = new double[size + 1];
    sum = new double[size + 1];
    squares = new double[size + 1];
    double middle = sorted[sorted.length / 2];
    int seen = 0;
    for (int i = 0; i < sorted.length; i++) {
      seen += i > 0 && sorted[i] > sorted[i - 1] ? 1 : 0;
      int bin = seen / perBin;
      double shifted = sorted[i] - middle;
      last[bin] = sorted[i];
      weight[bin + 1]++;
      sum[bin + 1] += shifted;
      squares[bin + 1] += shifted * shifted;
    }
    for (int bin = 0; bin < size; bin++) {
      weight[bin + 1] += weight[bin];
      sum[bin + 1] += sum[bin];
      squares[bin + 1] += squares[bin];
    }
  }

  /** Squared deviations of bins {@code from} to {@code to - 1} from their mean. */
  private double deviation(int from, int to) {
    double s = sum[to] - sum[from];
    return squares[to] - squares[from] - s * s / (weight[to] - weight[from]);
  }

  /** Upper bounds of the classes, each one of the values. */
  double[] bounds(int wanted) {
    int classes = Math.min(wanted, size);
    int[][] start = new int[classes][size + 1];
    cost = new double[size + 1];
    for (int end = 1; end <= size; end++) {
      cost[end] = deviation(0, end);
    }
    for (int k = 1; k < classes; k++) {
      next = new double[size + 1];
      fill(start[k], k, k + 1, size, k, size - 1);
      cost = next;
    }
    double[] bounds = new double[classes];
    int end = size;
    for (int k = classes - 1; k >= 0; k--) {
      bounds[k] = last[end - 1];
      end = start[k][end];
    }
    return bounds;
  }

  /**
   * Finds the best start of class {@code k} for each end of a range, knowing that it lies between
   * {@code least} and {@code most}. The depth of recursion is the logarithm of the range.
   */
  private void fill(int[] start, int k, int firstEnd, int lastEnd, int least, int most) {
    if (firstEnd > lastEnd) {
      return;
    }
    int end = (firstEnd + lastEnd) >>> 1;
    int best = Math.max(least, k);
    double bestCost = Double.POSITIVE_INFINITY;
    for (int from = best; from <= Math.min(most, end - 1); from++) {
      double total = cost[from] + deviation(from, end);
      if (total < bestCost) {
        bestCost = total;
        best = from;
      }
    }
    next[end] = bestCost;
    start[end] = best;
    fill(start, k, firstEnd, end - 1, least, best);
    fill(start, k, end + 1, lastEnd, best, most);
  }
}
