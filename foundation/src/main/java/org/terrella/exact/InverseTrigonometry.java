package org.terrella.exact;

/**
 * Arc functions, all from the angle of a vector given as pairs of doubles.
 *
 * <p>The angle of {@code (x, y)} with {@code 0 ≤ y ≤ x} is {@code atan(c) + atan((y - c x) / (x + c
 * y))}, c being the multiple of 1/64 nearest to the slope. {@code atan(c)} comes from a table of
 * 106 bits, the rest from a Taylor sum. The error stays below 0.51 ulp.
 */
final class InverseTrigonometry {
  private static final int STEPS = 64;
  private static final double[] HIGH = new double[STEPS + 1];
  private static final double[] LOW = new double[STEPS + 1];
  private static final double HALF_PI = DoubleDouble.PI.hi() / 2;
  private static final double HALF_PI_LOW = DoubleDouble.PI.lo() / 2;

  static {
    DoubleDouble angle = DoubleDouble.of(0);
    for (int k = 1; k <= STEPS; k++) {
      angle =
          angle.plus(smallArctangent(DoubleDouble.quotient(STEPS, STEPS * STEPS + k * (k - 1))));
      HIGH[k] = angle.hi();
      LOW[k] = angle.lo();
    }
  }

  private InverseTrigonometry() {}

  private static DoubleDouble smallArctangent(DoubleDouble t) {
    DoubleDouble square = t.times(t).negated();
    DoubleDouble power = t;
    DoubleDouble sum = t;
    for (int n = 3; n < 23; n += 2) {
      power = power.times(square);
      sum = sum.plus(power.dividedBy(DoubleDouble.of(n)));
    }
    return sum;
  }

  static double atan(double x) {
    if (Math.abs(x) < 0x1p-27 || x != x) {
      return x;
    }
    if (Math.abs(x) > 0x1p60) {
      return FloatingPoint.copySign(HALF_PI, x);
    }
    return FloatingPoint.copySign(angle(Math.abs(x), 0, 1, 0, false), x);
  }

  static double asin(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= 1)) {
      return Double.NaN;
    }
    if (magnitude < 0x1p-27) {
      return x;
    }
    DoubleDouble other = otherLeg(magnitude);
    return FloatingPoint.copySign(angle(magnitude, 0, other.hi(), other.lo(), false), x);
  }

  static double acos(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= 1)) {
      return Double.NaN;
    }
    if (magnitude < 0x1p-60) {
      return HALF_PI;
    }
    DoubleDouble other = otherLeg(magnitude);
    return angle(other.hi(), other.lo(), magnitude, 0, x < 0);
  }

  /** The other leg of a right triangle of hypotenuse 1. */
  private static DoubleDouble otherLeg(double leg) {
    return DoubleDouble.sum(1, -leg).times(DoubleDouble.sum(1, leg)).squareRoot();
  }

  static double atan2(double y, double x) {
    if (x != x || y != y) {
      return Double.NaN;
    }
    double width = Math.abs(x);
    double height = Math.abs(y);
    boolean left = Double.doubleToRawLongBits(x) < 0;
    if (width == Double.POSITIVE_INFINITY && height == Double.POSITIVE_INFINITY) {
      width = 1;
      height = 1;
    }
    if (height == 0 || width == Double.POSITIVE_INFINITY) {
      return FloatingPoint.copySign(left ? Math.PI : 0, y);
    }
    if (width == 0 || height == Double.POSITIVE_INFINITY) {
      return FloatingPoint.copySign(HALF_PI, y);
    }
    int apart = FloatingPoint.getExponent(height) - FloatingPoint.getExponent(width);
    if (apart > 62) {
      return FloatingPoint.copySign(HALF_PI, y);
    }
    if (apart < -62 && left) {
      return FloatingPoint.copySign(Math.PI, y);
    }
    double larger = Math.max(width, height);
    if (apart < -62) {
      return y / x;
    }
    if (larger > 0x1p400) {
      width *= 0x1p-600;
      height *= 0x1p-600;
    } else if (larger < 0x1p-400) {
      width *= 0x1p600;
      height *= 0x1p600;
    }
    return FloatingPoint.copySign(angle(height, 0, width, 0, left), y);
  }

  /** The angle of the vector (±x, y), whose components are not negative and not both 0. */
  private static double angle(double yHi, double yLo, double xHi, double xLo, boolean left) {
    boolean steep = yHi > xHi;
    double aHi = steep ? xHi : yHi;
    double aLo = steep ? xLo : yLo;
    double bHi = steep ? yHi : xHi;
    double bLo = steep ? yLo : xLo;

    int k = (int) (aHi / bHi * STEPS + 0.5);
    double c = (double) k / STEPS;
    double p = c * bHi;
    double pError = DoubleDouble.productError(c, bHi, p) + c * bLo;
    double n = aHi - p;
    double nError = DoubleDouble.sumError(aHi, -p, n) + (aLo - pError);
    double q = c * aHi;
    double d = bHi + q;
    double dError =
        DoubleDouble.sumError(bHi, q, d) + (bLo + (DoubleDouble.productError(c, aHi, q) + c * aLo));
    double t = n / d;
    double back = t * d;
    double tLow = ((n - back) - DoubleDouble.productError(t, d, back) + (nError - t * dError)) / d;

    double square = t * t;
    double tail =
        tLow * (1 - square)
            + t
                * square
                * (-1.0 / 3
                    + square
                        * (1.0 / 5
                            - square * (1.0 / 7 - square * (1.0 / 9 - square * (1.0 / 11)))));
    double high = HIGH[k] + t;
    double low = DoubleDouble.sumError(HIGH[k], t, high) + (LOW[k] + tail);
    if (steep) {
      double s = HALF_PI - high;
      low = DoubleDouble.sumError(HALF_PI, -high, s) + (HALF_PI_LOW - low);
      high = s;
    }
    if (left) {
      double s = Math.PI - high;
      low = DoubleDouble.sumError(Math.PI, -high, s) + (DoubleDouble.PI.lo() - low);
      high = s;
    }
    return high + low;
  }
}
