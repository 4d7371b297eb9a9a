package org.terrella.exact;

/**
 * The shortest decimal that reads back as a given double, and among several the nearest.
 *
 * <p>Method: Raffaello Giulietti, The Schubfach way to render doubles, 2020. The digits are in
 * {@link #digits}, without trailing zeros, and the value is digits · 10<sup>exponent</sup>.
 */
record ShortestDecimal(long digits, int exponent) {
  private static final long LOG10_OF_2 = 661_971_961_083L; // · 2^41
  private static final long LOG10_OF_3_4 = -274_743_187_321L; // · 2^41
  private static final long LOG2_OF_10 = 913_124_641_741L; // · 2^38

  /** The decimal of a positive, finite double. */
  static ShortestDecimal of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & (1L << 52) - 1;
    int biased = (int) (bits >>> 52);
    long c = biased == 0 ? fraction : fraction | 1L << 52;
    int q = biased == 0 ? -1074 : biased - 1075;
    // Below a power of two the doubles lie twice as dense as above it.
    boolean regular = fraction != 0 || biased <= 1;
    int k = (int) ((regular ? q * LOG10_OF_2 : q * LOG10_OF_2 + LOG10_OF_3_4) >> 41);
    int shift = q + (int) (-k * LOG2_OF_10 >> 38) + 2;
    PowersOfTen.Wide power = PowersOfTen.excess(-k);
    long center = scaled(power, c << 2 << shift);
    long left = scaled(power, (c << 2) - (regular ? 2 : 1) << shift);
    long right = scaled(power, (c << 2) + 2 << shift);
    // The borders belong to even mantissas only, since reading rounds ties to even.
    long open = c & 1;
    long s = center >> 2;
    if (s >= 10) {
      long below = s / 10 * 10;
      long above = below + 10;
      boolean belowFits = left + open <= below << 2;
      boolean aboveFits = (above << 2) + open <= right;
      if (belowFits != aboveFits) {
        return trimmed(belowFits ? below : above, k);
      }
    }
    long t = s + 1;
    boolean sFits = left + open <= s << 2;
    boolean tFits = (t << 2) + open <= right;
    if (sFits != tFits) {
      return trimmed(sFits ? s : t, k);
    }
    long side = center - (s + t << 1);
    return trimmed(side < 0 || side == 0 && (s & 1) == 0 ? s : t, k);
  }

  /** Rounds the product to odd, so that comparisons with its quarter steps stay exact. */
  private static long scaled(PowersOfTen.Wide power, long factor) {
    long carried = PowersOfTen.productHigh(power.low(), factor);
    long low = power.high() * factor;
    long high = PowersOfTen.productHigh(power.high(), factor);
    long sum = (low >>> 1) + carried;
    long whole = high + (sum >>> 63);
    return whole | (sum & Long.MAX_VALUE) + Long.MAX_VALUE >>> 63;
  }

  private static ShortestDecimal trimmed(long digits, int exponent) {
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
    return new ShortestDecimal(digits, exponent);
  }
}
