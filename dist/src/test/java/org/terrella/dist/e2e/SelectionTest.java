package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Features are selected by expression, place and number, are seen, and can be worked on alone. */
@BrowserTest
class SelectionTest {
  /** A hundred points, n from 0 to 99, ten in a row; number 0 at (0, 0), number 99 at (9, 9). */
  private static final String GRID =
      """
      () => JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: 100 }, (_, n) => (
        { type: 'Feature', properties: { n, even: n % 2 === 0 }, geometry: { type: 'Point', coordinates: [n % 10, Math.floor(n / 10)] } })) })""";

  @Test
  void byCommand(Site site) {
    String layer = grid(site);
    assertEquals(50, select(site, layer, "{'expression': '\"n\" < 50'}"));
    assertEquals(25, select(site, layer, "{'expression': 'even', 'mode': 'intersect'}"));
    assertEquals(26, select(site, layer, "{'rows': [99, 0, 99], 'mode': 'add'}"));
    assertEquals(25, select(site, layer, "{'rows': [0], 'mode': 'remove'}"));
    assertEquals(100, select(site, layer, "{}"));
    assertEquals(9, select(site, layer, "{'extent': [-0.5, -0.5, 2.5, 2.5], 'crs': 'EPSG:4326'}"));
    assertEquals("[0,1,2,10,11,12,20,21,22]", rows(site, layer));
    assertEquals(
        3,
        select(
            site,
            layer,
            "{'polygon': [[-0.5, -0.5], [1.7, -0.5], [-0.5, 1.7]], 'crs': 'EPSG:4326'}"));
    assertEquals("[0,1,10]", rows(site, layer));
    assertEquals(97, site.executeObject("layer:invert-selection", id(layer)).integer("selected"));
    look(site);
    assertEquals(1, select(site, layer, "{'coordinate': [5, 5], 'crs': 'EPSG:4326'}"));
    assertEquals("[55]", rows(site, layer));
    assertEquals(0, select(site, layer, "{'coordinate': [5.5, 5.5], 'crs': 'EPSG:4326'}"));
    select(site, layer, "{'rows': [44, 55]}");
    site.execute("layer:zoom-to-selection", id(layer));
    site.page().waitForTimeout(600);
    double[] center = site.executeObject("view:get", JsonObject.of()).array("center").numbers();
    assertEquals(4.5 * 111319.49, center[0], 10);
    CommandFailure wrong =
        assertThrows(CommandFailure.class, () -> select(site, layer, "{'expression': 'm = 1'}"));
    assertTrue(wrong.getMessage().contains("\"m\""), wrong.getMessage());
    assertThrows(CommandFailure.class, () -> select(site, layer, "{'rows': [100]}"));
    assertEquals("[44,55]", rows(site, layer));
  }

  /** Rows count what filters hide, which is not selected; the history has no such runs. */
  @Test
  void byAlgorithm(Site site) {
    String layer = grid(site);
    assertEquals(10, run(site, "qgis:selectbyexpression", layer, "'EXPRESSION': 'n < 10'"));
    String square =
        "{'type': 'Polygon', 'coordinates': [[[-1, -1], [2.5, -1], [2.5, 2.5], [-1, 2.5], [-1, -1]]]}";
    String place = "'PREDICATE': [0], 'INTERSECT': " + square;
    assertEquals(16, run(site, "native:selectbylocation", layer, place + ", 'METHOD': 1"));
    assertEquals(9, run(site, "native:selectbylocation", layer, place + ", 'METHOD': 2"));
    assertEquals("[0,1,2,10,11,12,20,21,22]", rows(site, layer));
    site.execute(
        "layer:set",
        Json.parseObject(
            "{\"layerId\":\"%s\",\"filters\":{\"logicalOp\":\"all\",\"appliedFilters\":[{\"feature\":\"n\",\"operator\":\">\",\"value\":10}]}}"
                .formatted(layer)));
    assertEquals(5, run(site, "native:selectbylocation", layer, place));
    assertEquals("[11,12,20,21,22]", rows(site, layer));
    assertEquals(0, ((JsonArray) site.execute("processing:history", JsonObject.of())).size());
    CommandFailure none =
        assertThrows(
            CommandFailure.class,
            () -> run(site, "qgis:randomselection", "data/none.geojson", "'NUMBER': 1"));
    assertTrue(none.getMessage().contains("layer of the map"), none.getMessage());
  }

  private static int run(Site site, String algorithm, String layer, String parameters) {
    String json = "{'INPUT': '" + layer + "', " + parameters + "}";
    return site.executeObject(
            "processing:run",
            JsonObject.of()
                .with("algorithm", algorithm)
                .with("parameters", Json.parseObject(json.replace('\'', '"'))))
        .integer("selected");
  }

  @Test
  void aFilterAndASelectionThatItHides(Site site) {
    String layer = grid(site);
    select(site, layer, "{'expression': 'n < 10'}");
    site.execute(
        "layer:set",
        Json.parseObject(
            "{\"layerId\":\"%s\",\"filters\":{\"logicalOp\":\"all\",\"appliedFilters\":[{\"feature\":\"n\",\"operator\":\">\",\"value\":4}]}}"
                .formatted(layer)));
    assertEquals("[]", rows(site, layer));
    assertEquals(5, select(site, layer, "{'expression': 'n < 10'}"));
    site.execute("layer:remove", id(layer));
    site.execute("document:undo", JsonObject.of());
    assertEquals("[]", rows(site, layer));
  }

  @Test
  void onlyWhatIsSelectedIsExported(Site site) {
    String layer = grid(site);
    JsonObject args =
        id(layer)
            .with("path", "exports/few.geojson")
            .with("options", JsonObject.of().with("selected", true));
    assertThrows(CommandFailure.class, () -> site.execute("layer:export", args));
    select(site, layer, "{'rows': [3, 97]}");
    assertEquals(2, site.executeObject("layer:export", args).integer("featureCount"));
    String text =
        site.executeObject("files:read", JsonObject.of().with("path", "exports/few.geojson"))
            .string("text");
    List<JsonObject> features = Json.parseObject(text).array("features").objects();
    assertEquals(3, features.get(0).object("properties").integer("n"));
    assertEquals(97, features.get(1).object("properties").integer("n"));
  }

  @Test
  void byMouseAndKeys(Site site) {
    String layer = grid(site);
    look(site);

    Locator map = site.page().locator(".map");
    map.click(at(site, 3, 4, KeyboardModifier.CONTROL));
    awaitRows(site, layer, "[43]");
    map.click(at(site, 5, 4, KeyboardModifier.CONTROL));
    awaitRows(site, layer, "[43,45]");
    map.click(at(site, 3, 4, KeyboardModifier.CONTROL));
    awaitRows(site, layer, "[45]");
    site.page().keyboard().press("s");
    site.page().locator(".map-tool[aria-pressed=true]").waitFor();
    drag(site, -0.5, -0.5, 1.5, 1.5);
    awaitRows(site, layer, "[0,1,10,11]");
    site.page().keyboard().down("Shift");
    drag(site, 7.5, 7.5, 9.5, 9.5);
    site.page().keyboard().up("Shift");
    awaitRows(site, layer, "[0,1,10,11,88,89,98,99]");
    site.page().locator(".tree-row").getByText("8 selected").waitFor();
    assertEquals(color(site, 0, 0), color(site, 9, 9));
    assertTrue(!color(site, 0, 0).equals(color(site, 5, 5)), "selected ones look otherwise");
    site.screenshots("selection");
    site.page().locator(".map").focus();
    site.page().keyboard().press("s");
    site.page().locator(".map-tool[aria-pressed=false]").waitFor();
    site.page().keyboard().press("Control+Shift+A");
    awaitRows(site, layer, "[]");
    map.click(at(site, 3, 4));
    site.page().locator(".identify").waitFor();
    assertEquals("[]", rows(site, layer));
  }

  /** What a click would find is outlined under the pointer; pictures of the map are without it. */
  @Test
  void theFeatureUnderThePointerIsOutlined(Site site) {
    grid(site);
    look(site);
    var box = site.page().locator(".map").boundingBox();
    String plain = color(site, 3, 4);
    double[] place = pixel(site, 3, 4);
    site.page().mouse().move(box.x + place[0] + 20, box.y + place[1]);
    site.page().mouse().move(box.x + place[0], box.y + place[1]);
    site.page().locator(".ol-viewport.over-feature").waitFor();
    assertEquals(plain, color(site, 3, 4));
    site.page().mouse().move(box.x + place[0] + 30, box.y + place[1] + 30);
    site.page().waitForCondition(() -> site.page().locator(".over-feature").count() == 0);
  }

  @Test
  void byDialog(Site site) {
    String layer = grid(site);
    site.execute("layer:select-by-expression", id(layer));
    Locator dialog = site.page().locator("wa-dialog");
    dialog.getByLabel("Expression").fill("\"n\" >= ");
    dialog.getByText("Select", new Locator.GetByTextOptions().setExact(true)).click();
    dialog.locator(".form-problem").waitFor();
    site.screenshots("selection-dialog");
    dialog.getByLabel("Expression").fill("\"n\" >= 90 and even");
    dialog.getByText("Select", new Locator.GetByTextOptions().setExact(true)).click();
    dialog.getByText("5 features are selected.").waitFor();
    assertEquals("[90,92,94,96,98]", rows(site, layer));
  }

  /** A million points: selecting them all takes seconds, and the page goes on. */
  @Test
  void aMillionAtOnce(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    site.page()
        .evaluate(
            """
            async () => {
              const lines = ['n,lon,lat'];
              for (let n = 0; n < 1e6; n++) lines.push(`${n},${(n % 1000) / 10},${Math.floor(n / 1000) / 20}`);
              await terrella.execute('files:write', { path: 'data/million.csv', text: lines.join('\\n') });
              window.million = (await terrella.execute('layer:add-file', { path: 'data/million.csv' })).layerIds[0];
            }""");
    String layer = (String) site.page().evaluate("() => window.million");
    site.page().waitForTimeout(1500);
    site.forgetTasks();
    long start = System.nanoTime();
    assertEquals(
        250_000, select(site, layer, "{'extent': [-1, -1, 49.95, 24.98], 'crs': 'EPSG:4326'}"));
    System.out.printf(
        "selecting 250,000 of a million points: %.2f s, longest task %.0f ms%n",
        (System.nanoTime() - start) / 1e9, site.longestTask());
    assertEquals(1_000_000, select(site, layer, "{}"));
  }

  private static String grid(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String text = (String) site.page().evaluate(GRID);
    site.execute(
        "files:write", JsonObject.of().with("path", "data/grid.geojson").with("text", text));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", "data/grid.geojson"))
        .array("layerIds")
        .string(0);
  }

  private static void look(Site site) {
    JsonArray extent = JsonArray.ofNumbers(-1, -1, 10, 10);
    site.execute("view:set", JsonObject.of().with("extent", extent).with("crs", "EPSG:4326"));
    site.page().waitForTimeout(500);
  }

  private static JsonObject id(String layer) {
    return JsonObject.of().with("layerId", layer);
  }

  private static int select(Site site, String layer, String args) {
    JsonObject given = Json.parseObject(args.replace("'", "\"").replace("\"\"n\"", "\"\\\"n\\\""));
    return site.executeObject("layer:select", given.with("layerId", layer)).integer("selected");
  }

  private static String rows(Site site, String layer) {
    return Json.write(site.executeObject("layer:selection", id(layer)).array("rows"));
  }

  private static void awaitRows(Site site, String layer, String expected) {
    for (int i = 0; i < 50 && !rows(site, layer).equals(expected); i++) {
      site.page().waitForTimeout(100);
    }
    assertEquals(expected, rows(site, layer));
  }

  /** Where a place in degrees is seen, in pixels of the map. */
  private static double[] pixel(Site site, double lon, double lat) {
    JsonObject view = site.executeObject("view:get", JsonObject.of());
    double[] extent = view.array("extent").numbers();
    double x = lon * 111319.49079327358;
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) * 6378137;
    double resolution = view.number("resolution");
    return new double[] {(x - extent[0]) / resolution, (extent[3] - y) / resolution};
  }

  private static Locator.ClickOptions at(
      Site site, double lon, double lat, KeyboardModifier... keys) {
    double[] pixel = pixel(site, lon, lat);
    return new Locator.ClickOptions()
        .setPosition(new Position(pixel[0], pixel[1]))
        .setModifiers(List.of(keys));
  }

  private static void drag(Site site, double west, double south, double east, double north) {
    Page page = site.page();
    var box = page.locator(".map").boundingBox();
    double[] from = pixel(site, west, south);
    double[] to = pixel(site, east, north);
    page.mouse().move(box.x + from[0], box.y + from[1]);
    page.mouse().down();
    page.mouse().move(box.x + (from[0] + to[0]) / 2, box.y + (from[1] + to[1]) / 2);
    page.mouse().move(box.x + to[0], box.y + to[1]);
    page.mouse().up();
  }

  /** The colour at a place, as the map is drawn. */
  private static String color(Site site, double lon, double lat) {
    double[] pixel = pixel(site, lon, lat);
    String base64 = site.executeObject("view:image", JsonObject.of()).string("base64");
    return (String)
        site.page()
            .evaluate(
                """
                async ([base64, x, y]) => {
                  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + base64)).blob());
                  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
                  canvas.drawImage(image, 0, 0);
                  return canvas.getImageData(Math.round(x), Math.round(y), 1, 1).data.join();
                }""",
                List.of(base64, pixel[0], pixel[1]));
  }
}
