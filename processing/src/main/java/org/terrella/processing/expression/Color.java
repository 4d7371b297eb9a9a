package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.terrella.exact.DoubleText;

/**
 * A colour; components from 0 to 1, hue in turns.
 *
 * @param alpha 0 for transparent
 */
record Color(double red, double green, double blue, double alpha) {
  private static final String NAMES =
      "black=000000 white=ffffff red=ff0000 lime=00ff00 blue=0000ff yellow=ffff00 cyan=00ffff "
          + "aqua=00ffff magenta=ff00ff fuchsia=ff00ff gray=808080 grey=808080 silver=c0c0c0 "
          + "maroon=800000 olive=808000 green=008000 purple=800080 teal=008080 navy=000080 "
          + "orange=ffa500 pink=ffc0cb brown=a52a2a gold=ffd700 ";

  /** The colour of {@code r,g,b}, {@code r,g,b,a}, {@code #rrggbb} or a name; null for others. */
  static Color of(String text) {
    String trimmed = TextCase.lower(text.trim());
    if (trimmed.startsWith("#")) {
      return hexadecimal(trimmed.substring(1));
    }
    if (trimmed.equals("transparent")) {
      return new Color(0, 0, 0, 0);
    }
    int known = (" " + NAMES).indexOf(" " + trimmed + "=");
    if (known >= 0 && !trimmed.isEmpty()) {
      int at = known + trimmed.length() + 1;
      return hexadecimal(NAMES.substring(at, at + 6));
    }
    if (trimmed.startsWith("rgb") && trimmed.endsWith(")")) {
      trimmed = trimmed.substring(trimmed.indexOf('(') + 1, trimmed.length() - 1);
    }
    List<Double> numbers = new ArrayList<>();
    int start = 0;
    while (start <= trimmed.length()) {
      int end = trimmed.indexOf(',', start);
      end = end < 0 ? trimmed.length() : end;
      double number = DoubleText.parseOrNaN(trimmed.substring(start, end).trim());
      if (!(number >= 0 && number <= 255)) {
        return null;
      }
      numbers.add(number);
      start = end + 1;
      // Later versions of QGIS add the exact components behind four numbers.
      if (numbers.size() == 4) {
        break;
      }
    }
    if (numbers.size() < 3) {
      return null;
    }
    double alpha = numbers.size() == 4 ? numbers.get(3) : 255;
    return ofBytes(numbers.get(0), numbers.get(1), numbers.get(2), alpha);
  }

  private static Color hexadecimal(String digits) {
    int size = digits.length() > 4 ? 2 : 1;
    int count = digits.length() / size;
    if (count * size != digits.length() || count < 3 || count > 4) {
      return null;
    }
    double[] values = {0, 0, 0, 255};
    for (int i = 0; i < count; i++) {
      int high = Character.digit(digits.charAt(i * size), 16);
      int low = Character.digit(digits.charAt(i * size + size - 1), 16);
      if (high < 0 || low < 0) {
        return null;
      }
      values[i] = high * 16 + low;
    }
    return ofBytes(values[0], values[1], values[2], values[3]);
  }

  static Color ofBytes(double red, double green, double blue, double alpha) {
    return new Color(red / 255, green / 255, blue / 255, alpha / 255);
  }

  static Color ofHsl(double hue, double saturation, double lightness, double alpha) {
    double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
    return ofHue(hue, chroma, lightness - chroma / 2, alpha);
  }

  static Color ofHsv(double hue, double saturation, double value, double alpha) {
    return ofHue(hue, value * saturation, value - value * saturation, alpha);
  }

  static Color ofCmyk(double cyan, double magenta, double yellow, double black, double alpha) {
    return new Color(
        (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black), alpha);
  }

  private static Color ofHue(double hue, double chroma, double least, double alpha) {
    double sixth = (hue - Math.floor(hue)) * 6;
    return new Color(
        least + chroma * clamped(Math.abs(sixth - 3) - 1),
        least + chroma * clamped(2 - Math.abs(sixth - 2)),
        least + chroma * clamped(2 - Math.abs(sixth - 4)),
        alpha);
  }

  static double clamped(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private double most() {
    return Math.max(red, Math.max(green, blue));
  }

  private double least() {
    return Math.min(red, Math.min(green, blue));
  }

  /** From 0 to 1; 0 for greys. */
  double hue() {
    double chroma = most() - least();
    if (chroma == 0) {
      return 0;
    }
    double sixth =
        most() == red
            ? (green - blue) / chroma
            : most() == green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
    return (sixth < 0 ? sixth + 6 : sixth) / 6;
  }

  double saturation() {
    return most() == 0 ? 0 : (most() - least()) / most();
  }

  double value() {
    return most();
  }

  double lightness() {
    return (most() + least()) / 2;
  }

  double hslSaturation() {
    double room = 1 - Math.abs(2 * lightness() - 1);
    return room == 0 ? 0 : (most() - least()) / room;
  }

  double black() {
    return 1 - most();
  }

  /** How much of cyan, magenta or yellow there is beside black. */
  double ink(double component) {
    return most() == 0 ? 0 : (most() - component) / most();
  }

  static long toByte(double share) {
    return (long) Math.floor(clamped(share) * 255 + 0.5);
  }

  /** Such as {@code 255,0,0}. */
  String opaqueText() {
    return toByte(red) + "," + toByte(green) + "," + toByte(blue);
  }

  /** Such as {@code 255,0,0,255}. */
  String text() {
    return opaqueText() + "," + toByte(alpha);
  }
}
