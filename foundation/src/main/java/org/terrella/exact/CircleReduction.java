package org.terrella.exact;

import java.math.BigInteger;

/**
 * An angle as a step on a circle of 512 steps plus a rest of at most half a step.
 *
 * @param step multiple of π/256, of any sign
 * @param rest what remains, in radians
 */
record CircleReduction(int step, DoubleDouble rest) {
  /** Enough for the 1024 bits before the point, 62 of cancellation and 106 of result. */
  private static final int FRACTION_BITS = 1240;

  private static final BigInteger STEP = pi().shiftRight(8);

  /**
   * Reduces a finite angle by whole-number division with π to 1240 binary places, so that no double
   * loses accuracy however large.
   */
  static CircleReduction of(double x) {
    long bits = Double.doubleToRawLongBits(Math.abs(x));
    int exponent = (int) (bits >>> 52) - 1075;
    long significand = (bits & 0xF_FFFF_FFFF_FFFFL) | 0x10_0000_0000_0000L;
    BigInteger scaled = BigInteger.valueOf(significand).shiftLeft(exponent + FRACTION_BITS);
    BigInteger[] parts = scaled.add(STEP.shiftRight(1)).divideAndRemainder(STEP);
    int step = parts[0].intValue() & 511;
    DoubleDouble rest = toDoubleDouble(parts[1].subtract(STEP.shiftRight(1)));
    return x < 0 ? new CircleReduction(-step, rest.negated()) : new CircleReduction(step, rest);
  }

  /** {@code value · 2^-FRACTION_BITS}, cut to two doubles of 52 and 53 bits. */
  private static DoubleDouble toDoubleDouble(BigInteger value) {
    BigInteger magnitude = value.abs();
    int drop = Math.max(0, magnitude.bitLength() - 105);
    BigInteger top = magnitude.shiftRight(drop);
    double high = top.shiftRight(53).longValue() * 0x1p53;
    double low = top.and(BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE)).longValue();
    int exponent = drop - FRACTION_BITS;
    DoubleDouble result =
        DoubleDouble.normalized(
            FloatingPoint.scalb(high, exponent), FloatingPoint.scalb(low, exponent));
    return value.signum() < 0 ? result.negated() : result;
  }

  /** π · 2^FRACTION_BITS by Machin's formula, with guard bits. */
  private static BigInteger pi() {
    int guard = 48;
    int bits = FRACTION_BITS + guard;
    BigInteger quarter =
        arctangentOfReciprocal(5, bits).shiftLeft(2).subtract(arctangentOfReciprocal(239, bits));
    return quarter.shiftLeft(2).shiftRight(guard);
  }

  private static BigInteger arctangentOfReciprocal(int n, int bits) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = (k & 2) != 0 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }
}
