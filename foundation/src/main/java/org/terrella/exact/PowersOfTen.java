package org.terrella.exact;

/**
 * Powers of ten to 126 or 128 binary digits, made when first asked for. Few exponents occur in one
 * file, so a full table would cost start-up time for nothing.
 */
final class PowersOfTen {
  static final int LEAST = -342;
  static final int GREATEST = 308;

  /** An unsigned number of up to 128 bits in two halves. */
  record Wide(long high, long low) {}

  private static final Wide[] TRUNCATED = new Wide[GREATEST - LEAST + 1];
  private static final Wide[] EXCESS = new Wide[340 - LEAST];

  private PowersOfTen() {}

  /**
   * The leading 128 bits of 5<sup>q</sup>, highest bit set: rounded down, or for -27 &le; q &lt; 0
   * up, as the method of Eisel and Lemire asks (Lemire, Number Parsing at a Gigabyte per Second,
   * 2021, section 5 and appendix).
   */
  static Wide truncated(int q) {
    Wide known = TRUNCATED[q - LEAST];
    if (known == null) {
      Natural power = Natural.power(5, Math.abs(q));
      Natural bits;
      if (q >= 0) {
        bits = shiftedTo(power, 128);
      } else {
        bits = reciprocal(power, 127);
        bits = q >= -27 ? shiftedTo(bits.plus(Natural.ONE), 128) : bits;
      }
      known = new Wide(bits.shifted(-64).longValue(), bits.longValue());
      TRUNCATED[q - LEAST] = known;
    }
    return known;
  }

  /**
   * The leading 126 bits of 10<sup>e</sup> plus one unit, in halves of 63 bits: the factor g of
   * Giulietti, The Schubfach way to render doubles, 2020, section 9.1.
   */
  static Wide excess(int e) {
    Wide known = EXCESS[e - LEAST];
    if (known == null) {
      Natural power = Natural.power(10, Math.abs(e));
      Natural bits = e >= 0 ? shiftedTo(power, 126) : reciprocal(power, 125);
      bits = bits.plus(Natural.ONE);
      known = new Wide(bits.shifted(-63).longValue(), bits.longValue() & Long.MAX_VALUE);
      EXCESS[e - LEAST] = known;
    }
    return known;
  }

  /** The upper half of the 128-bit product of two unsigned numbers. */
  static long productHigh(long a, long b) {
    long aLow = a & 0xFFFFFFFFL;
    long aHigh = a >>> 32;
    long bLow = b & 0xFFFFFFFFL;
    long bHigh = b >>> 32;
    long middle = aHigh * bLow + (aLow * bLow >>> 32);
    long carry = aLow * bHigh + (middle & 0xFFFFFFFFL);
    return aHigh * bHigh + (middle >>> 32) + (carry >>> 32);
  }

  private static Natural shiftedTo(Natural value, int bits) {
    return value.shifted(bits - value.bitLength());
  }

  /** The reciprocal of a number that is no power of two, to so many bits and one, rounded down. */
  private static Natural reciprocal(Natural value, int bits) {
    return Natural.ONE.shifted(value.bitLength() + bits).dividedBy(value).quotient();
  }
}
