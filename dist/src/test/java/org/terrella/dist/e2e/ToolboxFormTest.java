package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.terrella.dist.e2e.ToolboxPage.add;
import static org.terrella.dist.e2e.ToolboxPage.awaitHistory;
import static org.terrella.dist.e2e.ToolboxPage.awaitRun;
import static org.terrella.dist.e2e.ToolboxPage.canRun;
import static org.terrella.dist.e2e.ToolboxPage.history;
import static org.terrella.dist.e2e.ToolboxPage.named;
import static org.terrella.dist.e2e.ToolboxPage.openTool;
import static org.terrella.dist.e2e.ToolboxPage.search;
import static org.terrella.dist.e2e.ToolboxPage.toolbox;
import static org.terrella.dist.e2e.ToolboxPage.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Tools are found, explained, filled in and run, by mouse and by keys. */
@BrowserTest
class ToolboxFormTest {
  @Test
  void toolsAreFoundByOtherWordsAndOpenedByKeys(Site site) {
    site.open();
    Locator panel = toolbox(site);
    for (String[] pair :
        List.of(
            new String[] {"shrink", "Buffer"},
            new String[] {"cookie", "Clip"},
            new String[] {"centre", "Centroids"},
            new String[] {"nearest attributes", "Join attributes by nearest"},
            new String[] {"thin", "Simplify"},
            new String[] {"geometries fix", "Fix geometries"})) {
      search(site, panel, pair[0]);
      assertEquals(pair[1], panel.locator("button.choice strong").first().textContent(), pair[0]);
    }
    search(site, panel, "no such tool");
    panel.getByText("No tool is called that.").waitFor();
    search(site, panel, "buffer");
    site.page().keyboard().press("ArrowDown");
    site.page().keyboard().press("ArrowDown");
    String second = panel.locator("button.choice strong").nth(1).textContent();
    site.page().keyboard().press("Enter");
    assertEquals(second, panel.locator("h3.form-title").textContent());
    // The focus is on the way back, from where it comes to the tool again.
    site.page().keyboard().press("Enter");
    assertEquals(
        second, site.page().evaluate("() => document.activeElement.firstChild.textContent"));
    site.page().keyboard().press("Home");
    site.page().keyboard().press("ArrowUp");
    assertEquals("WA-INPUT", site.page().evaluate("() => document.activeElement.tagName"));
  }

  @Test
  void favouritesRecentToolsAndFoldedGroupsAreRemembered(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "squares");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:boundingboxes");
    panel.getByLabel("Favourite").click();
    panel.locator("wa-button.run-button").click();
    awaitHistory(site, 1);
    panel.getByText("All tools").click();
    search(site, panel, " ");
    panel.locator("summary", new Locator.LocatorOptions().setHasText("Vector overlay")).click();
    site.page().waitForFunction("() => localStorage.getItem('terrella.tools').includes('overlay')");
    site.reload();
    panel = toolbox(site);
    List<String> groups = panel.locator("summary span:first-child").allTextContents();
    assertEquals(List.of("Favourites", "Recent"), groups.subList(0, 2));
    Locator favourites = panel.locator("details").first();
    assertEquals(
        List.of("Bounding boxes"), favourites.locator("button.choice strong").allTextContents());
    Locator overlay =
        panel.locator("details", new Locator.LocatorOptions().setHasText("Vector overlay"));
    assertEquals(null, overlay.getAttribute("open"));
  }

  /** The picture is a run of the engine, and leaves no trace. */
  @Test
  void theFormShowsWhatTheToolDoes(Site site) {
    site.open();
    Locator panel = toolbox(site);
    openTool(site, panel, "native:clip");
    panel.locator(".sample svg path.sample-after").first().waitFor();
    assertEquals(2, panel.locator(".sample-picture svg").count());
    assertTrue(panel.locator("path.sample-other").count() > 0);
    openTool(site, panel, "native:fieldcalculator");
    panel.locator(".sample-table").nth(1).waitFor();
    assertTrue(panel.locator(".sample-table").nth(1).textContent().contains("double"));
    assertEquals(0, history(site).size());
    assertEquals(2, ((JsonArray) site.execute("layer:list", JsonObject.of())).size());
    site.screenshots("tool-form");
  }

  @Test
  void mistakesShowWhileOneWrites(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "squares");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:pointsalonglines");
    assertTrue(canRun(panel));
    Locator distance = named(panel, "wa-input", "Distance");
    write(site, distance, "-1");
    panel.locator(".field-problem").getByText("Distance must be at least 0.").waitFor();
    assertFalse(canRun(panel));
    assertEquals("Distance must be at least 0.", panel.locator(".run-reason").textContent());
    write(site, distance, "2");
    awaitRun(site, panel, true);
    // In degrees it is told what that means; in metres this tool cannot measure there.
    panel.locator(".field-note").getByText("in degrees").waitFor();

    openTool(site, panel, "native:extractbyextent");
    assertEquals("Extent is needed.", panel.locator(".run-reason").textContent());
    panel.getByLabel("Take an extent").click();
    site.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("All of")).click();
    awaitRun(site, panel, true);
    panel.locator("wa-button.run-button").click();
    JsonObject run = awaitHistory(site, 1).get(0);
    assertEquals("0, 24, 0, 4", run.object("parameters").string("EXTENT"));
  }

  @Test
  void aFormWithoutALayerSaysSo(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    Locator panel = toolbox(site);
    openTool(site, panel, "native:buffer");
    assertFalse(canRun(panel));
    assertEquals("The map has no layer with features.", panel.locator(".run-reason").textContent());
  }

  @Test
  void aValueForEachFeature(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "squares");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:buffer");
    panel.getByLabel("a value of its own for each feature").first().click();
    Locator text = panel.getByLabel("Distance for each feature", exactly());
    text.fill("\"m\" * 10");
    panel.locator(".expression-problem mark").getByText("\"m\"").waitFor();
    awaitRun(site, panel, false);
    text.fill("\"n\" * 10");
    awaitRun(site, panel, true);
    panel.getByText("More settings").click();
    named(panel, "wa-select", "Invalid geometries").click();
    panel.locator("wa-option[value=skip]").click();
    panel.locator("wa-button.run-button").click();
    JsonObject run = awaitHistory(site, 1).get(0);
    assertEquals(
        Json.parse(
            "{\"type\": \"data_defined\", \"expression\": \"\\\"n\\\" * 10\", \"unit\": \"meters\"}"),
        run.object("parameters").get("DISTANCE"));
    assertEquals("skip", run.object("context").string("invalid"));
  }

  @Test
  void expressionsAreCompletedAndPreviewed(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String layer = add(site, "squares");
    site.execute("layer:select-by-expression", JsonObject.of().with("layerId", layer));
    Locator dialog = site.page().locator("wa-dialog");
    Locator text = dialog.getByLabel("Expression", new Locator.GetByLabelOptions().setExact(true));
    dialog.locator(".function").first().waitFor();
    text.click();
    site.page().keyboard().type("upp");
    dialog.locator(".completion").first().waitFor();
    site.page().keyboard().press("Escape");
    assertEquals(0, dialog.locator(".completion").count());
    assertTrue(text.isVisible(), "Escape closes the list only");
    site.page().keyboard().press("Control+ ");
    site.page().keyboard().press("Enter");
    site.page().keyboard().type("\"na");
    dialog.locator(".completion[aria-selected=true]").getByText("name").waitFor();
    site.page().keyboard().press("Tab");
    site.page().keyboard().type(")");
    assertEquals("upper(\"name\")", text.inputValue());
    dialog.locator(".preview-value").getByText("'SQUARE 0'").waitFor();
    dialog.getByLabel("Next feature").click();
    dialog.locator(".preview-value").getByText("'SQUARE 1'").waitFor();
    dialog.getByText("Feature 2 of 3").waitFor();
    dialog.getByLabel("Search functions").fill("rounded");
    dialog.locator(".function").getByText("round", exact()).click();
    dialog.getByText("round(value, [places])").waitFor();
    site.screenshots("expression");
    text.fill("\"n\" > 0");
    dialog.getByText("Select", exact()).click();
    dialog.getByText("2 features are selected.").waitFor();
  }

  @Test
  void listsOfFieldsAreTables(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "squares");
    Locator panel = toolbox(site);
    openTool(site, panel, "native:refactorfields");
    assertEquals(2, panel.locator(".mapping-row").count());
    panel.locator(".mapping-row").nth(1).getByLabel("Remove field").click();
    panel.getByText("Add field").click();
    assertFalse(canRun(panel));
    Locator row = panel.locator(".mapping-row").nth(1);
    row.getByLabel("Name of the field").fill("size");
    row.getByLabel("Type").selectOption("real");
    row.getByLabel("Values").fill("area($geometry)");
    awaitRun(site, panel, true);
    panel.locator("wa-button.run-button").click();
    awaitHistory(site, 1);
    String made =
        ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0).string("layerId");
    JsonArray features =
        site.executeObject("layer:features", JsonObject.of().with("layerId", made))
            .array("features");
    assertEquals(Json.parse("{\"n\": 2, \"size\": 16}"), features.object(2).get("properties"));
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
