package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Maps in other systems than Web Mercator. */
@BrowserTest
class MapCrsTest {
  private static final String LAEA =
      "+proj=laea +lat_0=90 +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs";

  private static JsonObject crs(String code) {
    return JsonObject.of().with("crs", code);
  }

  private static void openSquare(Site site, double x, double y) {
    LayerTreePage layers = new LayerTreePage(site);
    layers.addSquares("Square", new double[] {x, y});
    layers.awaitTree("Square");
  }

  /** Whether something is drawn in the middle of the map, and nothing at its corner. */
  private static void assertDrawnInTheMiddle(Site site) {
    Object drawn =
        site.page()
            .evaluate(
                """
                async () => {
                  const { base64 } = await terrella.execute('view:image', {});
                  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
                  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
                  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
                  canvas.drawImage(picture, 0, 0);
                  const at = (x, y) => canvas.getImageData(x, y, 1, 1).data.join();
                  return [at(picture.width >> 1, picture.height >> 1), at(5, picture.height - 5)];
                }""");
    String[] colors = drawn.toString().replaceAll("[\\[\\] ]", "").split(",");
    assertTrue(
        !String.join(",", colors[0], colors[1], colors[2])
            .equals(String.join(",", colors[4], colors[5], colors[6])),
        drawn.toString());
  }

  @Test
  void aNationalSystemShowsTheSamePlace(Site site) {
    openSquare(site, 10, 52);
    site.execute("view:set", JsonObject.of().with("zoom", 4L));
    site.execute("view:set", crs("EPSG:4326").with("center", JsonArray.ofNumbers(10, 52)));
    JsonObject answer = site.executeObject("document:set-crs", crs("EPSG:3035"));
    assertEquals("ETRS89-extended / LAEA Europe", answer.string("name"));
    JsonObject view = site.executeObject("view:get", JsonObject.of());
    assertEquals("EPSG:3035", view.string("crs"));
    // The false origin of EPSG:3035 lies at 52° N, 10° E.
    assertArrayEquals(
        new double[] {4321000, 3210000}, view.array("center").numbers(), 1, view.toString());
    assertDrawnInTheMiddle(site);
    JsonArray found =
        (JsonArray)
            site.execute(
                "view:identify",
                JsonObject.of().with("coordinate", JsonArray.ofNumbers(4321000, 3210000)));
    assertEquals(1, found.size(), Json.write(found));

    site.execute("document:undo", JsonObject.of());
    site.page()
        .waitForFunction("() => document.querySelector('.status-crs').textContent === 'EPSG:3857'");
    site.page()
        .waitForFunction(
            "async () => Math.abs((await terrella.execute('view:get', {})).center[0] - 1113194.9) < 5");
    site.execute("document:redo", JsonObject.of());
    site.execute("document:save", JsonObject.of());
    site.reload();
    view = site.executeObject("view:get", JsonObject.of());
    assertEquals("EPSG:3035", view.string("crs"));
    assertArrayEquals(new double[] {4321000, 3210000}, view.array("center").numbers(), 200);
    assertDrawnInTheMiddle(site);
  }

  @Test
  void aPoleIsInTheMiddleOfItsSystem(Site site) {
    site.open();
    site.execute("document:set-crs", crs("EPSG:3995"));
    site.execute(
        "view:set", JsonObject.of().with("center", JsonArray.ofNumbers(-1260000, -1500000)));
    site.execute("view:set", JsonObject.of().with("resolution", 6000));
    assertDrawnInTheMiddle(site);
    site.page().waitForTimeout(500);
    site.screenshots("map-arctic");
  }

  @Test
  void aDefinitionOfItsOwnIsKeptWithTheMap(Site site) {
    openSquare(site, 0, 80);
    JsonObject answer = site.executeObject("document:set-crs", crs(LAEA));
    assertTrue(answer.string("crs").startsWith("CUSTOM:"), Json.write(answer));
    site.execute("document:save", JsonObject.of());
    site.reload();
    site.execute("view:set", JsonObject.of().with("center", JsonArray.ofNumbers(0, -1116000)));
    assertEquals(
        answer.string("crs"), site.executeObject("view:get", JsonObject.of()).string("crs"));
    assertDrawnInTheMiddle(site);
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("document:set-crs", crs("+proj=nosuch +ellps=WGS84")));
    assertEquals("invalid-argument", failure.code());
    failure =
        assertThrows(
            CommandFailure.class, () -> site.execute("document:set-crs", crs("EPSG:99999")));
    assertTrue(failure.getMessage().contains("99999"), failure.getMessage());
  }

  @Test
  void theStatusBarAsks(Site site) {
    openSquare(site, 10, 52);
    Page page = site.page();
    page.locator(".status-crs").click();
    page.getByLabel("Code, name, PROJ string or WKT").fill("2154");
    page.getByText("RGF93 v1 / Lambert-93").first().click();
    page.waitForFunction("() => document.querySelector('.status-crs').textContent === 'EPSG:2154'");
    assertEquals("EPSG:2154", site.executeObject("view:get", JsonObject.of()).string("crs"));
    page.locator(".status-crs").click();
    page.getByLabel("Code, name, PROJ string or WKT").fill("Amersfoort");
    page.getByText("EPSG:28992").first().waitFor();
    site.screenshots("crs-dialog");
  }
}
