package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Layers in groups: by mouse, by keys and by commands. */
@BrowserTest
class LayerGroupsTest {
  private static final double[] WEST = {-40, 0};
  private static final double[] EAST = {40, 0};

  private static LayerTreePage threeLayers(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    layers.addSquares("Alpha", WEST);
    layers.addSquares("Beta", EAST);
    layers.addSquares("Gamma", WEST, EAST);
    layers.awaitTree("Gamma Beta Alpha");
    return layers;
  }

  private static void group(Site site, LayerTreePage layers, String name, String... members) {
    JsonArray ids = JsonArray.of();
    for (JsonObject layer : ((JsonArray) site.execute("layer:list", JsonObject.of())).objects()) {
      for (String member : members) {
        ids = layer.string("name").equals(member) ? ids.with(layer.string("layerId")) : ids;
      }
    }
    site.execute("layer:add-group", JsonObject.of().with("name", name).with("layerIds", ids));
  }

  @Test
  void commandsMakeMoveAndRemoveGroups(Site site) {
    LayerTreePage layers = threeLayers(site);
    group(site, layers, "Base", "Alpha", "Beta");
    assertEquals("Gamma Base(Beta Alpha)", layers.tree());
    JsonObject base = JsonObject.of().with("group", "Base");
    site.execute("layer:rename-group", base.with("name", "Ground"));
    assertEquals("Gamma Ground(Beta Alpha)", layers.tree());
    JsonObject path = JsonObject.of().with("path", Json.parse("[1]"));
    site.execute("layer:move-group", path.with("index", 0L));
    assertEquals("Ground(Beta Alpha) Gamma", layers.tree());
    JsonObject ground = JsonObject.of().with("group", "Ground");
    site.execute("layer:set-group", ground.with("visible", false));
    assertEquals("none", layers.group("Ground").string("shows"));
    String beta = layers.group("Ground").array("items").object(0).string("layerId");
    assertTrue(layers.layer(beta).bool("visible"), "the layer itself stays as it was");
    assertFalse(layers.layer(beta).bool("shown"));
    String copy =
        site.executeObject("layer:duplicate", JsonObject.of().with("layerId", beta))
            .string("layerId");
    assertEquals("Ground(Beta copy Beta Alpha) Gamma", layers.tree());
    site.execute(
        "layer:move",
        JsonObject.of().with("layerId", copy).with("index", 1L).with("into", Json.parse("[]")));
    assertEquals("Ground(Beta Alpha) Beta copy Gamma", layers.tree());
    site.execute("layer:remove-group", ground);
    assertEquals("Beta Alpha Beta copy Gamma", layers.tree());
    site.execute("document:undo", JsonObject.of());
    site.execute("layer:remove-group", ground.with("withLayers", true));
    assertEquals("Beta copy Gamma", layers.tree());
  }

  @Test
  void onlyTheRowsThatChangedAreDrawnAnew(Site site) {
    LayerTreePage layers = threeLayers(site);
    group(site, layers, "Base", "Alpha", "Beta");
    Page page = layers.page();
    page.evaluate("() => document.querySelectorAll('.tree-row').forEach(r => { r.old = true; })");
    JsonObject alpha = JsonObject.of();
    for (JsonObject layer : ((JsonArray) site.execute("layer:list", JsonObject.of())).objects()) {
      alpha = layer.string("name").equals("Alpha") ? layer : alpha;
    }
    site.execute(
        "layer:set", JsonObject.of().with("layerId", alpha.string("layerId")).with("opacity", 0.5));
    assertEquals(
        "Gamma Base Beta",
        page.evaluate(
            "() => [...document.querySelectorAll('.tree-row')].filter(r => r.old)"
                + ".map(r => r.querySelector('.layer-name').textContent).join(' ')"));
  }

  @Test
  void theMouseMovesLayersAndGroups(Site site) {
    LayerTreePage layers = threeLayers(site);
    group(site, layers, "Base", "Alpha");
    drag(layers, "Beta", "Base", 0.5);
    layers.awaitTree("Gamma Base(Beta Alpha)");
    drag(layers, "Gamma", "Alpha", 0.9);
    layers.awaitTree("Base(Beta Alpha Gamma)");
    drag(layers, "Alpha", "Base", 0.1);
    layers.awaitTree("Alpha Base(Beta Gamma)");
    assertEquals("Alpha", layers.focused());
    group(site, layers, "Top", "Alpha");
    drag(layers, "Base", "Top", 0.5);
    layers.awaitTree("Top(Base(Beta Gamma) Alpha)");
    assertEquals("Base", layers.focused());
    drag(layers, "Beta", "Gamma", 0.9);
    layers.awaitTree("Top(Base(Gamma Beta) Alpha)");
    // A group cannot go into itself.
    drag(layers, "Top", "Base", 0.5);
    layers.awaitTree("Top(Base(Gamma Beta) Alpha)");
  }

  /** Chromium under test hears of a drag only when it ends, so that these events are made here. */
  private static final String DRAG =
      """
      ([what, onto, part]) => {
        const row = (name) => [...document.querySelectorAll('.layer-tree .tree-row')]
          .find((each) => each.querySelector('.layer-name').textContent === name);
        const dataTransfer = new DataTransfer();
        const at = row(onto).getBoundingClientRect();
        const options = { bubbles: true, cancelable: true, dataTransfer,
          clientX: at.left + 60, clientY: at.top + part * at.height };
        row(what).parentElement.dispatchEvent(new DragEvent('dragstart', options));
        row(onto).dispatchEvent(new DragEvent('dragover', options));
      }""";

  @Test
  void aLineShowsWhereTheDraggedWouldGo(Site site) {
    LayerTreePage layers = threeLayers(site);
    Page page = layers.page();
    group(site, layers, "Base", "Alpha");
    page.evaluate(DRAG, List.of("Gamma", "Alpha", 0.9));
    assertEquals("Alpha", marked(page, ".drop-after"));
    site.screenshots("drop-line");
    page.evaluate(DRAG, List.of("Gamma", "Base", 0.1));
    assertEquals("Base", marked(page, ".drop-before"));
    page.evaluate(DRAG, List.of("Gamma", "Base", 0.5));
    assertEquals("Base", marked(page, ".drop-into"));
    page.evaluate(
        "() => document.querySelector('.layer-tree').dispatchEvent(new Event('dragend'))");
    assertEquals(0, page.locator(".drop-after, .drop-before, .drop-into").count());
  }

  private static String marked(Page page, String mark) {
    assertEquals(1, page.locator(".drop-after, .drop-before, .drop-into").count());
    return page.locator(mark + " > .tree-row .layer-name").innerText();
  }

  private static void drag(LayerTreePage layers, String what, String onto, double part) {
    BoundingBox box = layers.row(onto).boundingBox();
    layers
        .row(what)
        .locator(".layer-name")
        .dragTo(
            layers.row(onto),
            new Locator.DragToOptions().setTargetPosition(box.width / 2, box.height * part));
  }

  @Test
  void keysMoveLayersAndGroups(Site site) {
    LayerTreePage layers = threeLayers(site);
    Page page = layers.page();
    group(site, layers, "Base", "Alpha");
    layers.focus("Gamma");
    page.keyboard().press("Alt+ArrowDown");
    layers.awaitTree("Beta Gamma Base(Alpha)");
    assertEquals("Gamma", layers.focused());
    page.keyboard().press("Alt+ArrowRight");
    layers.awaitTree("Beta Base(Gamma Alpha)");
    assertEquals("Gamma", layers.focused());
    page.keyboard().press("Alt+ArrowDown");
    layers.awaitTree("Beta Base(Alpha Gamma)");
    page.keyboard().press("Alt+ArrowLeft");
    layers.awaitTree("Beta Base(Alpha) Gamma");
    assertEquals("Gamma", layers.focused());
    page.keyboard().press("ArrowUp");
    assertEquals("Alpha", layers.focused());
    page.keyboard().press("ArrowLeft");
    assertEquals("Base", layers.focused());
    page.keyboard().press("Alt+ArrowUp");
    layers.awaitTree("Base(Alpha) Beta Gamma");
    assertEquals("Base", layers.focused());
    page.keyboard().press("ArrowLeft");
    assertEquals("false", layers.item("Base").getAttribute("aria-expanded"));
    page.keyboard().press("ArrowDown");
    assertEquals("Beta", layers.focused());
    page.keyboard().press("Home");
    page.keyboard().press("ArrowRight");
    assertEquals("true", layers.item("Base").getAttribute("aria-expanded"));
    page.keyboard().press("End");
    page.keyboard().press("Delete");
    layers.awaitTree("Base(Alpha) Beta");
    assertEquals("Beta", layers.focused());
  }

  @Test
  void theFocusStaysWhenAnItemIsRenamedOrGrouped(Site site) {
    LayerTreePage layers = threeLayers(site);
    Page page = layers.page();
    layers.focus("Beta");
    page.keyboard().press("F2");
    answer(page, "Betta");
    layers.awaitTree("Gamma Betta Alpha");
    page.waitForCondition(() -> layers.focused().equals("Betta"));
    page.keyboard().press("Control+g");
    answer(page, "Middle");
    layers.awaitTree("Gamma Middle(Betta) Alpha");
    page.waitForCondition(() -> layers.focused().equals("Betta"));
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("F2");
    answer(page, "Centre");
    layers.awaitTree("Gamma Centre(Betta) Alpha");
    page.waitForCondition(() -> layers.focused().equals("Centre"));
    page.keyboard().press("Delete");
    layers.awaitTree("Gamma Betta Alpha");
    assertEquals("Betta", layers.focused());
  }

  private static void answer(Page page, String text) {
    Locator input = page.locator("wa-dialog[open] wa-input input").first();
    input.fill(text);
    input.press("Enter");
    page.locator("wa-dialog")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void theEyeOfAGroupSaysWhetherAllSomeOrNoneIsSeen(Site site) {
    LayerTreePage layers = threeLayers(site);
    Page page = layers.page();
    group(site, layers, "Base", "Alpha", "Beta");
    site.execute("view:zoom-all", JsonObject.of());
    page.waitForTimeout(500);
    hide(page, "Gamma");
    int west = layers.color(WEST[0], WEST[1]);
    int nothing = layers.color(0, 0);
    assertNotEquals(nothing, west);
    hide(page, "Beta");
    page.getByLabel("Group Base, 2 layers, some shown", exactly()).waitFor();
    page.getByRole(AriaRole.BUTTON, named("Show Base, some shown")).click();
    page.getByRole(AriaRole.BUTTON, named("Hide Base, all shown")).click();
    page.getByLabel("Group Base, 2 layers, hidden", exactly()).waitFor();
    assertEquals("none", layers.group("Base").string("shows"));
    assertEquals(nothing, layers.color(WEST[0], WEST[1]));
    layers.focus("Base");
    page.keyboard().press("Space");
    page.getByRole(AriaRole.BUTTON, named("Hide Base, all shown")).waitFor();
    assertEquals("Base", layers.focused());
    assertEquals(west, layers.color(WEST[0], WEST[1]));
  }

  private static void hide(Page page, String layer) {
    page.getByRole(AriaRole.BUTTON, named("Hide " + layer)).click();
    page.getByRole(AriaRole.BUTTON, named("Show " + layer)).waitFor();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void menusCarryCommandsAndTheirKeys(Site site) {
    LayerTreePage layers = threeLayers(site);
    Page page = layers.page();
    group(site, layers, "Base", "Alpha");
    layers.row("Gamma").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    Locator menu = page.getByRole(AriaRole.MENU);
    assertTrue(menu.innerText().contains("Rename…"), menu.innerText());
    assertTrue(menu.innerText().contains("F2"), menu.innerText());
    site.screenshots("layer-menu");
    page.keyboard().press("Escape");
    layers.focus("Gamma");
    page.keyboard().press("Shift+F10");
    page.getByRole(AriaRole.MENUITEM, named("Duplicate layer")).click();
    layers.awaitTree("Gamma copy Gamma Beta Base(Alpha)");
    layers.focus("Gamma copy");
    page.keyboard().press("Shift+F10");
    page.getByRole(AriaRole.MENUITEM, named("Move to group…")).click();
    page.locator("wa-dialog[open] wa-button[variant=brand]").click();
    layers.awaitTree("Gamma Beta Base(Gamma copy Alpha)");
    page.getByRole(AriaRole.BUTTON, named("More for Base")).click();
    page.getByRole(AriaRole.MENUITEM, named("Remove group and layers")).click();
    layers.awaitTree("Gamma Beta");
  }

  @Test
  void layersThatCannotBeDrawnAreNamedAndKept(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    layers.addSquares("Squares", WEST, EAST);
    JsonObject document = site.executeObject("document:get", JsonObject.of());
    JsonObject strange =
        Json.parseObject(
            "{\"name\":\"Points in the sky\",\"type\":\"CloudLayer\",\"parameters\":"
                + "{\"source\":\"clouds\",\"height\":3}}");
    JsonObject hill =
        Json.parseObject(
            "{\"name\":\"Hills\",\"type\":\"HillshadeLayer\",\"visible\":true,\"parameters\":"
                + "{\"source\":\"dem\"}}");
    document =
        document
            .with("layers", document.object("layers").with("odd", strange).with("hill", hill))
            .with(
                "sources",
                document
                    .object("sources")
                    .with(
                        "clouds",
                        Json.parseObject(
                            "{\"name\":\"Clouds\",\"type\":\"CloudSource\",\"parameters\":"
                                + "{\"url\":\"https://example.org/clouds\"}}"))
                    .with(
                        "dem",
                        Json.parseObject(
                            "{\"name\":\"Heights\",\"type\":\"RasterDemSource\",\"parameters\":"
                                + "{\"url\":\"https://example.org/dem\"}}")))
            .with("layerTree", document.array("layerTree").with("odd").with("hill"));
    site.execute("document:set", JsonObject.of().with("document", document));
    layers.awaitTree("Hills Points in the sky Squares");
    String row = layers.row("Points in the sky").innerText();
    assertTrue(row.contains("CloudLayer"), row);
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", "hill"));
    assertFalse(info.bool("drawn"));
    assertTrue(info.string("objection").contains("{z}"), info.toString());
    assertEquals("Elevation tiles", info.object("source").string("kind"));
    assertEquals(
        strange,
        site.executeObject("document:get", JsonObject.of()).object("layers").object("odd"));
    site.execute("layer:properties", JsonObject.of().with("layerId", "odd"));
    Locator dialog = page(site).locator("wa-dialog[open]");
    dialog.getByText("https://example.org/clouds").waitFor();
    site.screenshots("properties-unsupported");
  }

  @Test
  void propertiesTellWhatIsKnownOfTheSource(Site site) {
    site.open();
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", "data/point.geojson")
            .with("text", "{\"type\":\"Point\",\"coordinates\":[5,50]}"));
    String layer =
        site.executeObject("layer:add-file", JsonObject.of().with("path", "data/point.geojson"))
            .array("layerIds")
            .string(0);
    JsonObject source =
        site.executeObject("layer:info", JsonObject.of().with("layerId", layer)).object("source");
    assertEquals("data/point.geojson", source.string("path"));
    assertEquals(37, source.integer("size"));
    site.execute("layer:properties", JsonObject.of().with("layerId", "sample-earthquakes-layer"));
    Locator dialog = page(site).locator("wa-dialog[open]");
    dialog.getByText("depth_km").waitFor();
    assertTrue(dialog.innerText().contains("EPSG:4326"), dialog.innerText());
    assertTrue(dialog.innerText().contains("GeoJSON (GeoJSONSource)"), dialog.innerText());
    site.screenshots("properties");
  }

  private static Page page(Site site) {
    return site.page();
  }
}
