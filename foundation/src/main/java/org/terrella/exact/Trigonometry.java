package org.terrella.exact;

/**
 * Sine, cosine and tangent from a table of 512 angles around the circle.
 *
 * <p>The argument is split as {@code k π/256 + r} with {@code |r| ≤ π/512}; the addition theorem
 * joins the table's sine and cosine of {@code k π/256}, kept to 106 bits, with short Taylor sums of
 * {@code r}. The error stays below 0.51 ulp.
 */
final class Trigonometry {
  private static final int STEPS = 512;
  private static final int QUARTER = STEPS / 4;

  /** Up to here {@code k} has 23 bits, so that its products with 30-bit constants are exact. */
  private static final double DIRECT_LIMIT = 100_000;

  private static final double STEPS_PER_RADIAN = 81.48733086305042;

  private static final double STEP_1;
  private static final double STEP_2;
  private static final double STEP_3;
  private static final double STEP_4;

  private static final double[] HIGH = new double[STEPS + QUARTER];
  private static final double[] LOW = new double[STEPS + QUARTER];

  static {
    double third = -2.9947698097183397E-33;
    STEP_1 = upper30(DoubleDouble.PI.hi()) / 256;
    double rest = DoubleDouble.PI.hi() / 256 - STEP_1;
    STEP_2 = upper30(rest + DoubleDouble.PI.lo() / 256);
    DoubleDouble left = DoubleDouble.sum(rest - STEP_2, DoubleDouble.PI.lo() / 256);
    STEP_3 = upper30(left.hi());
    STEP_4 = (left.hi() - STEP_3) + left.lo() + third / 256;
    fillTable();
  }

  private Trigonometry() {}

  private static double upper30(double a) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(a) & 0xFFFF_FFFF_FF80_0000L);
  }

  private static void fillTable() {
    for (int k = 0; k <= QUARTER / 2; k++) {
      DoubleDouble angle = DoubleDouble.PI.times(k).scaled(0x1p-8);
      DoubleDouble sine = taylor(angle, angle, 1);
      DoubleDouble cosine = taylor(DoubleDouble.ONE, angle, 0);
      place(k, sine);
      place(QUARTER - k, cosine);
      place(2 * QUARTER - k, sine);
      place(QUARTER + k, cosine);
      place(2 * QUARTER + k, sine.negated());
      place(3 * QUARTER - k, cosine.negated());
      place(3 * QUARTER + k, cosine.negated());
      place((STEPS - k) % STEPS, k == 0 ? sine : sine.negated());
    }
    HIGH[2 * QUARTER] = 0;
    System.arraycopy(HIGH, 0, HIGH, STEPS, QUARTER);
    System.arraycopy(LOW, 0, LOW, STEPS, QUARTER);
  }

  private static void place(int k, DoubleDouble value) {
    HIGH[k] = value.hi();
    LOW[k] = value.lo();
  }

  /** Sum of {@code first}, and of each term times {@code -x² / ((n+1)(n+2))}. */
  private static DoubleDouble taylor(DoubleDouble first, DoubleDouble x, int degree) {
    DoubleDouble square = x.times(x).negated();
    DoubleDouble term = first;
    DoubleDouble sum = first;
    for (int n = degree; n < 30; n += 2) {
      term = term.times(square).dividedBy(DoubleDouble.of((n + 1) * (n + 2)));
      sum = sum.plus(term);
    }
    return sum;
  }

  static double sin(double x) {
    return Math.abs(x) < 0x1p-27 ? x : shifted(x, 0);
  }

  static double cos(double x) {
    return Math.abs(x) < 0x1p-27 ? 1 : shifted(x, QUARTER);
  }

  /** The sine of {@code x + shift π/256}. */
  private static double shifted(double x, int shift) {
    if (!(Math.abs(x) <= DIRECT_LIMIT)) {
      if (x - x != 0) {
        return Double.NaN;
      }
      CircleReduction reduced = CircleReduction.of(x);
      return sine(reduced.step() + shift, reduced.rest().hi(), reduced.rest().lo(), false);
    }
    double k = Math.floor(x * STEPS_PER_RADIAN + 0.5);
    return sine((int) k + shift, rest(x, k, false), rest(x, k, true), false);
  }

  /** {@code x - k π/256}, or what rounding took from it. */
  private static double rest(double x, double k, boolean rest) {
    double a = x - k * STEP_1;
    double b = k * STEP_2;
    double c = a - b;
    double low = DoubleDouble.sumError(a, -b, c);
    double d = k * STEP_3;
    double e = c - d;
    low += DoubleDouble.sumError(c, -d, e);
    low -= k * STEP_4;
    double sum = e + low;
    return rest ? low - (sum - e) : sum;
  }

  private static double sineTail(double square) {
    return -1.0 / 6 + square * (1.0 / 120 - square * (1.0 / 5040));
  }

  private static double cosineTail(double square) {
    return -0.5 + square * (1.0 / 24 - square * (1.0 / 720 - square * (1.0 / 40320)));
  }

  /**
   * The sine of {@code step π/256 + high + low}, or what rounding took from it, of about 65 bits in
   * all. To compute twice is faster than to make an object for two numbers.
   */
  private static double sine(int step, double high, double low, boolean rest) {
    int index = step & (STEPS - 1);
    double sine = HIGH[index];
    double cosine = HIGH[index + QUARTER];
    double product = cosine * high;
    double sum = sine + product;
    double square = high * high;
    double less =
        DoubleDouble.sumError(sine, product, sum)
            + (DoubleDouble.productError(cosine, high, product)
                + LOW[index]
                + LOW[index + QUARTER] * high);
    less += cosine * (low + high * square * sineTail(square));
    less += sine * (square * cosineTail(square) - high * low);
    double value = sum + less;
    return rest ? less - (value - sum) : value;
  }

  static double tan(double x) {
    if (Math.abs(x) < 0x1p-27 || x - x != 0) {
      return x - x != 0 ? Double.NaN : x;
    }
    if (!(Math.abs(x) <= DIRECT_LIMIT)) {
      CircleReduction reduced = CircleReduction.of(x);
      return tangent(reduced.step(), reduced.rest().hi(), reduced.rest().lo());
    }
    double k = Math.floor(x * STEPS_PER_RADIAN + 0.5);
    double high = rest(x, k, false);
    return tangent((int) k, high, rest(x, k, true));
  }

  private static double tangent(int step, double high, double low) {
    double sine = sine(step, high, low, false);
    double cosine = sine(step + QUARTER, high, low, false);
    double quotient = sine / cosine;
    double back = quotient * cosine;
    double left = (sine - back) - DoubleDouble.productError(quotient, cosine, back);
    left += sine(step, high, low, true) - quotient * sine(step + QUARTER, high, low, true);
    return quotient + left / cosine;
  }
}
