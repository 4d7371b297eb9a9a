package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.document.filter.LayerFilters;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** Symbologies as OpenLayers' flat styles: objects of visual variables and expressions. */
public final class FlatStyle {
  private static final List<String> ENCODINGS =
      List.of(
          "fill-color",
          "stroke-color",
          "stroke-width",
          "circle-fill-color",
          "circle-stroke-color",
          "circle-stroke-width",
          "circle-radius");

  private static final JsonArray CLEAR = JsonArray.ofNumbers(0, 0, 0, 0);

  /** Greatest width or radius that a feature can ask for. */
  private static final long MOST_PIXELS = 1000;

  private FlatStyle() {}

  /** The style of a look, for all features. */
  public static JsonArray of(Symbology symbology) {
    return of(symbology, LayerFilters.NONE);
  }

  /**
   * The style of a look for the features that pass filters: a list of flat styles, or of rules
   * {@code {style, filter}} where there are filters or layers with conditions. Layers with
   * preprocessing are not in it.
   */
  public static JsonArray of(Symbology symbology, LayerFilters filters) {
    List<JsonObject> styles = new ArrayList<>();
    List<Optional<JsonValue>> conditions = new ArrayList<>();
    Optional<JsonValue> shown = FilterExpression.of(filters);
    boolean conditional = shown.isPresent();
    for (SymbologyLayer layer : symbology.layers()) {
      if (layer.preprocess().isEmpty()) {
        styles.add(style(layer.rules()));
        List<JsonValue> both = new ArrayList<>();
        shown.ifPresent(both::add);
        layer.when().expression().ifPresent(both::add);
        conditions.add(FilterExpression.joined("all", both));
        conditional |= !layer.when().isAlways();
      }
    }
    if (styles.isEmpty()) {
      return JsonArray.of(style(List.of()));
    }
    if (!conditional) {
      return JsonArray.of(styles);
    }
    List<JsonValue> rules = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      JsonObject rule = JsonObject.of().with("style", styles.get(i));
      Optional<JsonValue> condition = conditions.get(i);
      rules.add(condition.isPresent() ? rule.with("filter", condition.get()) : rule);
    }
    return JsonArray.of(rules);
  }

  /** The style of a symbology layer's rules; a rule with a condition becomes a {@code case}. */
  private static JsonObject style(List<Rule> rules) {
    JsonObject style =
        JsonObject.of().with("stroke-line-join", "round").with("stroke-line-cap", "round");
    for (String encoding : ENCODINGS) {
      JsonValue value = null;
      for (Rule rule : rules) {
        for (Mapping mapping : rule.mappings()) {
          if (mapping.drives(encoding)) {
            JsonValue driven = expression(mapping, encoding);
            value =
                rule.isPlain()
                    ? driven
                    : JsonArray.of(
                        new JsonString("case"),
                        rule.when().expression().orElseThrow(),
                        driven,
                        value == null ? nothing(encoding) : value);
          }
        }
      }
      if (value != null) {
        style = style.with(encoding, value);
      }
    }
    if (!style.has("circle-radius")
        && (style.has("circle-fill-color") || style.has("circle-stroke-color"))) {
      style = style.with("circle-radius", 5L);
    }
    return style;
  }

  /** What a visual variable is where nothing drives it. */
  private static JsonValue nothing(String encoding) {
    if (encoding.endsWith("-color")) {
      return CLEAR;
    }
    return JsonNumber.of(encoding.equals("circle-radius") ? 5L : 0L);
  }

  private static JsonValue expression(Mapping mapping, String encoding) {
    Scale scale = mapping.scale();
    if (scale instanceof Scale.ConstantColor constant) {
      return constant.value().toJson();
    }
    if (scale instanceof Scale.ConstantNumber constant) {
      return JsonNumber.of(Math.max(0, constant.value()));
    }
    JsonArray get = JsonArray.ofStrings(List.of("get", mapping.field()));
    JsonArray missing =
        JsonArray.of(new JsonString("!"), JsonArray.ofStrings(List.of("has", mapping.field())));
    if (scale instanceof Scale.ColorMap map) {
      JsonArray cases = JsonArray.of(new JsonString("case"), missing, map.fallback().toJson());
      int last = map.stops().size() - 1;
      for (int i = 0; i < last; i++) {
        Scale.ColorStop stop = map.stops().get(i);
        cases =
            cases
                .with(JsonArray.of(new JsonString("<="), get, JsonNumber.of(stop.stop())))
                .with(stop.color().toJson());
      }
      return cases.with(map.stops().get(last).color().toJson());
    }
    if (scale instanceof Scale.Categorical categorical) {
      List<JsonValue> cases = new ArrayList<>();
      cases.add(new JsonString("case"));
      for (Scale.Category category : categorical.categories()) {
        cases.add(JsonArray.of(new JsonString("=="), get, category.value()));
        cases.add(category.color().toJson());
      }
      cases.add(categorical.fallback().toJson());
      return JsonArray.of(cases);
    }
    if (scale instanceof Scale.Identity) {
      return encoding.endsWith("-color")
          ? JsonArray.of(new JsonString("case"), isText(get), get, CLEAR)
          : JsonArray.of(
              new JsonString("case"),
              missing,
              nothing(encoding),
              JsonArray.of(
                  new JsonString("clamp"), get, JsonNumber.of(0L), JsonNumber.of(MOST_PIXELS)));
    }
    Scale.Scalar scalar = (Scale.Scalar) scale;
    if (scalar.stops().size() == 1) {
      return JsonNumber.of(scalar.stops().get(0).output());
    }
    JsonArray line =
        JsonArray.of(new JsonString("interpolate"), JsonArray.ofStrings(List.of("linear")), get);
    for (Scale.NumberStop stop : scalar.stops()) {
      line = line.with(stop.stop()).with(stop.output());
    }
    return JsonArray.of(new JsonString("case"), missing, JsonNumber.of(scalar.fallback()), line);
  }

  /** Whether a value is a text: OpenLayers fails on numbers where it wants a colour. */
  private static JsonArray isText(JsonArray get) {
    return JsonArray.of(
        new JsonString("=="),
        JsonArray.of(
            new JsonString("to-string"),
            JsonArray.of(new JsonString("coalesce"), get, JsonNumber.of(0L))),
        get);
  }
}
