package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrella.exact.DoubleText;
import org.terrella.processing.naming.Suggestions;

/** Colours along ramps: those that {@code create_ramp} makes, and ColorBrewer's by their names. */
final class ColorRamps {
  /** Where QGIS has the nine colours of a ramp; five lie at quarters. */
  private static final double[] NINE = {0, 0.13, 0.26, 0.39, 0.52, 0.65, 0.78, 0.9, 1};

  private static final double[] FIVE = {0, 0.25, 0.5, 0.75, 1};

  /** Brewer's colours (2002), of one hue in nine steps, of several in five, as QGIS has them. */
  private static final String[] NAMED = {
    "Blues f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b",
    "BrBG a6611a dfc27d f5f5f5 80cdc1 018571",
    "BuGn edf8fb b2e2e2 66c2a4 2ca25f 006d2c",
    "BuPu edf8fb b3cde3 8c96c6 8856a7 810f7c",
    "GnBu f0f9e8 bae4bc 7bccc4 43a2ca 0868ac",
    "Greens f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b",
    "Greys fafafa f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 050505",
    "OrRd fef0d9 fdcc8a fc8d59 e34a33 b30000",
    "Oranges fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704",
    "PRGn 7b3294 c2a5cf f7f7f7 a6dba0 008837",
    "PiYG d01c8b f1b6da f7f7f7 b8e186 4dac26",
    "PuBu f1eef6 bdc9e1 74a9cf 2b8cbe 045a8d",
    "PuBuGn f6eff7 bdc9e1 67a9cf 1c9099 016c59",
    "PuOr e66101 fdb863 f7f7f7 b2abd2 5e3c99",
    "PuRd f1eef6 d7b5d8 df65b0 dd1c77 980043",
    "Purples fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d",
    "RdBu ca0020 f4a582 f7f7f7 92c5de 0571b0",
    "RdGy ca0020 f4a582 ffffff bababa 404040",
    "RdPu feebe2 fbb4b9 f768a1 c51b8a 7a0177",
    "RdYlBu d7191c fdae61 ffffbf abd9e9 2c7bb6",
    "RdYlGn d7191c fdae61 ffffbf a6d96a 1a9641",
    "Reds fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d",
    "Spectral d7191c fdae61 ffffbf abdda4 2b83ba",
    "YlGn ffffcc c2e699 78c679 31a354 006837",
    "YlGnBu ffffcc a1dab4 41b6c4 2c7fb8 253494",
    "YlOrBr ffffd4 fed98e fe9929 d95f0e 993404",
    "YlOrRd ffffb2 fecc5c fd8d3c f03b20 bd0026"
  };

  private record Stop(double at, Color color) {}

  private ColorRamps() {}

  static void addTo(Functions functions) {
    functions.add(
        "create_ramp",
        "map [discrete]",
        "A colour ramp of a map from places between 0 and 1 to colours.",
        (call, out) -> {
          Map<String, Value> ramp = new TreeMap<>();
          ramp.put("stops", call.value(0).copy());
          Value discrete = new Value();
          discrete.set(call.truthOr(1, false));
          ramp.put("discrete", discrete);
          out.set(ramp);
        });
    functions.add(
        "ramp_color",
        "ramp_name value",
        "The colour at a place from 0 to 1 of a ramp of create_ramp, or one of ColorBrewer's.",
        ColorRamps::at);
  }

  private static void at(Call call, Value out) {
    boolean made = call.value(0).kind() == Value.Kind.MAP && call.map(0).containsKey("stops");
    boolean discrete = made && call.map(0).get("discrete").whole() != 0;
    double place = Color.clamped(call.real(1));
    Stop below = null;
    Stop above = null;
    for (Stop stop : made ? made(call) : named(call)) {
      if (stop.at <= place && (below == null || stop.at > below.at)) {
        below = stop;
      }
      if (stop.at > place && (above == null || stop.at < above.at)) {
        above = stop;
      }
    }
    if (below == null || above == null || discrete) {
      Stop only = below == null ? above : below;
      if (only != null) {
        out.set(only.color.text());
      }
      return;
    }
    Color first = below.color;
    Color second = above.color;
    double t = (place - below.at) / (above.at - below.at);
    out.set(
        new Color(
                first.red() + t * (second.red() - first.red()),
                first.green() + t * (second.green() - first.green()),
                first.blue() + t * (second.blue() - first.blue()),
                first.alpha() + t * (second.alpha() - first.alpha()))
            .text());
  }

  private static List<Stop> made(Call call) {
    Value stops = call.map(0).get("stops");
    if (stops.kind() != Value.Kind.MAP) {
      throw call.failed("the stops of the ramp are no map");
    }
    List<Stop> all = new ArrayList<>();
    for (Map.Entry<String, Value> stop : stops.map().entrySet()) {
      double at = DoubleText.parseOrNaN(stop.getKey());
      Color color = Color.of(stop.getValue().text());
      if (color == null || at != at) {
        throw call.failed("the stop " + stop.getKey() + " has no place or colour");
      }
      all.add(new Stop(at, color));
    }
    return all;
  }

  private static List<Stop> named(Call call) {
    String name = call.text(0);
    List<String> names = new ArrayList<>();
    for (String ramp : NAMED) {
      int blank = ramp.indexOf(' ');
      names.add(ramp.substring(0, blank));
      if (names.get(names.size() - 1).equals(name)) {
        return stops(ramp.substring(blank));
      }
    }
    throw call.failed(
        "there is no ramp \""
            + name
            + "\""
            + Suggestions.clause(name, names)
            + "; create_ramp makes others");
  }

  /**
   * @param colors each of a blank and six digits
   */
  private static List<Stop> stops(String colors) {
    double[] places = colors.length() / 7 == NINE.length ? NINE : FIVE;
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      stops.add(new Stop(places[i], Color.of("#" + colors.substring(7 * i + 1, 7 * i + 7))));
    }
    return stops;
  }
}
