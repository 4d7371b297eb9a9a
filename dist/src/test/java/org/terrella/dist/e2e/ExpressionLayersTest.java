package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Expressions look at other layers and systems, which the page sends the engine. */
@BrowserTest
class ExpressionLayersTest {
  private static String add(Site site, String name, int... corners) {
    StringBuilder text = new StringBuilder("{'type': 'FeatureCollection', 'features': [");
    for (int i = 0; i < corners.length; i++) {
      int x = corners[i];
      text.append(i == 0 ? "" : ",")
          .append("{'type': 'Feature', 'properties': {'n': ")
          .append(i)
          .append("}, 'geometry': {'type': 'Polygon', 'coordinates': ")
          .append("[[[%d,0],[%d,0],[%d,4],[%d,4],[%d,0]]]}}".formatted(x, x + 4, x + 4, x, x));
    }
    String json = text.append("]}").toString().replace('\'', '"');
    String path = "data/" + name + ".geojson";
    site.execute("files:write", JsonObject.of().with("path", path).with("text", json));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  private static int select(Site site, String layer, String expression) {
    return site.executeObject(
            "layer:select", JsonObject.of().with("layerId", layer).with("expression", expression))
        .integer("selected");
  }

  private static JsonObject run(Site site, String algorithm, JsonObject parameters) {
    return site.executeObject(
        "processing:run",
        JsonObject.of().with("algorithm", algorithm).with("parameters", parameters));
  }

  private static JsonArray features(Site site, String layer, String filter) {
    return site.executeObject(
            "layer:features", JsonObject.of().with("layerId", layer).with("filter", filter))
        .array("features");
  }

  @Test
  void layersAreFoundByNameAndById(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", 0, 10, 20);
    String mask = add(site, "mask", 2, 8);
    assertEquals(2, select(site, squares, "overlay_intersects('mask')"));
    assertEquals(1, select(site, squares, "overlay_disjoint('" + mask + "')"));
    assertEquals(0, select(site, squares, "overlay_intersects('squares')"));
    assertEquals(1, features(site, squares, "n = aggregate('mask', 'max', \"n\")").size());
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> select(site, squares, "overlay_within('Mask')"));
    assertTrue(failure.getMessage().contains("\"Mask\" is no layer"), failure.getMessage());

    JsonObject utm = JsonObject.of().with("INPUT", mask).with("TARGET_CRS", "EPSG:25832");
    String there = run(site, "native:reprojectlayer", utm).string("OUTPUT");
    assertEquals(2, select(site, squares, "overlay_intersects('" + there + "')"));

    JsonObject calculator =
        JsonObject.of()
            .with("INPUT", squares)
            .with("FIELD_NAME", "near")
            .with("FIELD_TYPE", 2)
            .with("FORMULA", "to_json(overlay_nearest('mask', \"n\"))");
    String result = run(site, "native:fieldcalculator", calculator).string("OUTPUT");
    assertEquals(1, features(site, result, "\"near\" = '[0]'").size());
    assertEquals(2, features(site, result, "\"near\" = '[1]'").size());

    JsonArray history = (JsonArray) site.execute("processing:history", JsonObject.of());
    JsonObject entry = history.object(history.size() - 1);
    assertEquals("@" + mask, entry.array("inputs").object(1).string("name"));
    JsonObject again =
        site.executeObject("processing:rerun", JsonObject.of().with("id", entry.string("id")));
    assertTrue(again.bool("identical"), Json.write(again));

    site.execute("layer:remove", JsonObject.of().with("layerId", mask));
    add(site, "mask", 18);
    again = site.executeObject("processing:rerun", JsonObject.of().with("id", entry.string("id")));
    assertFalse(again.bool("identical"), Json.write(again));
    assertEquals("@" + mask, again.array("runs").object(0).array("changedInputs").string(0));
  }

  @Test
  void systemsAreFoundByTheirCodes(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", 5, 20);
    String there = "x(transform(@geometry, @layer_crs, 'EPSG:25832'))";
    assertEquals(1, select(site, squares, there + " < 1000000"));
    assertEquals(
        2,
        select(
            site,
            squares,
            "round(x(transform(make_point(9, 0), 'EPSG:4326', 'EPSG:25832'))) = 500000"));
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> select(site, squares, there.replace("25832", "1") + " > 0"));
    assertTrue(failure.getMessage().contains("EPSG:1"), failure.getMessage());
  }

  @Test
  void thePreviewLooksAtOtherLayers(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", 0, 10);
    add(site, "mask", 2, 8);
    site.execute("layer:select-by-expression", JsonObject.of().with("layerId", squares));
    Locator dialog = site.page().locator("wa-dialog[open]");
    dialog.locator("textarea").fill("overlay_intersects('mask', \"n\")");
    dialog.locator(".preview-value").getByText("[0]").waitFor();
    dialog.locator("textarea").fill("overlay_intersects('masks')");
    dialog.locator(".expression-problem").getByText("\"masks\" is no layer").waitFor();
  }
}
