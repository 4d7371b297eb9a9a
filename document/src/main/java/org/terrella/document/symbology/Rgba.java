package org.terrella.document.symbology;

import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;

/**
 * A colour.
 *
 * @param red 0 to 255, as are green and blue
 * @param alpha 0 (clear) to 1 (opaque)
 */
public record Rgba(double red, double green, double blue, double alpha) {
  public JsonArray toJson() {
    return JsonArray.of()
        .with(Math.round(red))
        .with(Math.round(green))
        .with(Math.round(blue))
        .with(alpha);
  }

  /** The colour of a jGIS value [red, green, blue] or [red, green, blue, alpha]. */
  public static Rgba of(JsonArray value) {
    return new Rgba(
        within(value.number(0), 255),
        within(value.number(1), 255),
        within(value.number(2), 255),
        value.size() > 3 ? within(value.number(3), 1) : 1);
  }

  private static double within(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }

  /** The colour of {@code #rrggbb}. */
  public static Rgba ofHex(String hex, double alpha) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new Rgba(rgb >> 16, rgb >> 8 & 255, rgb & 255, alpha);
  }

  public String toHex() {
    int rgb = (int) red << 16 | (int) green << 8 | (int) blue;
    String digits = Integer.toHexString(rgb | 1 << 24);
    return "#" + digits.substring(1);
  }

  /** The CSS colour, for example {@code rgba(255,0,0,0.5)}. */
  public String toCss() {
    String rgb = (int) red + "," + (int) green + "," + (int) blue;
    return "rgba(" + rgb + "," + DoubleText.write(alpha) + ")";
  }

  public Rgba withAlpha(double newAlpha) {
    return new Rgba(red, green, blue, newAlpha);
  }
}
