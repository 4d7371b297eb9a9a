package org.terrella.document.migration;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.text.Ascii;

/**
 * Symbology of jGIS 0.5 as grammar of 0.6. The old form had a {@code renderType} with members of
 * its own, beside {@code color}, an OpenLayers flat style.
 */
final class LegacySymbology {
  private static final JsonArray FILL = JsonArray.ofNumbers(255, 255, 255, 0.4);
  private static final JsonArray STROKE = JsonArray.ofNumbers(51, 153, 204, 1);
  private static final JsonArray CLEAR = JsonArray.ofNumbers(0, 0, 0, 0);
  private static final double WIDTH = 1.25;
  private static final double RADIUS = 5;

  private final JsonObject state;
  private final JsonObject color;
  private final List<JsonValue> rules = new ArrayList<>();

  private LegacySymbology(JsonObject state, JsonObject color) {
    this.state = state;
    this.color = color;
  }

  static JsonObject ofVector(String id, JsonObject parameters) {
    JsonObject state = object(parameters, "symbologyState");
    boolean colored = parameters.members().get("color") instanceof JsonObject;
    if (state.has("layers")) {
      return parameters.without("color");
    }
    if (!colored && state.isEmpty()) {
      return parameters;
    }
    LegacySymbology legacy = new LegacySymbology(state, object(parameters, "color"));
    String renderer = text(state, "renderType", "Single Symbol");
    boolean known =
        switch (renderer) {
          case "Single Symbol" -> legacy.single();
          case "Graduated" -> legacy.classes("colorMap");
          case "Categorized" -> legacy.classes("categorical");
          case "Canonical" -> legacy.canonical();
          default -> false;
        };
    return known
        ? parameters.without("color").with("symbologyState", legacy.layers(id))
        : parameters;
  }

  static JsonObject ofHeatmap(JsonObject parameters) {
    JsonObject changed = parameters.without("color");
    JsonObject state =
        parameters.has("symbologyState")
            ? object(parameters, "symbologyState")
            : JsonObject.of().with("renderType", "Heatmap");
    return parameters.members().get("color") instanceof JsonArray gradient && !state.has("gradient")
        ? changed.with("symbologyState", state.with("gradient", gradient))
        : changed;
  }

  static JsonObject ofGeoTiff(String id, JsonObject parameters) {
    JsonObject state = object(parameters, "symbologyState");
    if (state.has("layers")) {
      return parameters.without("color");
    }
    LegacySymbology legacy = new LegacySymbology(state, JsonObject.of());
    if (text(state, "renderType", "").equals("Multiband Color")) {
      for (String part : List.of("red", "green", "blue", "alpha")) {
        double band = number(state, part + "Band", 0);
        if (band >= 1) {
          legacy.rule(
              "band_" + (long) band,
              mapping(scale("identity", JsonObject.of()), List.of("pixel-" + part)));
        }
      }
    } else if (parameters.members().get("color") instanceof JsonArray expression) {
      JsonArray stops = stops(expression, "color");
      if (!stops.isEmpty()) {
        JsonObject map = legacy.colorMap("colorMap", stops);
        legacy.rule(
            "band_" + (long) Math.max(1, number(state, "band", 1)),
            mapping(scale("colorMap", map), List.of("pixel-color")));
      }
    }
    return legacy.rules.isEmpty()
        ? parameters
        : parameters.without("color").with("symbologyState", legacy.layers(id));
  }

  private boolean single() {
    rule("", fill(), stroke(), width(), radius());
    return true;
  }

  private boolean canonical() {
    String field = text(state, "value", "");
    if (field.isEmpty()) {
      return false;
    }
    rule(
        field,
        mapping(scale("identity", JsonObject.of()), List.of("fill-color", "circle-fill-color")));
    rule("", stroke(), width(), radius());
    return true;
  }

  /** Classes or categories of colours; or of sizes, where the method says so. */
  private boolean classes(String scheme) {
    String field = text(state, "value", "");
    if (field.isEmpty()) {
      return false;
    }
    if (text(state, "method", "color").equals("radius")) {
      JsonArray stops = stops(color.members().get("circle-radius"), "output");
      if (stops.size() < 2) {
        return false;
      }
      JsonArray ends =
          JsonArray.of(stops.object(0).get("stop"), stops.object(stops.size() - 1).get("stop"));
      JsonArray range =
          JsonArray.of(stops.object(0).get("output"), stops.object(stops.size() - 1).get("output"));
      JsonObject params =
          JsonObject.of()
              .with("domain", ends)
              .with("range", range)
              .with("mode", text(state, "mode", "equal interval"))
              .with("nStops", (long) stops.size())
              .with("fallback", 0L)
              .with("scalarStops", stops);
      rule("", fill(), stroke(), width());
      rule(field, mapping(scale("scalar", params), List.of("circle-radius")));
      return true;
    }
    JsonArray stops = overrides();
    for (String key : List.of("fill-color", "circle-fill-color", "stroke-color")) {
      stops = stops.isEmpty() ? stops(color.members().get(key), "color") : stops;
    }
    List<String> encodings = new ArrayList<>(List.of("fill-color", "circle-fill-color"));
    boolean follows = isTrue("strokeFollowsFill");
    if (follows) {
      encodings.addAll(List.of("stroke-color", "circle-stroke-color"));
    }
    rule(field, mapping(scale(scheme, colorMap(scheme, stops)), encodings));
    if (follows) {
      rule("", width(), radius());
    } else {
      rule("", stroke(), width(), radius());
    }
    return true;
  }

  private JsonObject colorMap(String scheme, JsonArray stops) {
    boolean categories = scheme.equals("categorical");
    JsonObject params =
        JsonObject.of()
            .with(categories ? "colorRamp" : "name", text(state, "colorRamp", "viridis"))
            .with("reverse", isTrue("reverseRamp") || isTrue("reverse"))
            .with("fallback", solid(state.members().get("fallbackColor"), CLEAR));
    if (!categories) {
      params =
          params.with("nShades", classCount()).with("mode", text(state, "mode", "equal interval"));
      if (state.members().get("vmin") instanceof JsonNumber min
          && state.members().get("vmax") instanceof JsonNumber max) {
        params = params.with("domain", JsonArray.of(min, max));
      }
    }
    return stops.isEmpty() ? params : params.with("colorStops", stops);
  }

  private boolean isTrue(String key) {
    return JsonBoolean.TRUE.equals(state.members().get(key));
  }

  /** Classes were a number, or a text with one. */
  private long classCount() {
    JsonValue count = state.members().get("nClasses");
    if (count instanceof JsonNumber number && number.isWhole()) {
      return number.longValue();
    }
    if (count instanceof JsonString text) {
      try {
        return Integer.parseInt(text.value().trim());
      } catch (NumberFormatException noNumber) {
        return 9;
      }
    }
    return 9;
  }

  private JsonArray overrides() {
    List<JsonValue> stops = new ArrayList<>();
    if (state.members().get("stopsOverride") instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonObject stop
            && stop.has("value")
            && stop.members().get("color") instanceof JsonArray rgba) {
          stops.add(JsonObject.of().with("stop", stop.get("value")).with("color", rgba));
        }
      }
    }
    return JsonArray.of(stops);
  }

  /**
   * Stops out of an OpenLayers expression: of {@code interpolate}, of {@code match}, or of a {@code
   * case} of equalities.
   *
   * @param member member for what a stop gives: {@code color} or {@code output}
   */
  private static JsonArray stops(JsonValue value, String member) {
    if (!(value instanceof JsonArray expression)
        || expression.isEmpty()
        || !(expression.get(0) instanceof JsonString operator)) {
      return JsonArray.of();
    }
    List<JsonValue> stops = new ArrayList<>();
    switch (operator.value()) {
      case "interpolate" -> pairs(expression, 3, expression.size(), member, stops);
      case "match" -> pairs(expression, 2, expression.size() - 1, member, stops);
      case "case" -> {
        for (int i = 1; i + 1 < expression.size(); i += 2) {
          if (expression.get(i) instanceof JsonArray equality
              && equality.size() == 3
              && equality.get(0).equals(new JsonString("=="))
              && !(equality.get(1) instanceof JsonArray band
                  && !band.isEmpty()
                  && band.get(0).equals(new JsonString("band")))) {
            add(equality.get(2), expression.get(i + 1), member, stops);
          }
        }
      }
      default -> {}
    }
    for (int i = 1; stops.isEmpty() && i < expression.size(); i++) {
      JsonArray inner = stops(expression.get(i), member);
      stops.addAll(inner.values());
    }
    return JsonArray.of(stops);
  }

  private static void pairs(
      JsonArray expression, int from, int to, String member, List<JsonValue> stops) {
    for (int i = from; i + 1 < to; i += 2) {
      add(expression.get(i), expression.get(i + 1), member, stops);
    }
  }

  private static void add(JsonValue stop, JsonValue output, String member, List<JsonValue> stops) {
    boolean plain = stop instanceof JsonNumber || stop instanceof JsonString;
    JsonValue given = member.equals("color") ? solid(output, null) : output;
    if (plain && (given instanceof JsonArray || given instanceof JsonNumber)) {
      stops.add(JsonObject.of().with("stop", stop).with(member, given));
    }
  }

  private JsonObject fill() {
    return constant(
        first("fillColor", FILL, "fill-color", "circle-fill-color"),
        "fill-color",
        "circle-fill-color");
  }

  private JsonObject stroke() {
    return constant(
        first("strokeColor", STROKE, "stroke-color", "circle-stroke-color"),
        "stroke-color",
        "circle-stroke-color");
  }

  private JsonObject width() {
    return constant(
        size("strokeWidth", WIDTH, "stroke-width", "circle-stroke-width"),
        "stroke-width",
        "circle-stroke-width");
  }

  private JsonObject radius() {
    return constant(size("radius", RADIUS, "circle-radius"), "circle-radius");
  }

  private JsonValue first(String key, JsonArray otherwise, String... colors) {
    JsonValue found = solid(state.members().get(key), null);
    for (String candidate : colors) {
      found = found == null ? solid(color.members().get(candidate), null) : found;
    }
    return found == null ? otherwise : found;
  }

  private JsonValue size(String key, double otherwise, String... colors) {
    JsonValue found = state.members().get(key);
    for (String candidate : colors) {
      found = found instanceof JsonNumber ? found : color.members().get(candidate);
    }
    return found instanceof JsonNumber ? found : JsonNumber.of(otherwise);
  }

  /** A colour of four numbers, out of three, four or {@code #rrggbb}. */
  private static JsonValue solid(JsonValue value, JsonArray otherwise) {
    if (value instanceof JsonArray rgba && rgba.size() >= 3) {
      for (JsonValue part : rgba) {
        if (!(part instanceof JsonNumber)) {
          return otherwise;
        }
      }
      return rgba.size() == 3 ? rgba.with(1L) : rgba;
    }
    if (value instanceof JsonString text) {
      String hex = text.value().startsWith("#") ? text.value().substring(1) : text.value();
      if (hex.length() == 6) {
        int rgb = 0;
        for (int i = 0; i < 6; i++) {
          int digit = Ascii.hexDigit(hex.charAt(i));
          if (digit < 0) {
            return otherwise;
          }
          rgb = rgb << 4 | digit;
        }
        return JsonArray.ofNumbers(rgb >> 16, rgb >> 8 & 255, rgb & 255, 1);
      }
    }
    return otherwise;
  }

  private static JsonObject constant(JsonValue value, String... encodings) {
    return mapping(
        scale(
            value instanceof JsonArray ? "constant_rgba" : "constant_num",
            JsonObject.of().with("value", value)),
        List.of(encodings));
  }

  private static JsonObject scale(String scheme, JsonObject params) {
    JsonObject scale = JsonObject.of().with("scheme", scheme);
    return params.isEmpty() ? scale : scale.with("params", params);
  }

  private static JsonObject mapping(JsonObject scale, List<String> encodings) {
    return JsonObject.of().with("scale", scale).with("encodings", JsonArray.ofStrings(encodings));
  }

  private void rule(String field, JsonObject... mappings) {
    JsonObject rule = JsonObject.of().with("id", "rule-" + (rules.size() + 1));
    if (!field.isEmpty()) {
      rule = rule.with("fields", JsonArray.ofStrings(List.of(field)));
    }
    rules.add(rule.with("mappings", JsonArray.of(mappings)));
  }

  private JsonObject layers(String id) {
    return JsonObject.of()
        .with(
            "layers",
            JsonArray.of(
                JsonObject.of().with("id", "symbology-" + id).with("rules", JsonArray.of(rules))));
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.members().get(key) instanceof JsonObject object ? object : JsonObject.of();
  }

  private static String text(JsonObject parent, String key, String otherwise) {
    return parent.members().get(key) instanceof JsonString text && !text.value().isEmpty()
        ? text.value()
        : otherwise;
  }

  private static double number(JsonObject parent, String key, double otherwise) {
    return parent.members().get(key) instanceof JsonNumber number
        ? number.doubleValue()
        : otherwise;
  }
}
