package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonObject;

/** What a layer's colours and sizes mean. */
public record Legend(String heading, List<Entry> entries) {
  private static final Rgba CLEAR = new Rgba(0, 0, 0, 0);

  public Legend {
    entries = List.copyOf(entries);
  }

  /**
   * One line of a legend.
   *
   * @param strokeWidth in pixels, as is the radius, which only points use
   */
  public record Entry(String label, Rgba fill, Rgba stroke, double strokeWidth, double radius) {
    public JsonObject toJson() {
      return JsonObject.of()
          .with("label", label)
          .with(
              "symbol",
              JsonObject.of()
                  .with("fill", fill.toJson())
                  .with("stroke", stroke.toJson())
                  .with("strokeWidth", strokeWidth)
                  .with("radius", radius));
    }
  }

  /** The legend of a look; {@code name} labels the only entry of a single symbol. */
  public static Legend of(Symbology look, String name) {
    Rgba fill = look.color("fill-color", look.color("circle-fill-color", CLEAR));
    Rgba stroke = look.color("stroke-color", look.color("circle-stroke-color", CLEAR));
    double width = look.number("stroke-width", look.number("circle-stroke-width", 1));
    double radius = look.number("circle-radius", 5);
    Mapping classes = look.classes();
    if (classes == null) {
      return new Legend("", List.of(new Entry(name, fill, stroke, width, radius)));
    }
    boolean lines = classes.encodings().contains("stroke-color");
    Scale.ColorMap map = (Scale.ColorMap) classes.scale();
    Mapping sizes = look.driver("circle-radius");
    List<Entry> entries = new ArrayList<>();
    double lower = map.min();
    int digits = digits(map);
    for (Scale.ColorStop stop : map.stops()) {
      double size =
          sizes != null
                  && sizes.scale() instanceof Scale.Scalar scalar
                  && sizes.field().equals(classes.field())
              ? interpolate(scalar, (lower + stop.stop()) / 2)
              : radius;
      entries.add(
          new Entry(
              format(lower, digits) + " – " + format(stop.stop(), digits),
              lines ? CLEAR : stop.color(),
              lines ? stop.color() : stroke,
              width,
              size));
      lower = stop.stop();
    }
    return new Legend(classes.field(), entries);
  }

  private static double interpolate(Scale.Scalar scalar, double value) {
    List<Scale.NumberStop> stops = scalar.stops();
    Scale.NumberStop before = stops.get(0);
    for (Scale.NumberStop stop : stops) {
      if (value <= stop.stop()) {
        double span = stop.stop() - before.stop();
        return span == 0
            ? stop.output()
            : before.output() + (value - before.stop()) / span * (stop.output() - before.output());
      }
      before = stop;
    }
    return before.output();
  }

  /** As many decimals as tell the classes apart. */
  private static int digits(Scale.ColorMap map) {
    double narrowest = Double.POSITIVE_INFINITY;
    double lower = map.min();
    for (Scale.ColorStop stop : map.stops()) {
      if (stop.stop() > lower) {
        narrowest = Math.min(narrowest, stop.stop() - lower);
      }
      lower = stop.stop();
    }
    int digits = 0;
    while (digits < 8 && narrowest < 20) {
      narrowest *= 10;
      digits++;
    }
    return digits;
  }

  /** A number with at most so many decimals, and thin spaces between thousands. */
  static String format(double value, int digits) {
    double factor = 1;
    for (int i = 0; i < digits; i++) {
      factor *= 10;
    }
    long scaled = (long) Math.floor(Math.abs(value) * factor + 0.5);
    long whole = scaled / (long) factor;
    String decimals = digits == 0 ? "" : Long.toString(scaled % (long) factor + (long) factor);
    int end = decimals.length();
    while (end > 1 && decimals.charAt(end - 1) == '0') {
      end--;
    }
    StringBuilder text = new StringBuilder(Long.toString(whole));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, '\u202f');
    }
    if (end > 1) {
      text.append('.').append(decimals, 1, end);
    }
    return value < 0 && scaled != 0 ? "\u2212" + text : text.toString();
  }
}
