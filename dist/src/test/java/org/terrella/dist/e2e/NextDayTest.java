package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void theSameByMouseAndKeys(Site site, @TempDir Path folder) throws IOException {
    LayerTreePage layers = new LayerTreePage(site);
    Page page = site.page();
    page.locator(".menu-button").click();
    page.getByText("New map").click();
    page.getByText("This map has no layers yet.").waitFor();
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      Path file = folder.resolve("Layer " + i + ".geojson");
      files.add(Files.writeString(file, square(10 * i)));
    }
    page.getByText("Add data", new Page.GetByTextOptions().setExact(true)).first().click();
    FileChooser chooser = page.waitForFileChooser(() -> page.getByText("Choose files").click());
    chooser.setFiles(files.toArray(Path[]::new));
    page.waitForFunction("() => document.querySelectorAll('.layer-tree .tree-item').length === 6");
    // The first group by its button, the second by the keys on a layer.
    page.getByLabel("New group").click();
    answer(page, "First");
    layers.awaitTree("First() Layer 6 Layer 5 Layer 4 Layer 3 Layer 2 Layer 1");
    for (String layer : List.of("Layer 1", "Layer 2", "Layer 3")) {
      dragInto(page, layer, "First");
    }
    layers.awaitTree("First(Layer 3 Layer 2 Layer 1) Layer 6 Layer 5 Layer 4");
    page.getByRole(AriaRole.TREEITEM, byName("Layer 6, 1 feature")).focus();
    page.keyboard().press("Control+g");
    answer(page, "Second");
    layers.awaitTree("First(Layer 3 Layer 2 Layer 1) Second(Layer 6) Layer 5 Layer 4");
    intoGroupAbove(page, "Layer 5");
    layers.awaitTree("First(Layer 3 Layer 2 Layer 1) Second(Layer 6 Layer 5) Layer 4");
    intoGroupAbove(page, "Layer 4");
    String tree = "First(Layer 3 Layer 2 Layer 1) Second(Layer 6 Layer 5 Layer 4)";
    layers.awaitTree(tree);
    page.locator("button[title^='Undo: Move']").click();
    layers.awaitTree("First(Layer 3 Layer 2 Layer 1) Second(Layer 6 Layer 5) Layer 4");
    page.keyboard().press("Control+Shift+z");
    layers.awaitTree(tree);
    site.screenshots("six-layers");
    String before = Json.write(site.execute("layer:tree", JsonObject.of()));
    page.waitForTimeout(4000);

    BrowserContext browser = page.context();
    page.close();
    Page next = browser.newPage();
    Site.openAt(next, site.address());
    assertEquals(before, run(next, "layer:tree"));
    next.locator(".menu-button").click();
    next.getByText("Versions…").click();
    next.getByText("6 layers").first().waitFor();
    next.close();
  }

  private static void answer(Page page, String name) {
    page.waitForFunction("() => document.activeElement?.localName === 'wa-input'");
    page.keyboard().type(name);
    page.keyboard().press("Enter");
    page.waitForFunction("() => !document.querySelector('wa-dialog')");
  }

  private static void intoGroupAbove(Page page, String layer) {
    page.getByRole(AriaRole.TREEITEM, byName(layer + ", 1 feature")).focus();
    page.keyboard().press("Alt+ArrowRight");
  }

  private static Page.GetByRoleOptions byName(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void dragInto(Page page, String layer, String group) {
    Locator row = page.locator(".tree-row").filter(new Locator.FilterOptions().setHasText(layer));
    Locator onto = page.locator(".tree-row").filter(new Locator.FilterOptions().setHasText(group));
    BoundingBox box = onto.first().boundingBox();
    row.first()
        .dragTo(
            onto.first(),
            new Locator.DragToOptions().setTargetPosition(box.width / 2, box.height / 2));
  }

  private static String square(int west) {
    String ring =
        "[[" + west + ",0],[" + (west + 8) + ",0],[" + (west + 8) + ",8],[" + west + ",0]]";
    return "{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":{\"type\":"
        + "\"Polygon\",\"coordinates\":["
        + ring
        + "]}}";
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
    site.execute("files:write", JsonObject.of().with("path", path).with("text", square(west)));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  private static String run(Page page, String command) {
    return (String)
        page.evaluate("async (id) => JSON.stringify(await terrella.execute(id, {}))", command);
  }
}
