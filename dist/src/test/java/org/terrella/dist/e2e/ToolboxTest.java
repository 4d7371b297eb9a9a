package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

/** Algorithms with several layers and several results, on the page. */
@BrowserTest
class ToolboxTest {
  private static JsonObject run(Site site, String algorithm, String parameters) {
    return site.executeObject(
        "processing:run",
        JsonObject.of()
            .with("algorithm", algorithm)
            .with("parameters", Json.parseObject(parameters.replace('\'', '"'))));
  }

  private static int count(Site site, String layer) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", layer))
        .integer("featureCount");
  }

  private static String add(Site site, String name, String... geometries) {
    StringBuilder text = new StringBuilder("{'type': 'FeatureCollection', 'features': [");
    for (int i = 0; i < geometries.length; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{'type': 'Feature', 'properties': {'n': ")
          .append(i)
          .append("}, 'geometry': ")
          .append(geometries[i])
          .append('}');
    }
    String json = text.append("]}").toString().replace('\'', '"');
    String path = "data/" + name + ".geojson";
    site.execute("files:write", JsonObject.of().with("path", path).with("text", json));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  private static String square(int x, int y, int side) {
    int r = x + side;
    int t = y + side;
    return "{'type': 'Polygon', 'coordinates': [[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}"
        .formatted(x, y, r, y, r, t, x, t, x, y);
  }

  @Test
  void severalLayersAndSeveralResults(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", square(0, 0, 4), square(10, 0, 4), square(20, 0, 4));
    String mask = add(site, "mask", square(2, 2, 10));
    String both = "{'INPUT': '" + squares + "', 'OVERLAY': '" + mask + "'}";
    assertEquals(2, count(site, run(site, "native:clip", both).string("OUTPUT")));

    JsonObject select = JsonObject.of().with("layerId", squares).with("expression", "n > 0");
    assertEquals(2, site.executeObject("layer:select", select).integer("selected"));
    String selected =
        "{'INPUT': {'source': '"
            + squares
            + "', 'selectedFeaturesOnly': true}, 'OVERLAY': '"
            + mask
            + "'}";
    assertEquals(1, count(site, run(site, "native:clip", selected).string("OUTPUT")));

    String bowTie = "{'type':'Polygon','coordinates':[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}";
    String checked = add(site, "checked", square(0, 0, 2), bowTie);
    JsonObject result = run(site, "qgis:checkvalidity", "{'INPUT_LAYER': '" + checked + "'}");
    assertEquals(1, result.integer("ERROR_COUNT"));
    assertEquals(1, count(site, result.string("VALID_OUTPUT")));
    assertEquals(1, count(site, result.string("ERROR_OUTPUT")));

    String numbers = "{'INPUT_LAYER': '" + squares + "', 'FIELD_NAME': 'n'}";
    assertEquals(3, run(site, "qgis:basicstatisticsforfields", numbers).number("SUM"));

    String fails = "{'INPUT': '" + squares + "'}";
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> run(site, "native:clip", fails));
    assertTrue(failure.getMessage().contains("OVERLAY"), failure.getMessage());

    JsonArray history = (JsonArray) site.execute("processing:history", JsonObject.of());
    JsonObject clip = history.object(1);
    assertEquals(2, clip.array("inputs").size());
    JsonObject again =
        site.executeObject("processing:rerun", JsonObject.of().with("id", clip.string("id")));
    assertTrue(again.bool("identical"));
  }

  /** The page says the engine what the systems are; inputs of two systems meet. */
  @Test
  void layersAreProjected(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", square(9, 50, 1), square(12, 50, 1));
    String there =
        run(
                site,
                "native:reprojectlayer",
                "{'INPUT': '" + squares + "', 'TARGET_CRS': 'EPSG:25832'}")
            .string("OUTPUT");
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", there));
    JsonArray extent = info.array("extent");
    assertEquals(500_000, extent.number(0), 1e-6);
    assertTrue(Json.write(info).contains("EPSG:25832"), Json.write(info));
    JsonObject back =
        run(
            site,
            "native:intersection",
            "{'INPUT': '" + squares + "', 'OVERLAY': '" + there + "'}");
    assertEquals(2, count(site, back.string("OUTPUT")));
    String place = "{'INPUT': '" + there + "', 'EXTENT': '8.5,9.5,50.2,50.8 [EPSG:4326]'}";
    assertEquals(1, count(site, run(site, "native:extractbyextent", place).string("OUTPUT")));
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () ->
                run(
                    site,
                    "native:reprojectlayer",
                    "{'INPUT': '" + squares + "', 'TARGET_CRS': 'EPSG:999999'}"));
    assertTrue(failure.getMessage().contains("EPSG:999999"), failure.getMessage());
  }

  /** Places become layers in their own system, or in the map's; other names stand for ids. */
  @Test
  void layersOfPlacesAndOtherNames(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", square(0, 0, 4), square(10, 0, 4));
    String extent =
        run(site, "native:extenttolayer", "{'INPUT': '" + squares + "'}").string("OUTPUT");
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", extent));
    assertEquals(14, info.array("extent").numbers()[2]);
    assertEquals("EPSG:4326", info.string("crs"));
    String grid =
        "{'TYPE': 2, 'EXTENT': '0,4,0,2', 'HSPACING': 1, 'VSPACING': 1, 'CRS': 'EPSG:4326'}";
    assertEquals(8, count(site, run(site, "native:creategrid", grid).string("OUTPUT")));
    String point = run(site, "native:pointtolayer", "{'INPUT': '1,2'}").string("OUTPUT");
    assertEquals(
        "EPSG:3857",
        site.executeObject("layer:info", JsonObject.of().with("layerId", point)).string("crs"));
    String input = "{'INPUT': '" + squares + "'}";
    assertEquals(1, count(site, run(site, "jupytergis:dissolve", input).string("OUTPUT")));
    assertEquals(1, count(site, run(site, "gdal:dissolve", input).string("OUTPUT")));
  }

  @Test
  void theFormShowsWhatAnAlgorithmTakes(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", square(0, 0, 4), square(10, 0, 4), square(20, 0, 4));
    site.execute(
        "layer:select", JsonObject.of().with("layerId", squares).with("expression", "n > 0"));
    site.execute("page:show-panel", JsonObject.of().with("panel", "toolbox"));
    Locator panel = site.page().locator("#panel-toolbox");
    panel
        .locator("button.choice", new Locator.LocatorOptions().setHasText("native:boundingboxes"))
        .click();
    assertTrue(panel.locator("wa-checkbox").first().isVisible());
    panel.locator("wa-button.run-button").click();
    site.page().locator("#panel-layers").getByText("Bounds").first().waitFor();
    JsonObject made = ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0);
    assertEquals("Bounds", made.string("name"));
    assertEquals(2, count(site, made.string("layerId")));
  }

  /** What follows is run with the new results of what came before, and compared. */
  @Test
  void stepsAreRunAgainWithAllThatFollow(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", square(0, 0, 4), square(10, 0, 4));
    String hulls = run(site, "native:convexhull", "{'INPUT': '" + squares + "'}").string("OUTPUT");
    run(site, "native:centroids", "{'INPUT': '" + hulls + "'}");
    run(site, "native:boundary", "{'INPUT': '" + squares + "'}");
    JsonArray history = (JsonArray) site.execute("processing:history", JsonObject.of());
    JsonObject first =
        JsonObject.of().with("id", history.object(0).string("id")).with("following", true);
    JsonObject again = site.executeObject("processing:rerun", first);
    assertTrue(again.bool("identical"));
    assertEquals(2, again.array("runs").size());
    assertEquals("native:centroids", again.array("runs").object(1).string("algorithm"));

    String python =
        ((JsonString)
                site.execute(
                    "processing:script", first.without("following").with("language", "python")))
            .value();
    assertTrue(python.startsWith("processing.run(\"native:convexhull\", {"), python);
    assertTrue(python.contains("\"INPUT\": \"data/squares.geojson\""), python);
    String shell =
        ((JsonString)
                site.execute(
                    "processing:script",
                    first.without("following").with("language", "qgis_process")))
            .value();
    assertTrue(shell.startsWith("qgis_process run native:convexhull"), shell);
    assertTrue(shell.contains("--INPUT='data/squares.geojson'"), shell);

    site.execute("page:show-panel", JsonObject.of().with("panel", "history"));
    Locator panel = site.page().locator("#panel-history");
    panel.locator("li.job").nth(2).waitFor();
    assertEquals(3, panel.locator("li.job").count());
    panel.getByText("Run again").first().click();
    panel.getByText("identical").first().waitFor();
    panel.getByText("Graph").click();
    panel.locator(".graph-step").nth(2).waitFor();
    assertEquals(3, panel.locator(".graph-step").count());
    assertEquals(4, panel.locator(".graph-node:not(.graph-step)").count());
  }

  /** What is selected when it runs goes into the history, so that running again does the same. */
  @Test
  void selectedPolygonsAreEliminated(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = add(site, "squares", square(0, 0, 4), square(4, 0, 2), square(20, 0, 4));
    site.execute(
        "layer:select", JsonObject.of().with("layerId", squares).with("expression", "n > 0"));
    String parameters = "{'INPUT': '" + squares + "', 'MODE': 2}";
    String made = run(site, "qgis:eliminateselectedpolygons", parameters).string("OUTPUT");
    assertEquals(2, count(site, made));
    JsonArray history = (JsonArray) site.execute("processing:history", JsonObject.of());
    assertEquals(
        Json.parse("{\"source\": \"" + squares + "\", \"selected\": [1, 2]}"),
        history.object(0).object("parameters").get("INPUT"));
    site.execute("layer:clear-selection", JsonObject.of());
    JsonObject again = JsonObject.of().with("id", history.object(0).string("id"));
    assertTrue(site.executeObject("processing:rerun", again).bool("identical"));
    assertEquals(
        3, count(site, run(site, "qgis:eliminateselectedpolygons", parameters).string("OUTPUT")));
  }

  private static JsonObject first(Site site, String layer) {
    return site.executeObject("layer:features", JsonObject.of().with("layerId", layer))
        .array("features")
        .object(0)
        .object("properties");
  }

  /** The map is in Web Mercator, where a degree of the equator has 111,319.49 m. */
  @Test
  void fieldsInTheSystemOfTheMap(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String line = add(site, "line", "{'type': 'LineString', 'coordinates': [[0, 0], [1, 0]]}");
    for (int method = 0; method < 3; method++) {
      String parameters = "{'INPUT': '" + line + "', 'CALC_METHOD': " + method + "}";
      String made = run(site, "qgis:exportaddgeometrycolumns", parameters).string("OUTPUT");
      assertEquals(method == 0 ? 1 : 111_319.49, first(site, made).number("length"), 0.01);
    }
    String point = add(site, "point", "{'type': 'Point', 'coordinates': [3, 0]}");
    String parameters = "{'INPUT': '" + point + "', 'CRS': 'EPSG:32631'}";
    String made = run(site, "native:addxyfields", parameters).string("OUTPUT");
    assertEquals(500_000, first(site, made).number("x"), 1e-3);
  }
}
