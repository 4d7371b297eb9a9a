package org.terrella.exact;

/**
 * Exponentials, powers and hyperbolic functions.
 *
 * <p>{@code e^x = 2^(k/128) e^r} with {@code |r| ≤ ln 2 / 256}: a table of 106 bits for the first
 * factor, a Taylor sum for the second. The error stays below 0.52 ulp where the result is normal.
 */
final class Exponentials {
  private static final int STEPS = 128;
  private static final double[] HIGH = new double[STEPS];
  private static final double[] LOW = new double[STEPS];
  private static final double STEPS_PER_LN2 = STEPS / DoubleDouble.LN2.hi();
  private static final double STEP_UPPER = DoubleDouble.upper(DoubleDouble.LN2.hi()) / STEPS;
  private static final double STEP_REST = DoubleDouble.LN2.hi() / STEPS - STEP_UPPER;
  private static final double STEP_LOW = DoubleDouble.LN2.lo() / STEPS;

  static {
    for (int k = 0; k < STEPS; k++) {
      DoubleDouble x = DoubleDouble.LN2.times(k).scaled(1.0 / STEPS);
      DoubleDouble term = DoubleDouble.ONE;
      DoubleDouble sum = DoubleDouble.ONE;
      for (int n = 1; n < 30; n++) {
        term = term.times(x).dividedBy(DoubleDouble.of(n));
        sum = sum.plus(term);
      }
      HIGH[k] = sum.hi();
      LOW[k] = sum.lo();
    }
  }

  private Exponentials() {}

  /** {@code e^(high + low) - subtract}, for arguments between -745 and 709 with subtract 0 or 1. */
  private static DoubleDouble extended(double high, double low, double subtract, int[] exponent) {
    double k = Math.floor(high * STEPS_PER_LN2 + 0.5);
    double r = rest(high, low, k, false);
    int step = (int) k;
    int index = step & (STEPS - 1);
    exponent[0] = (step - index) / STEPS;
    double factor = HIGH[index];
    DoubleDouble product = DoubleDouble.product(factor, r);
    DoubleDouble small =
        product.plus(LOW[index] * (1 + r) + factor * tail(r, rest(high, low, k, true)));
    if (subtract != 0) {
      double scale = FloatingPoint.powerOfTwo(exponent[0]);
      exponent[0] = 0;
      return DoubleDouble.sum(factor * scale, -1).plus(small.scaled(scale));
    }
    return DoubleDouble.of(factor).plus(small);
  }

  static double exp(double x) {
    return x != x ? x : exp(x, 0);
  }

  private static double exp(double high, double low) {
    if (high > 710) {
      return Double.POSITIVE_INFINITY;
    }
    if (high < -746) {
      return 0;
    }
    double k = Math.floor(high * STEPS_PER_LN2 + 0.5);
    double r = rest(high, low, k, false);
    int step = (int) k;
    int index = step & (STEPS - 1);
    double factor = HIGH[index];
    double product = factor * r;
    double sum = factor + product;
    double less = product - (sum - factor);
    less += DoubleDouble.productError(factor, r, product);
    less += LOW[index] * (1 + r) + factor * tail(r, rest(high, low, k, true));
    return FloatingPoint.scalb(sum + less, (step - index) / STEPS);
  }

  /** {@code high + low - k ln 2 / 128}, or what rounding took from it. */
  private static double rest(double high, double low, double k, boolean rest) {
    double a = high - k * STEP_UPPER;
    double b = k * STEP_REST;
    double c = a - b;
    double d = DoubleDouble.sumError(a, -b, c) + (low - k * STEP_LOW);
    double r = c + d;
    return rest ? d - (r - c) : r;
  }

  /** {@code e^(r + rLow) - 1 - r}. */
  private static double tail(double r, double rLow) {
    return rLow * (1 + r)
        + r * r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)))));
  }

  static double expm1(double x) {
    if (Math.abs(x) < 0x1p-54 || x != x) {
      return x;
    }
    if (x > 700) {
      return exp(x);
    }
    return x < -60 ? -1 : lessOne(x).value();
  }

  private static DoubleDouble lessOne(double x) {
    return extended(x, 0, 1, new int[1]);
  }

  static double sinh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0x1p-28 || x - x != 0) {
      return x;
    }
    double result;
    if (magnitude > 40) {
      result = halfExponential(magnitude);
    } else {
      DoubleDouble less = lessOne(magnitude);
      result = less.plus(less.dividedBy(less.plus(DoubleDouble.ONE))).value() * 0.5;
    }
    return FloatingPoint.copySign(result, x);
  }

  static double cosh(double x) {
    double magnitude = Math.abs(x);
    if (x - x != 0) {
      return magnitude;
    }
    if (magnitude > 40) {
      return halfExponential(magnitude);
    }
    DoubleDouble exponential = lessOne(magnitude).plus(DoubleDouble.ONE);
    return exponential.plus(DoubleDouble.ONE.dividedBy(exponential)).value() * 0.5;
  }

  /** {@code e^x / 2}, which can be finite where {@code e^x} is not. */
  private static double halfExponential(double x) {
    if (x > 711) {
      return Double.POSITIVE_INFINITY;
    }
    int[] exponent = new int[1];
    double result = extended(x, 0, 0, exponent).value();
    return FloatingPoint.scalb(result, exponent[0] - 1);
  }

  static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0x1p-28 || x != x) {
      return x;
    }
    if (magnitude > 22) {
      return FloatingPoint.copySign(1, x);
    }
    DoubleDouble less = lessOne(2 * magnitude);
    return FloatingPoint.copySign(less.dividedBy(less.plus(DoubleDouble.of(2))).value(), x);
  }

  static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if (x != x || y != y) {
      return Double.NaN;
    }
    if (y == 1) {
      return x;
    }
    double magnitude = Math.abs(x);
    boolean whole = Math.abs(y) >= 0x1p53 || Math.floor(y) == y;
    boolean odd = whole && Math.abs(y) < 0x1p53 && ((long) y & 1) != 0;
    boolean negative = odd && Double.doubleToRawLongBits(x) < 0;
    double result;
    if (magnitude == 1 && Math.abs(y) == Double.POSITIVE_INFINITY) {
      return Double.NaN;
    } else if (magnitude == 0 || magnitude == Double.POSITIVE_INFINITY) {
      result = (magnitude == 0) == (y < 0) ? Double.POSITIVE_INFINITY : 0;
    } else if (Math.abs(y) == Double.POSITIVE_INFINITY) {
      result = (magnitude > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
    } else if (x < 0 && !whole) {
      return Double.NaN;
    } else if (y == 2) {
      result = x * x;
    } else {
      result = finitePower(magnitude, y);
    }
    return negative ? -result : result;
  }

  private static double finitePower(double x, double y) {
    if (x == 1) {
      return 1;
    }
    DoubleDouble logarithm = Logarithms.extended(x);
    double rough = logarithm.hi() * y;
    if (!(Math.abs(rough) < 760)) {
      return rough > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    if (Math.abs(rough) < 0x1p-60) {
      return 1;
    }
    DoubleDouble exponent = logarithm.times(y);
    return exp(exponent.hi(), exponent.lo());
  }
}
