package org.terrella.webapp.panel;

import org.terrella.document.symbology.Legend;
import org.terrella.exact.DoubleText;
import org.terrella.workbench.ui.El;

/** The picture of a legend's entry: a dot, a line or a patch. */
final class Swatch {
  private Swatch() {}

  static El of(Legend.Entry entry, String geometryType) {
    El swatch = El.of("span", "swatch").attr("aria-hidden", "true");
    if (geometryType.contains("Point")) {
      double size = Math.max(4, Math.min(30, 2 * entry.radius()));
      swatch
          .toggle("swatch-point", true)
          .css("--size", pixels(size))
          .css("--fill", entry.fill().toCss())
          .css("--stroke", entry.stroke().toCss())
          .css("--width", pixels(Math.min(3, entry.strokeWidth())));
    } else if (geometryType.contains("Line")) {
      swatch
          .toggle("swatch-line", true)
          .css("--stroke", entry.stroke().toCss())
          .css("--width", pixels(Math.max(1, Math.min(6, entry.strokeWidth()))));
    } else {
      swatch
          .toggle("swatch-area", true)
          .css("--fill", entry.fill().toCss())
          .css("--stroke", entry.stroke().toCss())
          .css("--width", pixels(Math.max(0, Math.min(3, entry.strokeWidth()))));
    }
    return swatch;
  }

  private static String pixels(double length) {
    return DoubleText.write(length) + "px";
  }
}
