package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Tables of hidden layers are let go where memory is short, and are there when they are needed. */
@BrowserTest
class TableMemoryTest {
  private static JsonObject of(String layer) {
    return JsonObject.of().with("layerId", layer);
  }

  private static String add(Site site, String name, double x) {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < 5000; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"n\":" + i + "},\"geometry\":")
          .append("{\"type\":\"Point\",\"coordinates\":[" + x + "," + (i % 60) + "]}}");
    }
    String path = "data/" + name + ".geojson";
    site.execute(
        "files:write",
        JsonObject.of().with("path", path).with("text", json.append("]}").toString()));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  @Test
  void hiddenOnesComeBack(Site site) {
    // Each takes about a quarter of a megabyte.
    Site.openAt(site.page(), site.address() + "?memory=0.4");
    site.execute("document:new", JsonObject.of());
    String first = add(site, "First", 10);
    site.execute("layer:set", of(first).with("visible", false));
    String second = add(site, "Second", 20);
    assertEquals("0", again(site));
    // What is known of it needs no table.
    assertEquals(5000, site.executeObject("layer:info", of(first)).integer("featureCount"));
    assertEquals("0", again(site));
    JsonObject features = site.executeObject("layer:features", of(first).with("limit", 2L));
    assertEquals(2, features.array("features").size(), Json.write(features));
    assertTrue(!again(site).equals("0"), "it was read again");

    site.execute("layer:set", of(second).with("visible", false));
    add(site, "Third", 30);
    site.execute("layer:set", of(second).with("visible", true));
    site.execute("layer:zoom-to", of(second));
    JsonArray found =
        (JsonArray)
            site.execute(
                "view:identify",
                JsonObject.of()
                    .with("coordinate", JsonArray.ofNumbers(20, 30))
                    .with("crs", "EPSG:4326"));
    assertEquals(1, found.size(), Json.write(found));
  }

  /** How often a table was read again. */
  private static String again(Site site) {
    site.execute("page:show-panel", JsonObject.of().with("panel", "jobs"));
    return Integer.toString(site.page().locator("#panel-jobs").getByText(" again").count());
  }
}
