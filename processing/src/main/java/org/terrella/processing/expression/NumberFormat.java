package org.terrella.processing.expression;

import org.terrella.exact.DoubleText;

/** Numbers with a fixed count of decimal places, rounded from their shortest decimal form. */
final class NumberFormat {
  private static final int MOST_PLACES = 100;

  private NumberFormat() {}

  static void run(Call call, Value out) {
    int places = call.smallOr(1, 0);
    if (places < 0 || places > MOST_PLACES) {
      throw call.failed("there can be 0 to " + MOST_PLACES + " decimal places");
    }
    String[] separators =
        switch (call.textOr(2, "en")) {
          case "en", "C", "en_US", "en_GB", "ja", "zh", "ko", "he", "th" -> new String[] {",", "."};
          case "de", "es", "it", "nl", "pt", "da", "id", "tr", "el" -> new String[] {".", ","};
          case "fr" -> new String[] {"\u202f", ","};
          case "cs", "fi", "nb", "pl", "ru", "sv", "uk" -> new String[] {"\u00a0", ","};
          default -> throw call.failed("there are no separators for '" + call.text(2) + "'");
        };
    String fixed = fixed(call.real(0), places);
    int point = fixed.indexOf('.');
    point = point < 0 ? fixed.length() : point;
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < point; i++) {
      char c = fixed.charAt(i);
      all.append(i > 0 && (point - i) % 3 == 0 && fixed.charAt(i - 1) != '-' ? separators[0] : "");
      all.append(c);
    }
    if (point < fixed.length()) {
      all.append(separators[1]).append(fixed, point + 1, fixed.length());
    }
    out.set(all.toString());
  }

  /** A number with so many decimal places, halves away from zero; no sign of a zero. */
  static String fixed(double value, int places) {
    if (value - value != 0) {
      return DoubleText.write(value);
    }
    String text = DoubleText.write(Math.abs(value));
    int e = text.indexOf('e') < 0 ? text.indexOf('E') : text.indexOf('e');
    int exponent = 0;
    if (e >= 0) {
      int sign = text.charAt(e + 1) == '+' ? 2 : 1;
      exponent = Integer.parseInt(text.substring(e + sign));
      text = text.substring(0, e);
    }
    int point = text.indexOf('.');
    String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
    int whole = (point < 0 ? text.length() : point) + exponent;
    // The digits of the result, the first of which is there to be carried into.
    int count = Math.max(whole, 1) + places + 1;
    int shift = Math.max(whole, 1) - whole + 1;
    int[] kept = new int[count];
    for (int i = shift; i < count; i++) {
      kept[i] = i - shift < digits.length() ? digits.charAt(i - shift) - '0' : 0;
    }
    int following = count - shift;
    boolean up = following >= 0 && following < digits.length() && digits.charAt(following) >= '5';
    for (int i = count - 1; up && i >= 0; i--) {
      kept[i] = (kept[i] + 1) % 10;
      up = kept[i] == 0;
    }
    StringBuilder out = new StringBuilder();
    boolean zero = true;
    for (int i = kept[0] == 0 ? 1 : 0; i < count; i++) {
      out.append(i == count - places ? "." : "").append((char) ('0' + kept[i]));
      zero &= kept[i] == 0;
    }
    return (value < 0 && !zero ? "-" : "") + out;
  }
}
