package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Keys do what the sheet says, and leave text fields alone. */
@BrowserTest
class KeysTest {
  @Test
  void theSheetNamesTheKeys(Site site) {
    site.open();
    Page page = site.page();
    page.keyboard().press("?");
    Locator dialog = page.locator("wa-dialog[open]");
    dialog.getByText("Zoom to all").waitFor();
    assertTrue(dialog.innerText().contains("Ctrl+Shift+F"), dialog.innerText());
    site.screenshots("keys");
    // Under a dialog keys do nothing.
    page.keyboard().press("a");
    assertEquals(1, page.locator("wa-dialog").count());
    page.keyboard().press("Escape");
    dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void lettersTypedInAFieldAreLeftToIt(Site site) {
    site.open();
    Page page = site.page();
    site.execute("layer:rename", JsonObject.of().with("layerId", "sample-earthquakes-layer"));
    Locator input = page.locator("wa-dialog[open] wa-input input");
    String before = site.execute("view:get", JsonObject.of()).toString();
    input.fill("");
    input.pressSequentially("ai?+- Quake");
    assertEquals("ai?+- Quake", input.inputValue());
    assertEquals(1, page.locator("wa-dialog").count());
    page.keyboard().press("Escape");
    page.locator("wa-dialog")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    // Fields outside of dialogs, too.
    page.keyboard().press("Control+k");
    Locator search = page.locator(".palette-input");
    search.pressSequentially("ai?");
    assertEquals("ai?", search.inputValue());
    search.press("Escape");
    assertEquals(0, page.locator("wa-dialog").count());
    assertEquals(before, site.execute("view:get", JsonObject.of()).toString());
  }

  @Test
  void keysRunCommands(Site site) {
    site.open();
    Page page = site.page();
    double zoom = zoom(site);
    page.keyboard().press("+");
    page.waitForCondition(() -> zoom(site) > zoom + 0.9);
    page.keyboard().press("Control+Shift+f");
    page.waitForCondition(() -> zoom(site) < zoom + 0.5);
    site.execute(
        "layer:set",
        JsonObject.of().with("layerId", "sample-earthquakes-layer").with("name", "Tremors"));
    page.keyboard().press("Control+z");
    page.waitForCondition(() -> name(site).equals("Earthquakes"));
    page.keyboard().press("Control+Shift+z");
    page.waitForCondition(() -> name(site).equals("Tremors"));
  }

  private static double zoom(Site site) {
    return site.executeObject("view:get", JsonObject.of()).number("zoom");
  }

  private static String name(Site site) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0).string("name");
  }

  @Test
  void thePaletteShowsKeysAndAsksForArguments(Site site) {
    site.open();
    Page page = site.page();
    page.keyboard().press("Control+k");
    page.locator(".palette-input").fill("zoom to all");
    page.locator(".palette-item kbd").waitFor();
    assertEquals("Ctrl+Shift+F", page.locator(".palette-item kbd").first().innerText());
    site.screenshots("palette");
    page.locator(".palette-input").fill("layer:set ");
    page.keyboard().press("Enter");
    Locator dialog = page.locator("wa-dialog[open]");
    dialog.getByText("Change layer").first().waitFor();
    dialog.getByText("More settings").click();
    site.screenshots("command-dialog");
    dialog.locator("wa-input[label=Opacity] input").fill("7");
    dialog.getByText("OK", new Locator.GetByTextOptions().setExact(true)).click();
    dialog.getByText("must be at most 1").waitFor();
    dialog.locator("wa-input[label=Opacity] input").fill("0.5");
    dialog.locator("wa-input[label=Name] input").fill("Half");
    dialog.locator("wa-input[label=Name] input").press("Enter");
    page.waitForCondition(() -> name(site).equals("Half"));
    assertEquals(
        0.5, ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0).number("opacity"));
  }

  @Test
  void theCentreOfTheMapIsIdentifiedByKeys(Site site) {
    site.open();
    Page page = site.page();
    site.execute(
        "view:set", JsonObject.of().with("center", Json.parse("[10,50]")).with("crs", "EPSG:4326"));
    assertFalse(page.locator(".crosshair").isVisible());
    page.keyboard().press("i");
    page.locator(".identify .attributes").first().waitFor();
    assertTrue(page.locator(".crosshair").isVisible());
    assertTrue(page.locator(".identify-layer").first().innerText().contains("Countries"));
    site.screenshots("identify-centre");
    page.keyboard().press("Escape");
    page.waitForCondition(() -> !page.locator(".crosshair").isVisible());
    assertFalse(page.locator(".identify").isVisible());
  }
}
