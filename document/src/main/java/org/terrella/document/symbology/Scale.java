package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** How a value becomes a colour, a width or a radius; named as in jGIS. */
public sealed interface Scale {
  /** {@code constant_rgba}. */
  record ConstantColor(Rgba value) implements Scale {}

  /** {@code constant_num}, in pixels for widths and radii. */
  record ConstantNumber(double value) implements Scale {}

  /**
   * {@code colorMap}: classes by upper bound.
   *
   * @param name the colour ramp
   * @param mode {@code quantile}, {@code equal interval}, {@code jenks} or {@code pretty}
   * @param min lower bound of the first class
   * @param stops upper bound (inclusive) and colour of each class, ascending
   * @param fallback for features without a value
   */
  record ColorMap(
      String name, String mode, boolean reverse, double min, List<ColorStop> stops, Rgba fallback)
      implements Scale {
    public ColorMap {
      stops = List.copyOf(stops);
    }
  }

  /** Upper bound and colour of a class. */
  record ColorStop(double stop, Rgba color) {}

  /**
   * {@code scalar}: a number that grows with the value, linearly between stops.
   *
   * @param stops value and number, ascending by value
   */
  record Scalar(List<NumberStop> stops, double fallback) implements Scale {
    public Scalar {
      stops = List.copyOf(stops);
    }
  }

  /** A value and the number it becomes. */
  record NumberStop(double stop, double output) {}

  /**
   * {@code categorical}: values that have colours of their own.
   *
   * @param ramp the colour ramp
   * @param fallback for features with another value, or none
   */
  record Categorical(String ramp, boolean reverse, List<Category> categories, Rgba fallback)
      implements Scale {
    public Categorical {
      categories = List.copyOf(categories);
    }
  }

  /**
   * A value and its colour.
   *
   * @param value a text, a number or a truth value
   */
  record Category(JsonValue value, Rgba color) {}

  /** {@code identity}: the value itself is the colour (a CSS colour) or the number. */
  record Identity() implements Scale {}

  /** Whether this version can draw with the scale. */
  default boolean isDrawn() {
    return !(this instanceof Unsupported);
  }

  /**
   * A scale that this version draws nothing with, such as {@code expression} or classes that are
   * still to be computed; it stays in the document.
   */
  record Unsupported(JsonObject json) implements Scale {}

  /** The scale as jGIS writes it. */
  static JsonObject toJson(Scale scale) {
    if (scale instanceof ConstantColor constant) {
      return scheme("constant_rgba", JsonObject.of().with("value", constant.value().toJson()));
    }
    if (scale instanceof ConstantNumber constant) {
      return scheme("constant_num", JsonObject.of().with("value", constant.value()));
    }
    if (scale instanceof ColorMap map) {
      List<JsonValue> stops = new ArrayList<>();
      double max = map.min();
      for (ColorStop stop : map.stops()) {
        stops.add(JsonObject.of().with("stop", stop.stop()).with("color", stop.color().toJson()));
        max = stop.stop();
      }
      return scheme(
          "colorMap",
          JsonObject.of()
              .with("name", map.name())
              .with("domain", JsonArray.ofNumbers(map.min(), max))
              .with("nShades", (long) stops.size())
              .with("mode", map.mode())
              .with("reverse", map.reverse())
              .with("fallback", map.fallback().toJson())
              .with("colorStops", JsonArray.of(stops)));
    }
    if (scale instanceof Categorical categorical) {
      List<JsonValue> stops = new ArrayList<>();
      for (Category category : categorical.categories()) {
        stops.add(
            JsonObject.of()
                .with("stop", category.value())
                .with("color", category.color().toJson()));
      }
      return scheme(
          "categorical",
          JsonObject.of()
              .with("colorRamp", categorical.ramp())
              .with("nShades", (long) stops.size())
              .with("reverse", categorical.reverse())
              .with("fallback", categorical.fallback().toJson())
              .with("colorStops", JsonArray.of(stops)));
    }
    if (scale instanceof Identity) {
      return JsonObject.of().with("scheme", "identity");
    }
    if (scale instanceof Unsupported unsupported) {
      return unsupported.json();
    }
    Scalar scalar = (Scalar) scale;
    List<JsonValue> stops = new ArrayList<>();
    for (NumberStop stop : scalar.stops()) {
      stops.add(JsonObject.of().with("stop", stop.stop()).with("output", stop.output()));
    }
    NumberStop first = scalar.stops().get(0);
    NumberStop last = scalar.stops().get(scalar.stops().size() - 1);
    return scheme(
        "scalar",
        JsonObject.of()
            .with("domain", JsonArray.ofNumbers(first.stop(), last.stop()))
            .with("range", JsonArray.ofNumbers(first.output(), last.output()))
            .with("mode", "equal interval")
            .with("nStops", (long) stops.size())
            .with("fallback", scalar.fallback())
            .with("scalarStops", JsonArray.of(stops)));
  }

  private static JsonObject scheme(String scheme, JsonObject params) {
    return JsonObject.of().with("scheme", scheme).with("params", params);
  }

  /** The scale that jGIS wrote; what cannot be drawn comes back as {@link Unsupported}. */
  static Scale of(JsonObject scale) {
    try {
      return read(scale);
    } catch (TerrellaException wrongType) {
      return new Unsupported(scale);
    }
  }

  private static Scale read(JsonObject scale) {
    String scheme = scale.optString("scheme", "");
    JsonObject params = scale.optObject("params");
    JsonValue value = params.members().get("value");
    switch (scheme) {
      case "constant_rgba" -> {
        if (value instanceof JsonArray rgba && rgba.size() >= 3) {
          return new ConstantColor(Rgba.of(rgba));
        }
      }
      case "constant_num" -> {
        if (value instanceof JsonNumber number) {
          return new ConstantNumber(finite(number.doubleValue()));
        }
      }
      case "colorMap" -> {
        List<ColorStop> stops = new ArrayList<>();
        for (JsonObject stop : params.optArray("colorStops").objects()) {
          stops.add(new ColorStop(finite(stop.number("stop")), color(stop)));
        }
        if (ascend(stops, ColorStop::stop)) {
          JsonArray domain = params.optArray("domain");
          return new ColorMap(
              params.optString("name", "viridis"),
              params.optString("mode", "equal interval"),
              params.optBool("reverse", false),
              domain.isEmpty() ? stops.get(0).stop() : finite(domain.number(0)),
              stops,
              fallback(params));
        }
      }
      case "categorical" -> {
        List<Category> categories = new ArrayList<>();
        for (JsonObject stop : params.optArray("colorStops").objects()) {
          JsonValue category = stop.has("value") ? stop.get("value") : stop.get("stop");
          if (category instanceof JsonArray || category instanceof JsonObject) {
            return new Unsupported(scale);
          }
          if (category != JsonNull.NULL) {
            categories.add(new Category(category, color(stop)));
          }
        }
        if (!categories.isEmpty()) {
          return new Categorical(
              params.optString("colorRamp", "viridis"),
              params.optBool("reverse", false),
              categories,
              fallback(params));
        }
      }
      case "identity" -> {
        return new Identity();
      }
      case "scalar" -> {
        List<NumberStop> stops = new ArrayList<>();
        for (JsonObject stop : params.optArray("scalarStops").objects()) {
          stops.add(new NumberStop(finite(stop.number("stop")), finite(stop.number("output"))));
        }
        JsonArray domain = params.optArray("domain");
        JsonArray range = params.optArray("range");
        if (stops.isEmpty() && domain.size() == 2 && range.size() == 2) {
          stops.add(new NumberStop(finite(domain.number(0)), finite(range.number(0))));
          stops.add(new NumberStop(finite(domain.number(1)), finite(range.number(1))));
        }
        if (ascend(stops, NumberStop::stop)) {
          return new Scalar(stops, finite(params.optNumber("fallback", stops.get(0).output())));
        }
      }
      default -> {
        return new Unsupported(scale);
      }
    }
    return new Unsupported(scale);
  }

  /** Whether there are stops and none lies below the one before. */
  private static <T> boolean ascend(List<T> stops, ToDoubleFunction<T> place) {
    for (int i = 1; i < stops.size(); i++) {
      if (place.applyAsDouble(stops.get(i)) < place.applyAsDouble(stops.get(i - 1))) {
        return false;
      }
    }
    return !stops.isEmpty();
  }

  /** JSON numbers such as 1e999 lie outside of all doubles. */
  private static double finite(double value) {
    if (value - value != 0) {
      throw TerrellaException.invalid("A scale needs finite numbers.");
    }
    return value;
  }

  /** The colour of a stop; Terrella once wrote it as {@code output}. */
  private static Rgba color(JsonObject stop) {
    return Rgba.of(stop.has("color") ? stop.array("color") : stop.array("output"));
  }

  private static Rgba fallback(JsonObject params) {
    return params.members().get("fallback") instanceof JsonArray rgba && rgba.size() >= 3
        ? Rgba.of(rgba)
        : new Rgba(150, 150, 150, 0.35);
  }
}
