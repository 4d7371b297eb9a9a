package org.terrella.exact;

import org.terrella.error.TerrellaException;
import org.terrella.text.Utf8;

/**
 * Doubles from and to decimal text, with the same bits on every machine. Reading rounds to the
 * nearest double, ties to even; writing gives the shortest text that reads back as the same double.
 */
public final class DoubleText {
  /** The most bytes that {@link #write(double, byte[], int)} needs. */
  public static final int MAX_LENGTH = 26;

  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private DoubleText() {}

  /**
   * Reads the ASCII text {@code text[from]} to {@code text[to - 1]}: digits with an optional sign,
   * point and exponent. Numbers too large give infinity.
   *
   * @throws TerrellaException malformed-input when this is not a decimal number
   */
  public static double parse(byte[] text, int from, int to) {
    double value = DecimalReader.read(text, from, to);
    if (value != value) {
      throw notANumber(Utf8.decode(text, from, Math.min(to, from + 60)));
    }
    return value;
  }

  public static double parse(CharSequence text) {
    return parse(text, 0, text.length());
  }

  /** Reads the characters {@code from} (inclusive) to {@code to} (exclusive) of {@code text}. */
  public static double parse(CharSequence text, int from, int to) {
    double value = parseOrNaN(text, from, to);
    if (value != value) {
      throw notANumber(text.subSequence(from, Math.min(to, from + 60)).toString());
    }
    return value;
  }

  /** Like {@link #parse(CharSequence)}, but NaN for what is not a decimal number. */
  public static double parseOrNaN(CharSequence text) {
    return parseOrNaN(text, 0, text.length());
  }

  private static double parseOrNaN(CharSequence text, int from, int to) {
    byte[] ascii = new byte[to - from];
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c > 127) {
        return Double.NaN;
      }
      ascii[i - from] = (byte) c;
    }
    return DecimalReader.read(ascii, 0, ascii.length);
  }

  /**
   * The shortest text of a double: {@code 12.5}, {@code 7}, {@code -0}, {@code 0.000001}, {@code
   * 1e-7}, {@code 1.5e21}; valid JSON but for {@code NaN}, {@code Infinity} and {@code -Infinity}.
   */
  public static String write(double value) {
    byte[] text = new byte[MAX_LENGTH];
    return Utf8.decode(text, 0, write(value, text, 0));
  }

  /** Writes the same text at {@code into[at]} and returns where it ends. */
  public static int write(double value, byte[] into, int at) {
    if (value != value || value == Double.POSITIVE_INFINITY || value == Double.NEGATIVE_INFINITY) {
      String name = value != value ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
      for (int i = 0; i < name.length(); i++) {
        into[at++] = (byte) name.charAt(i);
      }
      return at;
    }
    if (Double.doubleToRawLongBits(value) < 0) {
      into[at++] = '-';
      value = -value;
    }
    if (value == 0) {
      into[at++] = '0';
      return at;
    }
    if (value < 1e15 && value >= 1e-6) {
      // Up to 15 digits are always the shortest, and this much arithmetic on them is exact enough.
      for (int decimals = 0; decimals < POWERS.length; decimals++) {
        double scaled = Math.floor(value * POWERS[decimals] + 0.5);
        if (scaled >= 1e15) {
          break;
        }
        if (scaled / POWERS[decimals] == value) {
          return plain((long) scaled, -decimals, into, at);
        }
      }
    }
    ShortestDecimal decimal = ShortestDecimal.of(value);
    int magnitude = decimal.exponent() + digitCount(decimal.digits()) - 1;
    return magnitude >= -7 + 1 && magnitude < 21
        ? plain(decimal.digits(), decimal.exponent(), into, at)
        : scientific(decimal.digits(), magnitude, into, at);
  }

  private static int plain(long digits, int exponent, byte[] into, int at) {
    if (exponent >= 0) {
      at = putDigits(digits, digitCount(digits), into, at);
      for (int i = 0; i < exponent; i++) {
        into[at++] = '0';
      }
      return at;
    }
    int count = digitCount(digits);
    int whole = count + exponent;
    if (whole <= 0) {
      into[at++] = '0';
      into[at++] = '.';
      for (int i = whole; i < 0; i++) {
        into[at++] = '0';
      }
      return putDigits(digits, count, into, at);
    }
    int end = putDigits(digits, count, into, at);
    System.arraycopy(into, at + whole, into, at + whole + 1, -exponent);
    into[at + whole] = '.';
    return end + 1;
  }

  private static int scientific(long digits, int magnitude, byte[] into, int at) {
    int count = digitCount(digits);
    int end = putDigits(digits, count, into, at);
    if (count > 1) {
      System.arraycopy(into, at + 1, into, at + 2, count - 1);
      into[at + 1] = '.';
      end++;
    }
    into[end++] = 'e';
    if (magnitude < 0) {
      into[end++] = '-';
      magnitude = -magnitude;
    }
    return putDigits(magnitude, digitCount(magnitude), into, end);
  }

  private static int putDigits(long digits, int count, byte[] into, int at) {
    for (int i = at + count - 1; i >= at; i--) {
      long rest = digits / 10;
      into[i] = (byte) ('0' + (digits - rest * 10));
      digits = rest;
    }
    return at + count;
  }

  private static int digitCount(long value) {
    int count = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      count++;
    }
    return count;
  }

  private static TerrellaException notANumber(String text) {
    return TerrellaException.malformed("\"" + text + "\" is not a number.");
  }
}
