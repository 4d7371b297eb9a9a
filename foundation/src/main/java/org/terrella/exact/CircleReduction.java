package org.terrella.exact;

/**
 * An angle as a step on a circle of 512 steps plus a rest of at most half a step.
 *
 * @param step multiple of π/256, of any sign
 * @param rest what remains, in radians
 */
record CircleReduction(int step, DoubleDouble rest) {
  /** Enough for the 1024 bits before the point, 62 of cancellation and 106 of result. */
  private static final int FRACTION_BITS = 1240;

  private static final Natural STEP = pi().shifted(-8);

  /**
   * Reduces a finite angle by whole-number division with π to 1240 binary places, so that no double
   * loses accuracy however large.
   */
  static CircleReduction of(double x) {
    long bits = Double.doubleToRawLongBits(Math.abs(x));
    int exponent = (int) (bits >>> 52) - 1075;
    long significand = (bits & 0xF_FFFF_FFFF_FFFFL) | 0x10_0000_0000_0000L;
    Natural scaled = Natural.of(significand).shifted(exponent + FRACTION_BITS);
    Natural half = STEP.shifted(-1);
    Natural.Division parts = scaled.plus(half).dividedBy(STEP);
    int step = (int) parts.quotient().longValue() & 511;
    Natural beyond = parts.remainder();
    DoubleDouble rest =
        half.isAtMost(beyond)
            ? toDoubleDouble(beyond.minus(half))
            : toDoubleDouble(half.minus(beyond)).negated();
    return x < 0 ? new CircleReduction(-step, rest.negated()) : new CircleReduction(step, rest);
  }

  /** {@code value · 2^-FRACTION_BITS}, cut to two doubles of 52 and 53 bits. */
  private static DoubleDouble toDoubleDouble(Natural value) {
    int drop = Math.max(0, value.bitLength() - 105);
    Natural top = value.shifted(-drop);
    double high = top.shifted(-53).longValue() * 0x1p53;
    double low = top.longValue() & (1L << 53) - 1;
    int exponent = drop - FRACTION_BITS;
    return DoubleDouble.normalized(
        FloatingPoint.scalb(high, exponent), FloatingPoint.scalb(low, exponent));
  }

  /** π · 2^FRACTION_BITS by Machin's formula, with guard bits. */
  private static Natural pi() {
    int guard = 48;
    int bits = FRACTION_BITS + guard;
    Natural quarter =
        arctangentOfReciprocal(5, bits).shifted(2).minus(arctangentOfReciprocal(239, bits));
    return quarter.shifted(2).shifted(-guard);
  }

  private static Natural arctangentOfReciprocal(int n, int bits) {
    Natural power = Natural.ONE.shifted(bits).dividedBy(n);
    Natural sum = power;
    for (int k = 3; !power.isZero(); k += 2) {
      power = power.dividedBy(n * n);
      Natural term = power.dividedBy(k);
      sum = (k & 2) != 0 ? sum.minus(term) : sum.plus(term);
    }
    return sum;
  }
}
