package org.terrella.webapp;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.symbology.Rgba;
import org.terrella.document.symbology.Scale;
import org.terrella.document.symbology.Symbology;
import org.terrella.json.JsonObject;

/** What a first visit shows: a week of earthquakes over the countries. */
final class Sample {
  private Sample() {}

  static MapDocument document() {
    Source countries = source("countries", "samples/countries-110m.geojson");
    Source quakes = source("earthquakes", "samples/earthquakes.geojson");
    Symbology land =
        Symbology.single(Rgba.ofHex("#8fa3ad", 0.38), Rgba.ofHex("#f4f7f8", 0.9), 0.7, 4);
    return new Edit.All(
            List.of(
                new Edit.AddLayer(layer("Countries", countries, land, 1), countries, 0),
                new Edit.AddLayer(layer("Earthquakes", quakes, magnitudes(), 1), quakes, 0)),
            "Sample")
        .apply(
            MapDocument.empty("A week of earthquakes")
                .withExtent(new double[] {-19500000, -7000000, 19500000, 10500000}));
  }

  /** Magnitude by colour and by size: strong quakes are few, and meant to be seen. */
  private static Symbology magnitudes() {
    String[] colors = {"#fde3a7", "#fdb863", "#f07c4a", "#c93f55", "#7a1f62"};
    double[] stops = {1.5, 3, 4.5, 5.5, 6.4};
    List<Scale.ColorStop> classes = new ArrayList<>();
    for (int i = 0; i < colors.length; i++) {
      classes.add(new Scale.ColorStop(stops[i], Rgba.ofHex(colors[i], 0.82)));
    }
    return Symbology.single(new Rgba(0, 0, 0, 0), Rgba.ofHex("#5b2333", 0.55), 0.6, 4)
        .graduated(
            "mag",
            new Scale.ColorMap("YiOrRd", "jenks", false, 0, classes, new Rgba(150, 150, 150, 0.35)),
            false)
        .withRadius(
            "mag",
            new Scale.Scalar(
                List.of(
                    new Scale.NumberStop(0, 1.6),
                    new Scale.NumberStop(3, 3.5),
                    new Scale.NumberStop(4.5, 6),
                    new Scale.NumberStop(5.5, 10),
                    new Scale.NumberStop(6.4, 17)),
                2));
  }

  private static Source source(String id, String path) {
    return new Source("sample-" + id, id, "GeoJSONSource", JsonObject.of().with("path", path));
  }

  private static Layer layer(String name, Source source, Symbology look, double opacity) {
    return new Layer(
        source.id() + "-layer",
        name,
        Layer.VECTOR,
        JsonObject.of()
            .with("source", source.id())
            .with("opacity", opacity)
            .with("symbologyState", look.toJson()));
  }
}
