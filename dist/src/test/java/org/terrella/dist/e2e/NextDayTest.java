package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Someone makes a map, never saves, closes the browser's window, and comes back the next day. */
@BrowserTest
class NextDayTest {
  @Test
  void sixLayersInTwoGroupsAreThere(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of().with("title", "Six layers"));
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      ids.add(addSquare(site, "Layer " + i, 10 * i));
    }
    group(site, "First", ids.subList(0, 3));
    // A pause, after which the file is written, and a version of it kept.
    site.page().waitForTimeout(4000);
    group(site, "Second", ids.subList(3, 6));
    assertEquals("Undo: Add group Second", undo(site.page()));
    site.execute("document:undo", JsonObject.of());
    site.execute("document:redo", JsonObject.of());
    site.page().waitForTimeout(1000);
    String tree = Json.write(site.execute("layer:tree", JsonObject.of()));

    BrowserContext browser = site.page().context();
    site.page().close();
    Page next = browser.newPage();
    Site.openAt(next, site.address());
    assertEquals(tree, run(next, "layer:tree"));
    List<JsonObject> versions = ((JsonArray) Json.parse(run(next, "document:versions"))).objects();
    assertTrue(versions.size() >= 2, "the list shows how it grew: " + versions);
    next.locator(".menu-button").click();
    next.getByText("Versions…").click();
    next.getByText("6 layers").first().waitFor();
    // The oldest version, in a tab of its own; the map stays as it is.
    Page old = next.waitForPopup(() -> next.getByText("Look").last().click());
    Site.openAt(old, old.url());
    assertTrue(run(old, "layer:list").length() < run(next, "layer:list").length());
    assertEquals(tree, run(next, "layer:tree"));
    old.close();
    next.close();
  }

  private static String undo(Page page) {
    return page.locator("button[title^='Undo']").getAttribute("title");
  }

  private static void group(Site site, String name, List<String> layers) {
    site.execute(
        "layer:add-group",
        JsonObject.of().with("name", name).with("layerIds", JsonArray.ofStrings(layers)));
  }

  private static String addSquare(Site site, String name, int west) {
    String path = "data/" + name + ".geojson";
    String ring =
        "[[" + west + ",0],[" + (west + 8) + ",0],[" + (west + 8) + ",8],[" + west + ",0]]";
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", path)
            .with(
                "text",
                "{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":{\"type\":"
                    + "\"Polygon\",\"coordinates\":["
                    + ring
                    + "]}}"));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  private static String run(Page page, String command) {
    return (String)
        page.evaluate("async (id) => JSON.stringify(await terrella.execute(id, {}))", command);
  }
}
