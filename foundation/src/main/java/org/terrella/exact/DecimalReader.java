package org.terrella.exact;

/**
 * Turns decimal digits into the nearest double, ties to even. Three ways, each correct where it is
 * used: one exact division (Clinger's fast path), the method of Eisel and Lemire, and big integers.
 */
final class DecimalReader {
  // More digits than these cannot change the result, except for being there at all.
  private static final int KEPT_DIGITS = 800;
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private DecimalReader() {}

  /** Reads {@code text[from, to)}; NaN when it is not a decimal number. */
  static double read(byte[] text, int from, int to) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (at < to && (negative || text[at] == '+')) {
      at++;
    }
    long significand = 0;
    int kept = 0;
    int digits = 0;
    boolean dropped = false;
    long exponent = 0;
    boolean fraction = false;
    int firstDigit = at;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (kept < 19) {
          significand = significand * 10 + digit;
          if (significand != 0) {
            kept++;
          }
          if (fraction) {
            exponent--;
          }
        } else {
          dropped |= digit != 0;
          if (!fraction) {
            exponent++;
          }
        }
      } else if (text[at] == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    int endDigits = at;
    if (digits == 0) {
      return Double.NaN;
    }
    if (at < to) {
      if (text[at] != 'e' && text[at] != 'E') {
        return Double.NaN;
      }
      long written = readExponent(text, at + 1, to);
      if (written == Long.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += written;
    }
    double magnitude = magnitude(significand, exponent);
    if (dropped && magnitude != magnitude(significand + 1, exponent) || magnitude != magnitude) {
      magnitude = exact(text, firstDigit, endDigits, exponent, kept);
    }
    return negative ? -magnitude : magnitude;
  }

  /**
   * Exponent after the letter; MIN_VALUE when malformed. Saturates, for it only says 0 or infinity.
   */
  private static long readExponent(byte[] text, int from, int to) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (at < to && (negative || text[at] == '+')) {
      at++;
    }
    if (at == to) {
      return Long.MIN_VALUE;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      value = Math.min(value * 10 + digit, 1L << 40);
    }
    return negative ? -value : value;
  }

  /** The double nearest to significand · 10^exponent, or NaN when only big integers can tell. */
  private static double magnitude(long significand, long exponent) {
    if (significand == 0 || exponent < PowersOfTen.LEAST) {
      return 0;
    }
    if (exponent > PowersOfTen.GREATEST) {
      return Double.POSITIVE_INFINITY;
    }
    if (significand > 0 && significand <= 1L << 53) {
      if (exponent >= 0 && exponent <= 22) {
        return significand * EXACT_POWERS[(int) exponent];
      } else if (exponent < 0 && exponent >= -22) {
        return significand / EXACT_POWERS[(int) -exponent];
      }
    }
    return eiselLemire(significand, (int) exponent);
  }

  private static double eiselLemire(long significand, int q) {
    int leadingZeros = Long.numberOfLeadingZeros(significand);
    long w = significand << leadingZeros;
    PowersOfTen.Wide power = PowersOfTen.truncated(q);
    long high = PowersOfTen.productHigh(w, power.high());
    long low = w * power.high();
    if ((high & 0x1FF) == 0x1FF) {
      long more = PowersOfTen.productHigh(w, power.low());
      low += more;
      if (Long.compareUnsigned(low, more) < 0) {
        high++;
      }
    }
    if (low == -1 && (q < -27 || q > 55)) {
      return Double.NaN;
    }
    int upper = (int) (high >>> 63);
    int shift = upper + 9;
    long mantissa = high >>> shift;
    int binary = (int) ((217706L * q) >> 16) + 63 + upper - leadingZeros + 1023;
    if (binary <= 0) {
      return Double.NaN;
    }
    boolean halfway = low >= 0 && low <= 1 && q >= -4 && q <= 23 && (mantissa & 3) == 1;
    if (halfway && mantissa << shift == high) {
      mantissa--;
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa == 1L << 53) {
      mantissa = 1L << 52;
      binary++;
    }
    return binary >= 2047
        ? Double.POSITIVE_INFINITY
        : Double.longBitsToDouble((long) binary << 52 | mantissa & (1L << 52) - 1);
  }

  /**
   * Exact comparison by big integers; {@code exponent} counts from the last of {@code kept} digits.
   */
  private static double exact(byte[] text, int from, int to, long exponent, int kept) {
    byte[] digits = new byte[KEPT_DIGITS + 1];
    int count = 0;
    boolean sticky = false;
    for (int i = from; i < to; i++) {
      if (text[i] == '.' || count == 0 && text[i] == '0') {
        continue;
      }
      if (count < KEPT_DIGITS) {
        digits[count++] = text[i];
      } else {
        sticky |= text[i] != '0';
      }
    }
    long scale = exponent - (count - kept);
    if (sticky) {
      digits[count++] = '1';
      scale--;
    }
    if (scale + count > 310) {
      return Double.POSITIVE_INFINITY;
    }
    if (scale + count < -325) {
      return 0;
    }
    Natural numerator = Natural.ofDecimal(digits, count);
    Natural power = Natural.power(10, (int) Math.abs(scale));
    return scale >= 0 ? nearest(numerator.times(power), Natural.ONE) : nearest(numerator, power);
  }

  private static double nearest(Natural numerator, Natural denominator) {
    // Scale so that the quotient has 65 or 66 bits: room for 53 and for what rounding looks at.
    int shift = 65 - (numerator.bitLength() - denominator.bitLength());
    Natural.Division division =
        numerator.shifted(Math.max(0, shift)).dividedBy(denominator.shifted(Math.max(0, -shift)));
    Natural quotient = division.quotient();
    boolean inexact = !division.remainder().isZero();
    int bits = quotient.bitLength();
    int binary = bits - 1 - shift;
    int precision = binary >= -1022 ? 53 : 53 + (binary + 1022);
    if (precision < 0) {
      return 0;
    }
    int drop = bits - precision;
    long mantissa = quotient.shifted(-drop).longValue();
    boolean half = quotient.testBit(drop - 1);
    boolean beyond = inexact || quotient.hasBitsBelow(drop - 1);
    if (half && (beyond || (mantissa & 1) == 1)) {
      mantissa++;
    }
    // A carry out of the mantissa adds one to the exponent, which is just what is meant.
    long encoded = binary >= -1022 ? ((long) (binary + 1022) << 52) + mantissa : mantissa;
    return encoded >= 2047L << 52 ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(encoded);
  }
}
