package org.terrella.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Errors in units of the last place against sums of 50 digits. */
class AccuracyTest {
  private static final MathContext DIGITS = new MathContext(50);

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int n = 1; n < 80; n++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  private static BigDecimal sin(BigDecimal x) {
    BigDecimal term = x;
    BigDecimal sum = term;
    for (int n = 1; n < 80; n += 2) {
      term = term.multiply(x, DIGITS).multiply(x, DIGITS);
      term = term.divide(BigDecimal.valueOf(-(n + 1L) * (n + 2)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /** Newton's iteration on the exponential. */
  private static BigDecimal log(BigDecimal x) {
    BigDecimal y = BigDecimal.valueOf(Math.log(x.doubleValue()));
    for (int i = 0; i < 3; i++) {
      y = y.add(x.divide(exp(y), DIGITS), DIGITS).subtract(BigDecimal.ONE);
    }
    return y;
  }

  private static void check(
      String name,
      Function<BigDecimal, BigDecimal> exact,
      DoubleUnaryOperator tested,
      double from,
      double to) {
    Random random = new Random(5);
    double worst = 0;
    for (int i = 0; i < 1500; i++) {
      double x = from + (to - from) * random.nextDouble();
      double result = tested.applyAsDouble(x);
      BigDecimal error = exact.apply(new BigDecimal(x)).subtract(new BigDecimal(result)).abs();
      worst = Math.max(worst, error.doubleValue() / Math.ulp(result));
    }
    assertTrue(worst < 0.505, name + " is " + worst + " ulp off");
  }

  @Test
  void withinHalfAnUlpAndAHundredth() {
    check("sin", AccuracyTest::sin, ExactMath::sin, -7, 7);
    check("sin", AccuracyTest::sin, ExactMath::sin, -0.03, 0.03);
    check(
        "tan",
        x -> {
          BigDecimal sine = sin(x);
          BigDecimal square = BigDecimal.ONE.subtract(sine.multiply(sine, DIGITS));
          return sine.divide(square.sqrt(DIGITS), DIGITS);
        },
        ExactMath::tan,
        -1.57,
        1.57);
    check("exp", AccuracyTest::exp, ExactMath::exp, -6, 6);
    check("expm1", x -> exp(x).subtract(BigDecimal.ONE), ExactMath::expm1, -0.6, 0.6);
    check("log", AccuracyTest::log, ExactMath::log, 0.5, 3);
    check("log", AccuracyTest::log, ExactMath::log, 0.98, 1.02);
    BigDecimal ln10 = log(BigDecimal.TEN);
    check("log10", x -> log(x).divide(ln10, DIGITS), ExactMath::log10, 0.5, 3);
    check(
        "tanh",
        x -> {
          BigDecimal square = exp(x.add(x));
          return square.subtract(BigDecimal.ONE).divide(square.add(BigDecimal.ONE), DIGITS);
        },
        ExactMath::tanh,
        -2,
        2);
    check(
        "sinh",
        x -> exp(x).subtract(exp(x.negate())).divide(BigDecimal.valueOf(2)),
        ExactMath::sinh,
        -2,
        2);
    check(
        "pow", x -> exp(log(x).multiply(new BigDecimal(2.7))), x -> ExactMath.pow(x, 2.7), 0.5, 5);
  }

  @Test
  void arcFunctionsInvertTheirFunctions() {
    Random random = new Random(6);
    for (int i = 0; i < 1500; i++) {
      double x = 2 * random.nextDouble() - 1;
      double angle = ExactMath.asin(x);
      BigDecimal exact = new BigDecimal(angle);
      BigDecimal off = sin(exact).subtract(new BigDecimal(x));
      double cosine = Math.sqrt((1 - x) * (1 + x));
      double ulps = Math.abs(off.doubleValue()) / cosine / Math.ulp(angle);
      assertTrue(ulps < 0.51, "asin " + x + " is " + ulps + " ulp off");
    }
  }
}
