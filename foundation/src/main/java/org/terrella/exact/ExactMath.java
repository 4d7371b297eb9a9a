package org.terrella.exact;

/**
 * The static methods of {@link Math}, with one answer everywhere.
 *
 * <p>Every result has the same bits on the JVM and in each browser: only addition, multiplication,
 * division, square root, floor and bit operations are used, which IEEE 754 defines to the last bit.
 * Special values (NaN, infinities, signed zeros) are those of {@link Math}. The elementary
 * functions are within 0.55 units in the last place of the true value, except that subnormal
 * results can be one unit off; large arguments of sine, cosine and tangent are reduced exactly.
 *
 * <p>There is no {@code random}: what cannot be repeated is not offered.
 */
public final class ExactMath {
  public static final double PI = 3.141592653589793;
  public static final double E = 2.718281828459045;

  private static final double DEGREES_TO_RADIANS = 0.017453292519943295;
  private static final double RADIANS_TO_DEGREES = 57.29577951308232;

  private ExactMath() {}

  /** The same as {@link Math#abs(double)}. */
  public static double abs(double a) {
    return Math.abs(a);
  }

  /** The same as {@link Math#abs(float)}. */
  public static float abs(float a) {
    return Math.abs(a);
  }

  /** The same as {@link Math#abs(int)}. */
  public static int abs(int a) {
    return Math.abs(a);
  }

  /** The same as {@link Math#abs(long)}. */
  public static long abs(long a) {
    return Math.abs(a);
  }

  /** The same as {@link Math#max(double, double)}. */
  public static double max(double a, double b) {
    return Math.max(a, b);
  }

  /** The same as {@link Math#max(float, float)}. */
  public static float max(float a, float b) {
    return Math.max(a, b);
  }

  /** The same as {@link Math#max(int, int)}. */
  public static int max(int a, int b) {
    return Math.max(a, b);
  }

  /** The same as {@link Math#max(long, long)}. */
  public static long max(long a, long b) {
    return Math.max(a, b);
  }

  /** The same as {@link Math#min(double, double)}. */
  public static double min(double a, double b) {
    return Math.min(a, b);
  }

  /** The same as {@link Math#min(float, float)}. */
  public static float min(float a, float b) {
    return Math.min(a, b);
  }

  /** The same as {@link Math#min(int, int)}. */
  public static int min(int a, int b) {
    return Math.min(a, b);
  }

  /** The same as {@link Math#min(long, long)}. */
  public static long min(long a, long b) {
    return Math.min(a, b);
  }

  /** The same as {@link Math#floor(double)}. */
  public static double floor(double a) {
    return Math.floor(a);
  }

  /** The same as {@link Math#ceil(double)}. */
  public static double ceil(double a) {
    return -Math.floor(-a);
  }

  /** The same as {@link Math#sqrt(double)}. */
  public static double sqrt(double a) {
    return Math.sqrt(a);
  }

  /** The same as {@link Math#signum(double)}. */
  public static double signum(double a) {
    return a > 0 ? 1 : a < 0 ? -1 : a;
  }

  /** The same as {@link Math#copySign(double, double)}. */
  public static double copySign(double magnitude, double sign) {
    return FloatingPoint.copySign(magnitude, sign);
  }

  /** The same as {@link Math#floorMod(int, int)}. */
  public static int floorMod(int a, int b) {
    return Math.floorMod(a, b);
  }

  /** The same as {@link Math#floorDiv(int, int)}. */
  public static int floorDiv(int a, int b) {
    return Math.floorDiv(a, b);
  }

  /** The same as {@link Math#addExact(int, int)}. */
  public static int addExact(int a, int b) {
    return Math.addExact(a, b);
  }

  /** The same as {@link Math#multiplyExact(int, int)}. */
  public static int multiplyExact(int a, int b) {
    return Math.multiplyExact(a, b);
  }

  /** The same as {@link Math#floorMod(long, long)}. */
  public static long floorMod(long a, long b) {
    return Math.floorMod(a, b);
  }

  /** The same as {@link Math#floorDiv(long, long)}. */
  public static long floorDiv(long a, long b) {
    return Math.floorDiv(a, b);
  }

  /** The same as {@link Math#addExact(long, long)}. */
  public static long addExact(long a, long b) {
    return Math.addExact(a, b);
  }

  /** The same as {@link Math#multiplyExact(long, long)}. */
  public static long multiplyExact(long a, long b) {
    return Math.multiplyExact(a, b);
  }

  /** The same as {@link Math#toIntExact(long)}. */
  public static int toIntExact(long a) {
    return Math.toIntExact(a);
  }

  /** The same as {@link Math#toRadians(double)}. */
  public static double toRadians(double degrees) {
    return degrees * DEGREES_TO_RADIANS;
  }

  /** The same as {@link Math#toDegrees(double)}. */
  public static double toDegrees(double radians) {
    return radians * RADIANS_TO_DEGREES;
  }

  /** The nearest whole number; of two equally near, the even one. */
  public static double rint(double a) {
    return FloatingPoint.rint(a);
  }

  /**
   * The nearest whole number; of two equally near, the larger; the nearest long beyond its range.
   */
  public static long round(double a) {
    return FloatingPoint.round(a);
  }

  /**
   * The nearest whole number; of two equally near, the larger; the nearest int beyond its range.
   */
  public static int round(float a) {
    return FloatingPoint.round(a);
  }

  /** The distance from {@code a} to the next double of larger magnitude. */
  public static double ulp(double a) {
    return FloatingPoint.ulp(a);
  }

  /** The least double above {@code a}. */
  public static double nextUp(double a) {
    return FloatingPoint.nextUp(a);
  }

  /** The double next to {@code start} on the way to {@code direction}. */
  public static double nextAfter(double start, double direction) {
    return FloatingPoint.nextAfter(start, direction);
  }

  /** The unbiased binary exponent; -1023 for zero and subnormals, 1024 for infinities and NaN. */
  public static int getExponent(double a) {
    return FloatingPoint.getExponent(a);
  }

  /** {@code a · 2^n}, rounded once. */
  public static double scalb(double a, int n) {
    return FloatingPoint.scalb(a, n);
  }

  /** {@code a - n b}, exact, with n the whole number nearest to {@code a / b}, even when tied. */
  public static double IEEEremainder(double a, double b) {
    return FloatingPoint.remainder(a, b);
  }

  /** {@code √(x² + y²)} without overflow or underflow on the way. */
  public static double hypot(double x, double y) {
    return Roots.hypot(x, y);
  }

  /** The cube root. */
  public static double cbrt(double a) {
    return Roots.cbrt(a);
  }

  /** The sine of an angle in radians. */
  public static double sin(double a) {
    return Trigonometry.sin(a);
  }

  /** The cosine of an angle in radians. */
  public static double cos(double a) {
    return Trigonometry.cos(a);
  }

  /** The tangent of an angle in radians. */
  public static double tan(double a) {
    return Trigonometry.tan(a);
  }

  /** The arc sine in radians, from -π/2 to π/2; NaN beyond ±1. */
  public static double asin(double a) {
    return InverseTrigonometry.asin(a);
  }

  /** The arc cosine in radians, from 0 to π; NaN beyond ±1. */
  public static double acos(double a) {
    return InverseTrigonometry.acos(a);
  }

  /** The arc tangent in radians, from -π/2 to π/2. */
  public static double atan(double a) {
    return InverseTrigonometry.atan(a);
  }

  /** The angle of the vector (x, y) in radians, from -π to π. */
  public static double atan2(double y, double x) {
    return InverseTrigonometry.atan2(y, x);
  }

  /** e to the power {@code a}. */
  public static double exp(double a) {
    return Exponentials.exp(a);
  }

  /** {@code e^a - 1}, accurate near 0. */
  public static double expm1(double a) {
    return Exponentials.expm1(a);
  }

  /** The natural logarithm; NaN below 0. */
  public static double log(double a) {
    return Logarithms.log(a);
  }

  /** {@code ln(1 + a)}, accurate near 0. */
  public static double log1p(double a) {
    return Logarithms.log1p(a);
  }

  /** The logarithm to base 10; exact for powers of 10. */
  public static double log10(double a) {
    return Logarithms.log10(a);
  }

  /** {@code a} to the power {@code b}. */
  public static double pow(double a, double b) {
    return Exponentials.pow(a, b);
  }

  /** The hyperbolic sine. */
  public static double sinh(double a) {
    return Exponentials.sinh(a);
  }

  /** The hyperbolic cosine. */
  public static double cosh(double a) {
    return Exponentials.cosh(a);
  }

  /** The hyperbolic tangent. */
  public static double tanh(double a) {
    return Exponentials.tanh(a);
  }
}
