package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

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
    Entry plain = new Entry(name, fill, stroke, width, radius);
    Mapping classes = look.classes();
    Mapping categories = look.categories();
    if (classes != null) {
      List<Entry> entries = classes(look, classes, plain);
      entries.addAll(conditional(look, plain));
      return new Legend(classes.field(), entries);
    }
    if (categories != null) {
      List<Entry> entries = categories(categories, plain);
      entries.addAll(conditional(look, plain));
      return new Legend(categories.field(), entries);
    }
    List<Entry> entries = new ArrayList<>(List.of(plain));
    entries.addAll(conditional(look, plain));
    return new Legend("", entries);
  }

  /** The ends of a ramp of grey, with the values that they stand for. */
  public static List<Entry> ofGrey(double darkest, double brightest) {
    return List.of(grey(darkest, 0), grey(brightest, 255));
  }

  private static Entry grey(double value, int tone) {
    // Three digits say enough of a value between thousands of others.
    double size = Math.abs(value);
    int digits = size >= 100 ? 0 : size >= 1 ? 2 : 6;
    return new Entry(format(value, digits), new Rgba(tone, tone, tone, 1), CLEAR, 0, 5);
  }

  /** An entry for each rule and layer with a condition that has a look of its own. */
  private static List<Entry> conditional(Symbology look, Entry plain) {
    List<Entry> entries = new ArrayList<>();
    for (SymbologyLayer layer : look.layers()) {
      if (!layer.preprocess().isEmpty()) {
        continue;
      }
      if (!layer.when().isAlways()) {
        entries.add(entry(layer.when().label(), layer.rules(), new Entry("", CLEAR, CLEAR, 1, 5)));
        continue;
      }
      for (Rule rule : layer.rules()) {
        if (!rule.isPlain() && !rule.mappings().isEmpty()) {
          entries.add(entry(rule.when().label(), List.of(rule), plain));
        }
      }
    }
    return entries;
  }

  private static Entry entry(String label, List<Rule> rules, Entry base) {
    Symbology alone = new Symbology(mappings(rules));
    return new Entry(
        label,
        alone.color("fill-color", alone.color("circle-fill-color", base.fill())),
        alone.color("stroke-color", alone.color("circle-stroke-color", base.stroke())),
        alone.number("stroke-width", alone.number("circle-stroke-width", base.strokeWidth())),
        alone.number("circle-radius", base.radius()));
  }

  private static List<Mapping> mappings(List<Rule> rules) {
    List<Mapping> mappings = new ArrayList<>();
    rules.forEach(rule -> mappings.addAll(rule.mappings()));
    return mappings;
  }

  private static List<Entry> categories(Mapping mapping, Entry plain) {
    Scale.Categorical scale = (Scale.Categorical) mapping.scale();
    List<Entry> entries = new ArrayList<>();
    for (Scale.Category category : scale.categories()) {
      entries.add(colored(format(category.value()), category.color(), mapping, plain));
    }
    if (scale.fallback().alpha() > 0) {
      entries.add(colored("Other", scale.fallback(), mapping, plain));
    }
    return entries;
  }

  private static Entry colored(String label, Rgba color, Mapping mapping, Entry plain) {
    boolean lines = mapping.encodings().contains("stroke-color");
    return new Entry(
        label,
        lines ? CLEAR : color,
        lines ? color : plain.stroke(),
        plain.strokeWidth(),
        plain.radius());
  }

  private static List<Entry> classes(Symbology look, Mapping classes, Entry plain) {
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
              : plain.radius();
      Entry entry =
          colored(
              format(lower, digits) + " – " + format(stop.stop(), digits),
              stop.color(),
              classes,
              plain);
      entries.add(
          new Entry(entry.label(), entry.fill(), entry.stroke(), entry.strokeWidth(), size));
      lower = stop.stop();
    }
    return entries;
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

  /** A value as a text: numbers with at most six decimals. */
  static String format(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return format(number.doubleValue(), 6);
    }
    return value instanceof JsonString text ? text.value() : value.toString();
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
