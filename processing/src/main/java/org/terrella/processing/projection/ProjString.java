package org.terrella.processing.projection;

import java.util.HashMap;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.exact.ExactMath;

/** The parameters of a PROJ string such as {@code +proj=utm +zone=33 +datum=WGS84}. */
final class ProjString {
  private final String text;
  private final Map<String, String> values = new HashMap<>();

  /** Parses a PROJ string; of a parameter that stands there twice, the first counts. */
  ProjString(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) > ' ') {
        end++;
      }
      if (end > at) {
        String word = text.substring(text.charAt(at) == '+' ? at + 1 : at, end);
        int equals = word.indexOf('=');
        values.putIfAbsent(
            equals < 0 ? word : word.substring(0, equals),
            equals < 0 ? "" : word.substring(equals + 1));
      }
      at = end + 1;
    }
  }

  private ProjString(String text, Map<String, String> values) {
    this.text = text;
    this.values.putAll(values);
  }

  /** The same with another value of a parameter. */
  ProjString with(String name, String value) {
    ProjString other = new ProjString(text, values);
    other.values.put(name, value);
    return other;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A value as it stands there; empty when it does not. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  double number(String name, double otherwise) {
    return has(name) ? parse(name, get(name)) : otherwise;
  }

  /** An angle, written in degrees or with an {@code r} behind it, in radians. */
  double angle(String name, double otherwise) {
    String value = get(name);
    return value.endsWith("r")
        ? parse(name, value.substring(0, value.length() - 1))
        : ExactMath.toRadians(number(name, ExactMath.toDegrees(otherwise)));
  }

  /** Numbers with commas between them. */
  double[] numbers(String name) {
    String value = get(name);
    double[] numbers = new double[1 + (int) value.chars().filter(c -> c == ',').count()];
    int at = 0;
    for (int i = 0; i < numbers.length; i++) {
      int comma = value.indexOf(',', at);
      numbers[i] = parse(name, value.substring(at, comma < 0 ? value.length() : comma));
      at = comma + 1;
    }
    return numbers;
  }

  private double parse(String name, String value) {
    double number = DoubleText.parseOrNaN(value);
    if (number - number != 0) {
      throw wrong("+" + name + "=" + value + " is no number");
    }
    return number;
  }

  TerrellaException wrong(String what) {
    return TerrellaException.invalid(
        "The coordinate reference system \"" + text + "\" cannot be computed: " + what + ".");
  }
}
