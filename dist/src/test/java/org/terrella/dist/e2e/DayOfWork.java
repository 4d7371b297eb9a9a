package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** What works wherever the site lies: open a map, see rows, compute, undo, redo, export, keep. */
final class DayOfWork {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";

  private DayOfWork() {}

  /** Works with the sample map that is open. */
  static void with(Site site) {
    JsonObject map = site.executeObject("document:get", NOTHING);
    JsonObject rows =
        site.executeObject(
            "layer:features",
            JsonObject.of()
                .with("layerId", QUAKES)
                .with("filter", "\"mag\" >= 5")
                .with("limit", 5L));
    assertTrue(rows.integer("numberMatched") > 0, rows::toString);
    String buffer = buffer(site);
    assertEquals(3, layers(site));
    site.execute("document:undo", NOTHING);
    assertEquals(2, layers(site));
    site.execute("document:redo", NOTHING);
    JsonObject export =
        site.executeObject(
            "layer:export",
            JsonObject.of().with("layerId", buffer).with("path", "exports/buffer.geojson"));
    assertTrue(export.integer("size") > 1000, export::toString);
    site.execute("document:set", JsonObject.of().with("document", map));
    assertEquals(2, layers(site));
  }

  /** Buffers the earthquakes; the id of the new layer. */
  static String buffer(Site site) {
    return site.executeObject(
            "processing:run",
            JsonObject.of()
                .with("algorithm", "native:buffer")
                .with(
                    "parameters",
                    JsonObject.of()
                        .with("INPUT", QUAKES)
                        .with("DISTANCE", 2)
                        .with("DISSOLVE", true)))
        .string("OUTPUT");
  }

  static int layers(Site site) {
    return ((JsonArray) site.execute("layer:list", NOTHING)).size();
  }
}
