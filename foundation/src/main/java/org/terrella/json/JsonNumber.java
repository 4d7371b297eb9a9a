package org.terrella.json;

import java.util.Objects;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;

/**
 * A JSON number, which keeps the text it was read from. Two numbers are equal when their values
 * are: {@code 1}, {@code 1.0} and {@code 1e0} are; whole numbers compare in all their digits.
 */
public final class JsonNumber implements JsonValue {
  private final String text;

  private JsonNumber(String text) {
    this.text = text;
  }

  /** A number from text that is known to follow the JSON grammar. */
  static JsonNumber ofToken(String text) {
    return new JsonNumber(text);
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /**
   * A number in its shortest form.
   *
   * @throws TerrellaException invalid-argument for NaN and infinities, which JSON does not know
   */
  public static JsonNumber of(double value) {
    if (value - value != 0) {
      throw TerrellaException.invalid(DoubleText.write(value) + " cannot be written as JSON.");
    }
    return new JsonNumber(DoubleText.write(value));
  }

  /** The number as it stands in the JSON text. */
  public String text() {
    return text;
  }

  /** The nearest double; infinite when out of range. */
  public double doubleValue() {
    return DoubleText.parse(text);
  }

  /** Whether the number is whole and fits into 64 bits. */
  public boolean isWhole() {
    return wholeText() != null;
  }

  /**
   * The number as a whole one.
   *
   * @throws TerrellaException invalid-argument when {@link #isWhole} is false
   */
  public long longValue() {
    String whole = wholeText();
    if (whole == null) {
      throw TerrellaException.invalid(text + " is not a whole number of 64 bits.");
    }
    return Long.parseLong(whole);
  }

  @Override
  public String kind() {
    return "a number";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonNumber number && canonical().equals(number.canonical());
  }

  @Override
  public int hashCode() {
    return Objects.hash(canonical());
  }

  @Override
  public String toString() {
    return text;
  }

  private String wholeText() {
    String digits = canonical();
    int start = digits.startsWith("-") ? 1 : 0;
    int length = digits.length() - start;
    if (length > 19 || !isDigits(digits, start)) {
      return null;
    }
    String limit = start == 1 ? "9223372036854775808" : "9223372036854775807";
    return length == 19 && digits.substring(start).compareTo(limit) > 0 ? null : digits;
  }

  private String canonical() {
    if (isDigits(text, text.startsWith("-") ? 1 : 0)) {
      return text.equals("-0") ? "0" : text;
    }
    double value = doubleValue();
    if (value == 0) {
      return "0";
    }
    return value - value == 0 ? DoubleText.write(value) : text;
  }

  private static boolean isDigits(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
