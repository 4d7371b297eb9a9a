package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.symbology.Rgba;
import org.terrella.document.symbology.Scale;
import org.terrella.document.symbology.Symbology;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.color.Colors;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;

/** {@code layer:classify}: colours by classes of a numeric field. */
final class ClassifyCommand {
  private ClassifyCommand() {}

  static void register(App app) {
    app.commands.add(
        new Command(
            "layer:classify",
            "Classify layer",
            "Colours a layer by classes of a numeric field.",
            Schema.object()
                .need("layerId", Schema.string("Id of a layer"))
                .need("field", Schema.string("A numeric field"))
                .need(
                    "mode",
                    Schema.oneOf(
                        "How classes are cut", "quantile", "equal interval", "jenks", "pretty"))
                .need(
                    "classes", Schema.integer("How many").with("minimum", 1L).with("maximum", 64L))
                .need("ramp", Schema.string("Name of a colour ramp, such as viridis"))
                .may("reverse", Schema.bool("Whether the ramp runs backwards"))
                .build(),
            Schema.anyObject("The symbology it set, with its breaks"),
            (args, execution) -> classify(app, args, execution)));
  }

  private static JsonObject classify(App app, JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    app.tables.settle();
    JsonObject summary = app.tables.whole(layer, execution).summary();
    JsonObject result =
        app.engine
            .request(
                "classify",
                JsonObject.of()
                    .with("table", layer.source())
                    .with("field", args.get("field"))
                    .with("mode", args.get("mode"))
                    .with("classes", args.get("classes")))
            .header();
    double[] breaks = result.array("breaks").numbers();
    boolean reverse = args.optBool("reverse", false);
    Colors colors = Promises.await(Lazy.loadColors());
    String ramp = args.string("ramp");
    JSArrayReader<JSArrayReader<JSNumber>> shades = colors.rampColors(ramp, breaks.length, reverse);
    if (shades == null) {
      throw TerrellaException.invalid("There is no colour ramp \"" + ramp + "\".");
    }
    String geometry = summary.string("geometryType");
    boolean lines = geometry.contains("Line");
    List<Scale.ColorStop> stops = new ArrayList<>();
    for (int i = 0; i < breaks.length; i++) {
      JSArrayReader<JSNumber> rgb = shades.get(i);
      stops.add(
          new Scale.ColorStop(
              breaks[i],
              new Rgba(
                  rgb.get(0).doubleValue(),
                  rgb.get(1).doubleValue(),
                  rgb.get(2).doubleValue(),
                  0.85)));
    }
    Scale.ColorMap map =
        new Scale.ColorMap(
            ramp,
            args.string("mode"),
            reverse,
            result.number("min"),
            stops,
            new Rgba(150, 150, 150, 0.35));
    Symbology look = Symbology.of(layer).graduated(args.string("field"), map, lines);
    if (geometry.contains("Polygon")) {
      // A thin light border lets the classes speak.
      look = look.withStroke(new Rgba(255, 255, 255, 0.7), 0.6);
    }
    app.store.apply(
        new Edit.ReplaceLayer(layer.withSymbology(look.toJson()), "Classify " + layer.name()));
    return look.toJson().with("min", result.get("min")).with("breaks", JsonArray.ofNumbers(breaks));
  }
}
