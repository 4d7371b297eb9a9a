package org.terrella.exact;

/** Hypotenuse and cube root, each corrected once beyond double precision. */
final class Roots {
  private Roots() {}

  static double hypot(double x, double y) {
    double a = Math.max(Math.abs(x), Math.abs(y));
    double b = Math.min(Math.abs(x), Math.abs(y));
    if (Math.abs(x) == Double.POSITIVE_INFINITY || Math.abs(y) == Double.POSITIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    if (b < a * 0x1p-30 || b == 0 || a != a) {
      return a;
    }
    if (a > 0x1p450) {
      return scaledHypotenuse(a * 0x1p-600, b * 0x1p-600) * 0x1p600;
    }
    if (b < 0x1p-450) {
      return scaledHypotenuse(a * 0x1p600, b * 0x1p600) * 0x1p-600;
    }
    return scaledHypotenuse(a, b);
  }

  private static double scaledHypotenuse(double a, double b) {
    double aa = a * a;
    double bb = b * b;
    double sum = aa + bb;
    double rest =
        (bb
            - (sum - aa)
            + (DoubleDouble.productError(a, a, aa) + DoubleDouble.productError(b, b, bb)));
    double root = Math.sqrt(sum);
    double back = root * root;
    return root + ((sum - back) - DoubleDouble.productError(root, root, back) + rest) / (2 * root);
  }

  static double cbrt(double x) {
    if (x == 0 || x - x != 0) {
      return x;
    }
    double magnitude = Math.abs(x);
    int extra = 0;
    if (magnitude < Double.MIN_NORMAL) {
      magnitude *= 0x1p54;
      extra = -18;
    }
    int exponent = FloatingPoint.getExponent(magnitude);
    int third = (int) Math.floor(exponent / 3.0);
    double m = magnitude * FloatingPoint.powerOfTwo(-3 * third);
    double root = 0.9 + 0.16 * m;
    for (int i = 0; i < 5; i++) {
      root -= (root - m / (root * root)) / 3;
    }
    DoubleDouble cube = DoubleDouble.product(root, root).times(root);
    root -= cube.plus(-m).value() / (3 * root * root);
    return FloatingPoint.copySign(FloatingPoint.scalb(root, third + extra), x);
  }
}
