package org.terrella.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ExactMathTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    2,
    3,
    -3,
    10,
    1000,
    1e22,
    1e5,
    1e300,
    -1e300,
    709.782712893384,
    710.4,
    -745.1,
    -746,
    0.49999999999999994,
    4503599627370495.5,
    4503599627370497.0,
    9007199254740993.0,
    Math.PI,
    Math.PI / 2,
    -Math.PI / 4,
    Math.E,
    Math.nextUp(1.0),
    Math.nextDown(1.0),
    1e-5,
    -1e-20,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    2147483647.5,
    9.3e18,
    -9.3e18
  };

  /** At most one unit apart, except that zero, infinity and NaN must agree to the sign. */
  private static void assertNear(String what, double expected, double actual) {
    if (expected != expected || expected == 0 || Double.isInfinite(expected)) {
      if (Double.isInfinite(expected) && actual == Math.copySign(Double.MAX_VALUE, expected)) {
        return;
      }
      if (expected == 0 && Math.abs(actual) == Double.MIN_VALUE) {
        return;
      }
      assertEquals(expected, actual, what);
      return;
    }
    long apart =
        Math.abs(Double.doubleToRawLongBits(expected) - Double.doubleToRawLongBits(actual));
    // StrictMath itself is more than one unit off in these.
    boolean loose = what.startsWith("log10") || what.contains("sinh") || what.contains("cosh");
    if (apart > (loose || what.startsWith("tanh") ? 3 : 1)) {
      fail(what + " should be " + expected + ", is " + actual + ", " + apart + " units apart");
    }
  }

  private static void sweep(
      String name, DoubleUnaryOperator expected, DoubleUnaryOperator actual, double... scales) {
    for (double x : SPECIAL) {
      double e = expected.applyAsDouble(x);
      assertNear(name + "(" + x + ")", e, actual.applyAsDouble(x));
    }
    Random random = new Random(1);
    for (double scale : scales) {
      for (int i = 0; i < 110_000; i++) {
        double x =
            scale == 0
                ? Double.longBitsToDouble(random.nextLong())
                : scale * (2 * random.nextDouble() - 1);
        assertNear(name + "(" + x + ")", expected.applyAsDouble(x), actual.applyAsDouble(x));
      }
    }
  }

  private static void sweep2(
      String name, DoubleBinaryOperator expected, DoubleBinaryOperator actual, double... scales) {
    for (double x : SPECIAL) {
      for (double y : SPECIAL) {
        assertNear(
            name + "(" + x + ", " + y + ")",
            expected.applyAsDouble(x, y),
            actual.applyAsDouble(x, y));
      }
    }
    Random random = new Random(2);
    for (double scale : scales) {
      for (int i = 0; i < 110_000; i++) {
        double x =
            scale == 0
                ? Double.longBitsToDouble(random.nextLong())
                : scale * (2 * random.nextDouble() - 1);
        double y =
            scale == 0
                ? Double.longBitsToDouble(random.nextLong())
                : scale * (2 * random.nextDouble() - 1);
        assertNear(
            name + "(" + x + ", " + y + ")",
            expected.applyAsDouble(x, y),
            actual.applyAsDouble(x, y));
      }
    }
  }

  @Test
  void trigonometry() {
    sweep("sin", StrictMath::sin, ExactMath::sin, 4, 0.01, 1e4, 1e6, 0);
    sweep("cos", StrictMath::cos, ExactMath::cos, 4, 0.01, 1e4, 1e6, 0);
    sweep("tan", StrictMath::tan, ExactMath::tan, 4, 0.01, 1e4, 1e6, 0);
  }

  @Test
  void multiplesOfHalfPi() {
    for (int i = 1; i < 200_000; i++) {
      double x = i * (Math.PI / 2);
      assertNear("sin " + x, StrictMath.sin(x), ExactMath.sin(x));
      assertNear("cos " + x, StrictMath.cos(x), ExactMath.cos(x));
      assertNear("tan " + x, StrictMath.tan(x), ExactMath.tan(x));
    }
  }

  @Test
  void inverseTrigonometry() {
    sweep("asin", StrictMath::asin, ExactMath::asin, 1, 1e-3, 0);
    sweep("acos", StrictMath::acos, ExactMath::acos, 1, 1e-3, 0);
    sweep("atan", StrictMath::atan, ExactMath::atan, 1, 1e-3, 10, 1e6, 0);
    sweep2("atan2", StrictMath::atan2, ExactMath::atan2, 1, 0);
  }

  @Test
  void exponentials() {
    sweep("exp", StrictMath::exp, ExactMath::exp, 1, 1e-3, 745, 0);
    sweep("expm1", StrictMath::expm1, ExactMath::expm1, 1, 1e-3, 60, 0);
    sweep("sinh", StrictMath::sinh, ExactMath::sinh, 1, 1e-3, 60, 720, 0);
    sweep("cosh", StrictMath::cosh, ExactMath::cosh, 1, 1e-3, 60, 720, 0);
    sweep("tanh", StrictMath::tanh, ExactMath::tanh, 1, 1e-3, 25, 0);
    sweep2("pow", StrictMath::pow, ExactMath::pow, 2, 100, 0);
  }

  @Test
  void logarithms() {
    sweep("log", StrictMath::log, ExactMath::log, 2, 1e6, 0);
    sweep("log1p", StrictMath::log1p, ExactMath::log1p, 1, 1e-5, 1e-9, 100, 0);
    sweep("log10", StrictMath::log10, ExactMath::log10, 2, 1e6, 0);
    double power = 1;
    for (int n = 0; n <= 22; n++, power *= 10) {
      assertEquals(n, ExactMath.log10(power));
    }
  }

  @Test
  void roots() {
    sweep("cbrt", StrictMath::cbrt, ExactMath::cbrt, 1, 1e6, 0);
    sweep2("hypot", StrictMath::hypot, ExactMath::hypot, 1, 1e200, 0);
    for (int n = 1; n < 2000; n++) {
      assertEquals(n, ExactMath.cbrt((double) n * n * n));
    }
  }

  private static void same(String what, double expected, double actual) {
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), what);
  }

  @Test
  void bitsOfRoundingAndNeighbours() {
    Random random = new Random(3);
    for (int i = 0; i < 300_000; i++) {
      double x =
          i < SPECIAL.length
              ? SPECIAL[i]
              : i % 2 == 0
                  ? Double.longBitsToDouble(random.nextLong())
                  : (random.nextInt(41) - 20) / 4.0;
      double y = i % 3 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextGaussian();
      int n = random.nextInt(5000) - 2500;
      String what = x + ", " + y + ", " + n;
      same(what, StrictMath.rint(x), ExactMath.rint(x));
      assertEquals(StrictMath.round(x), ExactMath.round(x), what);
      assertEquals(StrictMath.round((float) x), ExactMath.round((float) x), what);
      same(what, StrictMath.ulp(x), ExactMath.ulp(x));
      same(what, StrictMath.ceil(x), ExactMath.ceil(x));
      same(what, StrictMath.signum(x), ExactMath.signum(x));
      same(what, StrictMath.nextUp(x), ExactMath.nextUp(x));
      same(what, StrictMath.nextAfter(x, y), ExactMath.nextAfter(x, y));
      same(what, Math.scalb(x, n), ExactMath.scalb(x, n));
      same(what, StrictMath.IEEEremainder(x, y), ExactMath.IEEEremainder(x, y));
      same(what, StrictMath.IEEEremainder(y, x), ExactMath.IEEEremainder(y, x));
      assertEquals(StrictMath.getExponent(x), ExactMath.getExponent(x), what);
    }
  }
}
