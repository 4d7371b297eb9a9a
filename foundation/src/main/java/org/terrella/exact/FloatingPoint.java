package org.terrella.exact;

/** Rounding, neighbours, scaling and remainders by the bits of the format. */
final class FloatingPoint {
  private static final double WHOLE = 0x1p52;

  private FloatingPoint() {}

  static double rint(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude < WHOLE)) {
      return x;
    }
    return copySign((magnitude + WHOLE) - WHOLE, x);
  }

  static long round(double x) {
    double whole = Math.floor(x);
    return (long) (x - whole >= 0.5 ? whole + 1 : whole);
  }

  static int round(float x) {
    double whole = Math.floor(x);
    return (int) (x - whole >= 0.5 ? whole + 1 : whole);
  }

  static double copySign(double magnitude, double sign) {
    long bits = Double.doubleToRawLongBits(magnitude) & Long.MAX_VALUE;
    return Double.longBitsToDouble(bits | (Double.doubleToRawLongBits(sign) & Long.MIN_VALUE));
  }

  static int getExponent(double x) {
    return (int) ((Double.doubleToRawLongBits(x) >>> 52) & 0x7FF) - 1023;
  }

  static double ulp(double x) {
    int exponent = getExponent(x);
    if (exponent == 1024) {
      return Math.abs(x);
    }
    return powerOfTwo(Math.max(exponent, -1022) - 52);
  }

  /** {@code 2^n} for n from -1074 to 1023. */
  static double powerOfTwo(int n) {
    return Double.longBitsToDouble(n >= -1022 ? (long) (n + 1023) << 52 : 1L << (n + 1074));
  }

  static double scalb(double x, int n) {
    int left = Math.max(-2200, Math.min(2200, n));
    double result = x;
    while (left > 1000) {
      result *= 0x1p1000;
      left -= 1000;
    }
    if (left >= -1000) {
      return result * powerOfTwo(left);
    }
    return scaledDown(x, left);
  }

  /** Rounds once only, at the last step: until then the value stays a normal number. */
  private static double scaledDown(double x, int n) {
    if (x == 0 || x - x != 0) {
      return x;
    }
    double result = x;
    int left = n;
    int exponent = getExponent(x);
    if (exponent < -1022) {
      return copySign(0, x);
    }
    int normal = Math.min(-left, Math.max(0, exponent + 1022));
    left += normal;
    while (normal > 0) {
      int step = Math.min(normal, 1000);
      result *= powerOfTwo(-step);
      normal -= step;
    }
    return left < -60 ? copySign(0, x) : result * powerOfTwo(left);
  }

  static double nextUp(double x) {
    if (x == 0) {
      return Double.MIN_VALUE;
    }
    if (!(x < Double.POSITIVE_INFINITY)) {
      return x;
    }
    long bits = Double.doubleToRawLongBits(x);
    return Double.longBitsToDouble(x > 0 ? bits + 1 : bits - 1);
  }

  static double nextAfter(double start, double direction) {
    if (start != start || direction != direction) {
      return Double.NaN;
    }
    if (start == direction) {
      return direction;
    }
    return direction > start ? nextUp(start) : -nextUp(-start);
  }

  /** {@code x - n y} where n is the whole number nearest to x / y, even when tied (IEEE 754). */
  static double remainder(double x, double y) {
    double divisor = Math.abs(y);
    if (x - x != 0 || y != y || divisor == 0) {
      return Double.NaN;
    }
    if (divisor == Double.POSITIVE_INFINITY) {
      return x;
    }
    double rest = divisor <= Double.MAX_VALUE / 2 ? modulo(Math.abs(x), 2 * divisor) : Math.abs(x);
    if (divisor < 0x1p-1021) {
      if (rest + rest > divisor) {
        rest -= divisor;
        if (rest + rest >= divisor) {
          rest -= divisor;
        }
      }
    } else {
      double half = 0.5 * divisor;
      if (rest > half) {
        rest -= divisor;
        if (rest >= half) {
          rest -= divisor;
        }
      }
    }
    return Double.doubleToRawLongBits(x) < 0 ? -rest : rest;
  }

  /** {@code x mod y}, exact, by long division of the significands; both finite and y positive. */
  private static double modulo(double x, double y) {
    if (x < y) {
      return x;
    }
    int yExponent = Math.max(getExponent(y), -1022);
    int xExponent = Math.max(getExponent(x), -1022);
    long divisor = significand(y);
    long rest = significand(x) % divisor;
    for (int n = xExponent - yExponent; n > 0 && rest != 0; ) {
      int step = Math.min(n, 10);
      rest = (rest << step) % divisor;
      n -= step;
    }
    return scalb((double) rest, yExponent - 52);
  }

  private static long significand(double positive) {
    long bits = Double.doubleToRawLongBits(positive);
    long fraction = bits & 0xF_FFFF_FFFF_FFFFL;
    return bits >>> 52 == 0 ? fraction : fraction | 0x10_0000_0000_0000L;
  }
}
