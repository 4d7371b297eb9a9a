package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.terrella.dist.e2e.ToolboxPage.add;
import static org.terrella.dist.e2e.ToolboxPage.awaitHistory;
import static org.terrella.dist.e2e.ToolboxPage.awaitRun;
import static org.terrella.dist.e2e.ToolboxPage.history;
import static org.terrella.dist.e2e.ToolboxPage.layers;
import static org.terrella.dist.e2e.ToolboxPage.openTool;
import static org.terrella.dist.e2e.ToolboxPage.toolbox;
import static org.terrella.dist.e2e.ToolboxPage.write;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/** Where results go, of one run and of a batch. */
@BrowserTest
class ToolboxResultsTest {
  @Test
  void aBatchRunsForSeveralLayers(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "one");
    add(site, "two");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:buffer");
    panel.getByText("Run as batch…").click();
    Locator dialog = site.page().locator("wa-dialog");
    dialog.getByText("Add layers…").click();
    site.page().keyboard().press("Enter");
    assertEquals(2, dialog.locator(".batch-row").count());
    Locator distances = dialog.locator(".batch-row td:nth-child(2) wa-input");
    write(site, distances.nth(0), "0");
    write(site, distances.nth(1), "x");
    dialog.getByText("Run all").click();
    dialog.getByText("Distance must be a number.").waitFor();
    assertEquals(0, history(site).size());
    write(site, distances.nth(0), "5");
    dialog.getByLabel("Fill down Distance").click();
    dialog.getByText("Run all").click();
    dialog.getByText("All 2 runs are done.").waitFor();
    assertEquals(List.of("Done", "Done"), dialog.locator(".batch-state").allTextContents());
    site.screenshots("batch");
    List<String> names = layers(site);
    assertTrue(names.containsAll(List.of("Buffered one", "Buffered two")), names.toString());
    List<JsonObject> runs = history(site);
    assertEquals(2, runs.size());
    for (JsonObject run : runs) {
      assertEquals(
          Json.parse("{\"value\": 5, \"unit\": \"meters\"}"),
          run.object("parameters").get("DISTANCE"));
    }
    assertFalse(
        runs.get(0)
            .object("parameters")
            .string("INPUT")
            .equals(runs.get(1).object("parameters").string("INPUT")));
  }

  /** All settings can differ; rows that write the same file are refused. */
  @Test
  void aBatchHasColumnsForAllSettings(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "one");
    add(site, "two");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:buffer");
    panel.getByText("Run as batch…").click();
    Locator dialog = site.page().locator("wa-dialog");
    dialog.getByText("Add layers…").click();
    site.page().keyboard().press("Enter");
    dialog.getByText("More settings", exact()).click();
    Locator segments = dialog.locator(".batch-row td:nth-child(3) wa-input");
    write(site, segments.nth(1), "1");
    Locator results = dialog.locator(".form-sink");
    results.first().locator("wa-select").click();
    results.first().getByText("File: GeoJSON (RFC 7946)").click();
    Locator files = dialog.locator(".form-sink wa-input");
    dialog.getByLabel("Fill down Buffered").click();
    String first = files.nth(0).evaluate("input => input.value").toString();
    write(site, files.nth(1), first);
    dialog.getByText("Run all").click();
    dialog.getByText("Another row writes " + first + ", too.").waitFor();
    dialog.getByLabel("Fill down Buffered").click();
    dialog.getByText("Run all").click();
    dialog.getByText("All 2 runs are done.").waitFor();
    List<JsonObject> runs = history(site);
    assertEquals(5, runs.get(0).object("parameters").integer("SEGMENTS"));
    assertEquals(1, runs.get(1).object("parameters").integer("SEGMENTS"));
    List<String> names = layers(site);
    assertTrue(names.containsAll(List.of("Buffered one", "Buffered two")), names.toString());
  }

  @Test
  void aResultGoesWhereItIsWanted(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "squares");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:boundingboxes");
    Locator name = panel.locator(".form-sink wa-input");
    write(site, name, " ");
    awaitRun(site, panel, false);
    write(site, name, "Boxes: all");
    awaitRun(site, panel, true);
    panel.locator("wa-button.run-button").click();
    JsonObject run = awaitHistory(site, 1).get(0);
    assertEquals("memory:Boxes: all", run.object("parameters").string("OUTPUT"));
    assertEquals("Boxes: all", layers(site).get(0));

    panel.locator(".form-sink wa-select").click();
    panel.getByText("File: FlatGeobuf").click();
    write(site, name, "results/boxes.tif");
    awaitRun(site, panel, false);
    assertTrue(panel.locator(".run-reason").textContent().contains("no format"));
    write(site, name, "results/.gpkg");
    awaitRun(site, panel, false);
    write(site, name, "results/boxes.gpkg");
    awaitRun(site, panel, true);
    assertEquals("gpkg", panel.locator(".form-sink wa-select").evaluate("select => select.value"));
    panel.locator("wa-button.run-button").click();
    awaitHistory(site, 2);
    site.page().waitForCondition(() -> layers(site).get(0).equals("boxes"));
    panel.getByText("Open it when done").click();
    write(site, name, "results/more.fgb");
    panel.locator("wa-button.run-button").click();
    run = awaitHistory(site, 3).get(2);
    assertEquals("results/more.fgb", run.object("parameters").string("OUTPUT"));
    assertEquals(3, layers(site).size());
    panel.getByText("All tools").click();
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
