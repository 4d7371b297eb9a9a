package org.terrella.processing.classification;

import static org.terrella.exact.ExactMath.abs;
import static org.terrella.exact.ExactMath.floor;
import static org.terrella.exact.ExactMath.log10;
import static org.terrella.exact.ExactMath.max;
import static org.terrella.exact.ExactMath.pow;

/**
 * Round numbers that cover a range: multiples of 1, 2, 5 or 10 times a power of ten, with the
 * preferences of R's {@code pretty} (Becker, Chambers and Wilks 1988) that QGIS shares.
 */
final class PrettyBreaks {
  private static final double BIAS = 1.5;
  private static final double BIAS_FOR_FIVE = 0.5 + 1.5 * BIAS;
  private static final double SHRINK = 0.75;
  private static final double TOLERANCE = 1e-10;

  private PrettyBreaks() {}

  /** About {@code classes} upper bounds; the last reaches {@code max} or beyond. */
  static double[] between(double min, double max, int classes) {
    int fewest = classes / 3;
    double range = max - min;
    double largest = max(abs(min), abs(max));
    boolean narrow = range <= largest * 3 * 0x1p-52 * max(1, classes);
    double cell;
    if (largest == 0) {
      cell = 1;
    } else if (narrow) {
      cell = (largest > 10 ? 9 + largest / 10 : largest) * SHRINK / max(1, fewest);
    } else {
      cell = range / classes;
    }
    double base = pow(10, floor(log10(cell)));
    double unit = base;
    if (2 * base - cell < BIAS * (cell - unit)) {
      unit = 2 * base;
      if (5 * base - cell < BIAS_FOR_FIVE * (cell - unit)) {
        unit = 5 * base;
        if (10 * base - cell < BIAS * (cell - unit)) {
          unit = 10 * base;
        }
      }
    }
    double first = floor(min / unit + TOLERANCE);
    double last = -floor(-(max / unit - TOLERANCE));
    double missing = fewest - (last - first);
    if (missing > 0) {
      double below = floor(missing / 2);
      first -= min >= 0 ? below : missing - below;
      last += min >= 0 ? missing - below : below;
    }
    int count = (int) Math.min(10_000, max(1, last - first));
    double[] bounds = new double[count];
    for (int i = 0; i < count; i++) {
      bounds[i] = (first + i + 1) * unit;
    }
    return bounds;
  }
}
