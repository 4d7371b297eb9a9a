package org.terrella.processing.expression;

import org.terrella.exact.DoubleText;

/** Functions of colours, which are texts such as {@code 255,0,0,255}. */
final class ColorFunctions {
  private ColorFunctions() {}

  static void addTo(Functions functions) {
    functions.add(
        "color_rgb",
        "red green blue",
        "A colour of components from 0 to 255.",
        (call, out) -> out.set(rgb(call, 255).opaqueText()));
    functions.add(
        "color_rgba",
        "red green blue alpha",
        "A colour of components from 0 to 255, with its opacity.",
        (call, out) -> out.set(rgb(call, bounded(call, 3, 255)).text()));
    functions.add(
        "color_hsl",
        "hue saturation lightness",
        "A colour of its hue in degrees, saturation and lightness in percent.",
        (call, out) -> out.set(hsl(call, 1).opaqueText()));
    functions.add(
        "color_hsla",
        "hue saturation lightness alpha",
        "A colour of hue, saturation and lightness, with its opacity from 0 to 255.",
        (call, out) -> out.set(hsl(call, bounded(call, 3, 255) / 255).text()));
    functions.add(
        "color_hsv",
        "hue saturation value",
        "A colour of its hue in degrees, saturation and value in percent.",
        (call, out) -> out.set(hsv(call, 1).opaqueText()));
    functions.add(
        "color_hsva",
        "hue saturation value alpha",
        "A colour of hue, saturation and value, with its opacity from 0 to 255.",
        (call, out) -> out.set(hsv(call, bounded(call, 3, 255) / 255).text()));
    functions.add(
        "color_cmyk",
        "cyan magenta yellow black",
        "A colour of inks in percent.",
        (call, out) -> out.set(cmyk(call, 1).opaqueText()));
    functions.add(
        "color_cmyka",
        "cyan magenta yellow black alpha",
        "A colour of inks in percent, with its opacity from 0 to 255.",
        (call, out) -> out.set(cmyk(call, bounded(call, 4, 255) / 255).text()));
    functions.add(
        "color_grayscale_average",
        "color",
        "The grey of a colour's mean component.",
        (call, out) -> {
          Color color = color(call, 0);
          double mean = (color.red() + color.green() + color.blue()) / 3;
          out.set(new Color(mean, mean, mean, color.alpha()).text());
        });
    functions.add(
        "color_mix_rgb",
        "color1 color2 ratio",
        "A colour between two others: 0 is the first one, 1 the second.",
        (call, out) -> {
          Color a = color(call, 0);
          Color b = color(call, 1);
          double ratio = Color.clamped(call.real(2));
          out.set(
              mixed(a.red(), b.red(), ratio)
                  + ","
                  + mixed(a.green(), b.green(), ratio)
                  + ","
                  + mixed(a.blue(), b.blue(), ratio)
                  + ","
                  + mixed(a.alpha(), b.alpha(), ratio));
        });
    functions.add(
        "color_part",
        "color component",
        "A component of a colour: red, hue, lightness, alpha and so on.",
        (call, out) -> ArrayStatistics.number(out, part(call, color(call, 0), call.text(1))));
    functions.add(
        "set_color_part",
        "color component value",
        "A colour with a component changed.",
        ColorFunctions::setPart);
    functions.add(
        "darker",
        "color factor",
        "A colour made darker: 200 halves its value.",
        (call, out) -> out.set(brightened(color(call, 0), 100 / factor(call)).text()));
    functions.add(
        "lighter",
        "color factor",
        "A colour made lighter: 150 adds half of its value.",
        (call, out) -> out.set(brightened(color(call, 0), factor(call) / 100).text()));
  }

  private static Color color(Call call, int index) {
    Color color = Color.of(call.text(index));
    if (color == null) {
      throw call.refused(index, "a colour such as '255,0,0' or '#ff0000'");
    }
    return color;
  }

  private static double bounded(Call call, int index, double most) {
    double value = call.real(index);
    if (!(value >= 0 && value <= most)) {
      throw call.refused(index, "from 0 to " + DoubleText.write(most));
    }
    return value;
  }

  private static Color rgb(Call call, double alpha) {
    return Color.ofBytes(
        bounded(call, 0, 255), bounded(call, 1, 255), bounded(call, 2, 255), alpha);
  }

  private static Color hsl(Call call, double alpha) {
    return Color.ofHsl(
        bounded(call, 0, 360) / 360,
        bounded(call, 1, 100) / 100,
        bounded(call, 2, 100) / 100,
        alpha);
  }

  private static Color hsv(Call call, double alpha) {
    return Color.ofHsv(
        bounded(call, 0, 360) / 360,
        bounded(call, 1, 100) / 100,
        bounded(call, 2, 100) / 100,
        alpha);
  }

  private static Color cmyk(Call call, double alpha) {
    return Color.ofCmyk(
        bounded(call, 0, 100) / 100,
        bounded(call, 1, 100) / 100,
        bounded(call, 2, 100) / 100,
        bounded(call, 3, 100) / 100,
        alpha);
  }

  /** Cut off, not rounded, as in QGIS. */
  private static long mixed(double a, double b, double ratio) {
    return (long) Math.floor(Color.toByte(a) * (1 - ratio) + Color.toByte(b) * ratio);
  }

  private static double factor(Call call) {
    double factor = call.real(1);
    if (!(factor > 0)) {
      throw call.refused(1, "above 0");
    }
    return factor;
  }

  /** What goes beyond full value is taken from the saturation. */
  private static Color brightened(Color color, double times) {
    double value = color.value() * times;
    double saturation =
        value > 1 ? Math.max(0, color.saturation() - (value - 1)) : color.saturation();
    return Color.ofHsv(color.hue(), saturation, Math.min(1, value), color.alpha());
  }

  private static double part(Call call, Color color, String component) {
    return switch (TextCase.lower(component)) {
      case "red" -> Math.floor(color.red() * 255 + 0.5);
      case "green" -> Math.floor(color.green() * 255 + 0.5);
      case "blue" -> Math.floor(color.blue() * 255 + 0.5);
      case "alpha" -> Math.floor(color.alpha() * 255 + 0.5);
      case "hue", "hsl_hue", "hsv_hue" -> Math.floor(color.hue() * 36_000 + 0.5) / 100;
      case "saturation", "hsv_saturation" -> percent(color.saturation());
      case "value" -> percent(color.value());
      case "hsl_saturation" -> percent(color.hslSaturation());
      case "lightness" -> percent(color.lightness());
      case "cyan" -> percent(color.ink(color.red()));
      case "magenta" -> percent(color.ink(color.green()));
      case "yellow" -> percent(color.ink(color.blue()));
      case "black" -> percent(color.black());
      default -> throw call.failed("there is no component '" + component + "'");
    };
  }

  /** Colours have 16 bits for each component, and hundredths of degrees for the hue. */
  private static double percent(double share) {
    return Math.floor(share * 65_535 + 0.5) / 65_535 * 100;
  }

  private static void setPart(Call call, Value out) {
    Color c = color(call, 0);
    double value = call.real(2);
    double of255 = Color.clamped(value / 255);
    double percent = Color.clamped(value / 100);
    double cyan = c.ink(c.red());
    double magenta = c.ink(c.green());
    double yellow = c.ink(c.blue());
    double a = c.alpha();
    Color changed =
        switch (TextCase.lower(call.text(1))) {
          case "red" -> new Color(of255, c.green(), c.blue(), a);
          case "green" -> new Color(c.red(), of255, c.blue(), a);
          case "blue" -> new Color(c.red(), c.green(), of255, a);
          case "alpha" -> new Color(c.red(), c.green(), c.blue(), of255);
          case "hue", "hsv_hue" -> Color.ofHsv(value / 360, c.saturation(), c.value(), a);
          case "saturation", "hsv_saturation" -> Color.ofHsv(c.hue(), percent, c.value(), a);
          case "value" -> Color.ofHsv(c.hue(), c.saturation(), percent, a);
          case "hsl_hue" -> Color.ofHsl(value / 360, c.hslSaturation(), c.lightness(), a);
          case "hsl_saturation" -> Color.ofHsl(c.hue(), percent, c.lightness(), a);
          case "lightness" -> Color.ofHsl(c.hue(), c.hslSaturation(), percent, a);
          case "cyan" -> Color.ofCmyk(percent, magenta, yellow, c.black(), a);
          case "magenta" -> Color.ofCmyk(cyan, percent, yellow, c.black(), a);
          case "yellow" -> Color.ofCmyk(cyan, magenta, percent, c.black(), a);
          case "black" -> Color.ofCmyk(cyan, magenta, yellow, percent, a);
          default -> throw call.failed("there is no component '" + call.text(1) + "'");
        };
    out.set(changed.text());
  }
}
