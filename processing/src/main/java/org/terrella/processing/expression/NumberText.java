package org.terrella.processing.expression;

import org.terrella.exact.DoubleText;

/** Real numbers as QGIS writes them in texts: with an exponent where that is shorter. */
final class NumberText {
  private NumberText() {}

  /** The shortest digits that give the number again, such as {@code 1e+06} and {@code 1200000}. */
  static String of(double number) {
    String text = DoubleText.write(number);
    int start = text.startsWith("-") ? 1 : 0;
    int mark = text.indexOf('e');
    int end = mark < 0 ? text.length() : mark;
    StringBuilder digits = new StringBuilder();
    // Where the point stands, counted from the first digit that is not zero.
    int point =
        mark < 0 ? 0 : Integer.parseInt(text.substring(mark + (isPlus(text, mark) ? 2 : 1)));
    boolean whole = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        whole = false;
      } else if (c < '0' || c > '9') {
        return text;
      } else if (c != '0' || !digits.isEmpty()) {
        digits.append(c);
        point += whole ? 1 : 0;
      } else {
        point -= whole ? 0 : 1;
      }
    }
    while (digits.length() > 1 && digits.charAt(digits.length() - 1) == '0') {
      digits.setLength(digits.length() - 1);
    }
    int count = digits.length();
    int longest = point <= 0 ? 6 : count + (point > 100 ? 6 : 5) + (count > point ? 1 : 0);
    String sign = text.substring(0, start);
    if (count == 0 || point == count || point > -4 && point <= longest) {
      return mark < 0 ? text : sign + plain(digits, point);
    }
    int exponent = point - 1;
    String power = Integer.toString(Math.abs(exponent));
    if (count > 1) {
      digits.insert(1, '.');
    }
    return sign
        + digits
        + (exponent < 0 ? "e-" : "e+")
        + (power.length() < 2 ? "0" + power : power);
  }

  private static boolean isPlus(String text, int mark) {
    return text.charAt(mark + 1) == '+';
  }

  private static String plain(StringBuilder digits, int point) {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }
}
