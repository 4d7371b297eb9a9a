package org.terrella.document.symbology;

import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** A symbology as OpenLayers' flat style: one object of visual variables and expressions. */
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

  private FlatStyle() {}

  public static JsonArray of(Symbology symbology) {
    JsonObject style =
        JsonObject.of().with("stroke-line-join", "round").with("stroke-line-cap", "round");
    for (String encoding : ENCODINGS) {
      Mapping driver = symbology.driver(encoding);
      if (driver != null) {
        style = style.with(encoding, expression(driver));
      }
    }
    if (!style.has("circle-radius")
        && (style.has("circle-fill-color") || style.has("circle-stroke-color"))) {
      style = style.with("circle-radius", 5L);
    }
    return JsonArray.of(style);
  }

  private static JsonValue expression(Mapping mapping) {
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
}
