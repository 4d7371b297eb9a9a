package org.terrella.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;

class DoubleTextTest {
  private final Random random = new Random(20261121);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1.5",
        ".5",
        "5.",
        "1e22",
        "1e23",
        "9007199254740993",
        "9007199254740992.999999999999999999999999999999999999",
        "9007199254740993.000000000000000000000000000000000001",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "2.2250738585072014e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1e-400",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "1e999999999999999999999",
        "0e999999999999999999999",
        "1e-999999999999999999999",
        "8.5e15",
        "3.5844466002796428e298",
        "6.9294956446009195e15",
        "0.1e1000000000000",
        "18446744073709551616",
        "99999999999999999999999999999999",
        "-179.99999999999997",
        "12.453386544971766"
      })
  void readsHardCases(String text) {
    assertSame(Double.parseDouble(text), DoubleText.parse(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "1e", "1e+", "1..2", "1.2.3", "0x1", "NaN", "1 ", "1f", "١"})
  void refusesWhatIsNoNumber(String text) {
    assertThrows(TerrellaException.class, () -> DoubleText.parse(text));
    assertTrue(Double.isNaN(DoubleText.parseOrNaN(text)));
  }

  @Test
  void readsRandomBitPatternsAndTheirNeighbours() {
    for (int i = 0; i < 100_000; i++) {
      double value = randomDouble();
      String text = Double.toString(value);
      assertSame(value, DoubleText.parse(text), text);
      String more =
          Long.toString(random.nextLong()) + random.nextInt(1000) + "e" + random.nextInt(400);
      assertSame(Double.parseDouble(more), DoubleText.parse(more), more);
      String less = random.nextLong() + "e-" + random.nextInt(360);
      assertSame(Double.parseDouble(less), DoubleText.parse(less), less);
    }
  }

  @Test
  void readsNumbersHalfwayBetweenTwoDoubles() {
    for (int i = 0; i < 5_000; i++) {
      double value = Math.abs(randomDouble());
      BigDecimal middle =
          new BigDecimal(value)
              .add(new BigDecimal(Math.nextUp(value)))
              .divide(BigDecimal.valueOf(2));
      String exact = middle.toString();
      assertSame(Double.parseDouble(exact), DoubleText.parse(exact), exact);
      String plain = i % 50 == 0 ? middle.toPlainString() : exact;
      assertSame(Double.parseDouble(plain), DoubleText.parse(plain), plain);
      String above = i % 50 == 0 && plain.contains(".") ? plain + "0001" : exact;
      assertSame(Double.parseDouble(above), DoubleText.parse(above), above);
    }
  }

  @Test
  void readsMoreDigitsThanItKeeps() {
    String half = new BigDecimal(Double.MIN_VALUE).divide(BigDecimal.valueOf(2)).toPlainString();
    assertEquals(0, DoubleText.parse(half));
    assertEquals(Double.MIN_VALUE, DoubleText.parse(half + "0".repeat(2000) + "1"));
    assertEquals(1e10, DoubleText.parse("1" + "0".repeat(10_000) + "e-9990"));
    assertEquals(1e-10, DoubleText.parse("0." + "0".repeat(10_000) + "1e9991"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.0,-0",
    "12.5,12.5",
    "7,7",
    "1e21,1e21",
    "1e20,100000000000000000000",
    "0.000001,0.000001",
    "1e-7,1e-7",
    "1.5e-7,1.5e-7",
    "4.9e-324,5e-324",
    "0.1,0.1",
    "-0.3,-0.3",
    "1.7976931348623157e308,1.7976931348623157e308",
    "9007199254740993,9007199254740992",
    "12.453386544971766,12.453386544971766",
    "2e-323,2e-323",
    "123456789.123456,123456789.123456",
    "1.23e25,1.23e25",
    "999999999999999.9,999999999999999.9",
    "2.2250738585072014e-308,2.2250738585072014e-308",
    "5e-7,5e-7",
    "0.0000012345678901234567,0.0000012345678901234567",
  })
  void writesTheShortestText(String value, String expected) {
    assertEquals(expected, DoubleText.write(Double.parseDouble(value)));
  }

  @Test
  void namesWhatIsNotFinite() {
    assertEquals("NaN", DoubleText.write(Double.NaN));
    assertEquals("-Infinity", DoubleText.write(Double.NEGATIVE_INFINITY));
  }

  @Test
  void whatIsWrittenReadsBackAndNothingShorterDoes() {
    for (int i = 0; i < 100_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> randomDouble();
            case 1 -> random.nextInt(360_000_000) / 1e6 - 180;
            case 2 -> random.nextDouble() * 360 - 180;
            default -> Double.longBitsToDouble((long) random.nextInt(2047) << 52);
          };
      String text = DoubleText.write(value);
      assertSame(value, Double.parseDouble(text), text);
      assertTrue(text.length() <= DoubleText.MAX_LENGTH, text);
      if (value != 0) {
        assertNothingShorter(value, text);
      }
    }
  }

  private static void assertNothingShorter(double value, String text) {
    int digits = new BigDecimal(text).stripTrailingZeros().precision();
    if (digits > 1) {
      BigDecimal exact = new BigDecimal(value);
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
        assertFalse(shorter.doubleValue() == value, text + " is longer than " + shorter);
      }
    }
    BigDecimal nearest =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (nearest.doubleValue() == value) {
      assertEquals(0, nearest.compareTo(new BigDecimal(text)), text + " is not the nearest");
    }
  }

  private double randomDouble() {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isNaN(value) || Double.isInfinite(value) ? 1 : value;
  }

  private static void assertSame(double expected, double actual, String text) {
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), text);
  }
}
