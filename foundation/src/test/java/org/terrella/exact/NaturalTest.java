package org.terrella.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All that {@link Natural} does is what Java's whole numbers do. */
class NaturalTest {
  private final Random random = new Random(7);

  @Test
  void itReckonsAsBigIntegersDo() {
    for (int i = 0; i < 20_000; i++) {
      BigInteger a = any();
      BigInteger b = any();
      Natural x = natural(a);
      Natural y = natural(b);
      same(a.add(b), x.plus(y));
      same(a.multiply(b), x.times(y));
      same(a.max(b).subtract(a.min(b)), y.isAtMost(x) ? x.minus(y) : y.minus(x));
      assertEquals(a.compareTo(b) <= 0, x.isAtMost(y));
      int factor = random.nextInt(Integer.MAX_VALUE);
      same(a.multiply(BigInteger.valueOf(factor)).add(BigInteger.valueOf(i)), x.times(factor, i));
      same(
          a.divide(BigInteger.valueOf(factor + 1L)),
          x.dividedBy(Natural.of(factor + 1L)).quotient());
      same(a.divide(BigInteger.valueOf(i + 1)), x.dividedBy(i + 1));
      if (b.signum() != 0) {
        Natural.Division division = x.dividedBy(y);
        same(a.divide(b), division.quotient());
        same(a.mod(b), division.remainder());
      }
      int bits = random.nextInt(200);
      same(a.shiftLeft(bits), x.shifted(bits));
      same(a.shiftRight(bits), x.shifted(-bits));
      assertEquals(a.bitLength(), x.bitLength());
      assertEquals(a.longValue(), x.longValue());
      assertEquals(a.testBit(bits), x.testBit(bits));
      assertEquals(a.signum() != 0 && a.getLowestSetBit() < bits, x.hasBitsBelow(bits));
    }
  }

  @Test
  void powersAndDigits() {
    for (int i = 0; i < 400; i++) {
      same(BigInteger.TEN.pow(i), Natural.power(10, i));
      String digits = new BigInteger(1 + 3 * i, random).toString();
      same(
          new BigInteger(digits),
          Natural.ofDecimal(
              digits.getBytes(java.nio.charset.StandardCharsets.US_ASCII), digits.length()));
    }
  }

  private BigInteger any() {
    BigInteger value = new BigInteger(random.nextInt(400), random);
    // Runs of equal bits, where carries go far.
    return random.nextInt(3) == 0
        ? BigInteger.ONE
            .shiftLeft(value.bitLength())
            .subtract(BigInteger.valueOf(random.nextInt(3)))
            .max(BigInteger.ZERO)
        : value;
  }

  private static Natural natural(BigInteger value) {
    Natural natural = Natural.of(0);
    for (int i = value.bitLength() / 32; i >= 0; i--) {
      natural =
          natural.shifted(32).plus(Natural.of(value.shiftRight(32 * i).longValue() & 0xFFFFFFFFL));
    }
    return natural;
  }

  private static void same(BigInteger expected, Natural actual) {
    BigInteger value = BigInteger.ZERO;
    for (int i = actual.digits().length - 1; i >= 0; i--) {
      value = value.shiftLeft(32).or(BigInteger.valueOf(actual.digits()[i] & 0xFFFFFFFFL));
    }
    assertEquals(expected, value);
  }
}
