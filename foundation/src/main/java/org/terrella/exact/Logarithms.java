package org.terrella.exact;

/**
 * Logarithms to about 70 bits before the last rounding.
 *
 * <p>{@code x = 2^e m} with m between √½ and √2; with c the multiple of 1/128 nearest to m, {@code
 * ln m = ln c + 2 artanh((m - c) / (m + c))}. {@code ln c} comes from a table of 106 bits.
 */
final class Logarithms {
  private static final int SCALE = 128;
  private static final int FIRST = 88;
  private static final int LAST = 184;
  private static final double[] HIGH = new double[LAST - FIRST + 1];
  private static final double[] LOW = new double[LAST - FIRST + 1];
  private static final DoubleDouble PER_LN10;

  /** The upper bits of ln 2, few enough for an exact product with any exponent. */
  private static final double LN2_UPPER = DoubleDouble.upper(DoubleDouble.LN2.hi());

  private static final double LN2_REST = DoubleDouble.LN2.hi() - LN2_UPPER;

  static {
    DoubleDouble sum = DoubleDouble.of(0);
    for (int k = SCALE; k < LAST; k++) {
      sum = sum.plus(artanhOfReciprocal(2 * k + 1).scaled(2));
      place(k + 1, sum);
    }
    sum = DoubleDouble.of(0);
    for (int k = SCALE; k > FIRST; k--) {
      sum = sum.minus(artanhOfReciprocal(2 * k - 1).scaled(2));
      place(k - 1, sum);
    }
    DoubleDouble quarterMore = new DoubleDouble(HIGH[160 - FIRST], LOW[160 - FIRST]);
    PER_LN10 = DoubleDouble.ONE.dividedBy(DoubleDouble.LN2.times(3).plus(quarterMore));
  }

  private Logarithms() {}

  private static void place(int k, DoubleDouble value) {
    HIGH[k - FIRST] = value.hi();
    LOW[k - FIRST] = value.lo();
  }

  private static DoubleDouble artanhOfReciprocal(int n) {
    DoubleDouble t = DoubleDouble.quotient(1, n);
    DoubleDouble square = t.times(t);
    DoubleDouble power = t;
    DoubleDouble sum = t;
    for (int k = 3; k < 19; k += 2) {
      power = power.times(square);
      sum = sum.plus(power.dividedBy(DoubleDouble.of(k)));
    }
    return sum;
  }

  static double log(double x) {
    return x > 0 && x < Double.POSITIVE_INFINITY ? natural(x, false) : outside(x);
  }

  static double log10(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return outside(x);
    }
    return extended(x).times(PER_LN10).value();
  }

  static double log1p(double x) {
    if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
      return x == -1 ? Double.NEGATIVE_INFINITY : outside(x);
    }
    if (Math.abs(x) < 0x1p-54) {
      return x;
    }
    if (Math.abs(x) < 0x1p-20) {
      return x - x * x * (0.5 - x * (1.0 / 3 - x * (0.25 - x * 0.2)));
    }
    double sum = 1 + x;
    double rest = DoubleDouble.sumError(1, x, sum);
    return extended(sum).plus(DoubleDouble.of(rest / sum)).value();
  }

  private static double outside(double x) {
    return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
  }

  /** The natural logarithm of a positive finite number. */
  static DoubleDouble extended(double x) {
    return new DoubleDouble(natural(x, false), natural(x, true));
  }

  /**
   * The natural logarithm, or what rounding took from it. To compute twice is faster than to make
   * an object for two numbers.
   */
  private static double natural(double x, boolean rest) {
    double normal = x < Double.MIN_NORMAL ? x * 0x1p54 : x;
    long bits = Double.doubleToRawLongBits(normal);
    int e = (int) (bits >>> 52) - 1023;
    double m = Double.longBitsToDouble((bits & 0xF_FFFF_FFFF_FFFFL) | 0x3FF0_0000_0000_0000L);
    if (m > 1.4142135623730951) {
      m *= 0.5;
      e++;
    }
    if (x < Double.MIN_NORMAL) {
      e -= 54;
    }
    int k = (int) (m * SCALE + 0.5);
    double c = (double) k / SCALE;
    double n = m - c;
    double d = m + c;
    double s = n / d;
    double back = s * d;
    double sLow =
        ((n - back) - DoubleDouble.productError(s, d, back) - s * DoubleDouble.sumError(m, c, d))
            / d;
    double square = s * s;
    double tail =
        s * square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square * (1.0 / 9))));
    double upper = e * LN2_UPPER;
    double most = upper + HIGH[k - FIRST];
    double high = most + 2 * s;
    double low = e * LN2_REST + (HIGH[k - FIRST] - (most - upper));
    low += e * DoubleDouble.LN2.lo() + LOW[k - FIRST];
    low += (2 * s - (high - most)) + 2 * (sLow + tail);
    double sum = high + low;
    return rest ? low - (sum - high) : sum;
  }
}
