package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** A filter changes what is drawn, and what is found. */
@BrowserTest
class FiltersTest {
  private static final double[] WEST = {-40, 0};
  private static final double[] EAST = {40, 0};

  @Test
  void whatAFilterHidesIsNeitherDrawnNorFound(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    String squares = layers.addSquares("Squares", WEST, EAST);
    site.execute("view:zoom-all", JsonObject.of());
    site.page().waitForTimeout(500);
    int nothing = layers.color(0, 0);
    assertNotEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertNotEquals(nothing, layers.color(EAST[0], EAST[1]));

    filter(site, squares, "{\"feature\":\"n\",\"operator\":\"==\",\"value\":1}");
    assertEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertNotEquals(nothing, layers.color(EAST[0], EAST[1]));
    assertEquals(0, identify(site, WEST).size());
    assertEquals(1, identify(site, EAST).size());
    assertTrue(layers.row("Squares").innerText().contains("1 of 2"));

    filter(
        site,
        squares,
        "{\"feature\":\"n\",\"operator\":\"between\",\"betweenMin\":-1,\"betweenMax\":0}");
    assertNotEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertEquals(nothing, layers.color(EAST[0], EAST[1]));

    filter(site, squares, "{\"feature\":\"name\",\"operator\":\"!=\",\"value\":\"square 0\"}");
    assertEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertNotEquals(nothing, layers.color(EAST[0], EAST[1]));

    filter(site, squares, "{\"feature\":\"name\",\"operator\":\"<=\",\"value\":\"square 0\"}");
    assertNotEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertEquals(nothing, layers.color(EAST[0], EAST[1]));
    assertEquals(1, identify(site, WEST).size());
    assertEquals(0, identify(site, EAST).size());

    filter(site, squares, "");
    assertNotEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertNotEquals(nothing, layers.color(EAST[0], EAST[1]));
    assertEquals(1, identify(site, WEST).size());
  }

  @Test
  void aFilterThatCannotBeReadIsRefused(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    String squares = layers.addSquares("Squares", WEST, EAST);
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> filter(site, squares, "{\"feature\":\"n\",\"operator\":\"~\",\"value\":1}"));
    assertEquals("invalid-argument", failure.code());
    assertTrue(failure.getMessage().contains("operator"), failure.getMessage());
  }

  @Test
  void theDialogOffersFieldsAndValues(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    String squares = layers.addSquares("Squares", WEST, EAST);
    site.execute("view:zoom-all", JsonObject.of());
    Page page = site.page();
    page.waitForTimeout(500);
    int nothing = layers.color(0, 0);
    site.execute("layer:filter", JsonObject.of().with("layerId", squares));
    Locator dialog = page.locator("wa-dialog[open]");
    Locator value = dialog.getByLabel("Value");
    page.waitForCondition(() -> "0 to 1".equals(value.getAttribute("placeholder")));
    assertEquals(2, dialog.locator("datalist option").count());
    value.fill("many");
    dialog.getByText("Apply", new Locator.GetByTextOptions().setExact(true)).click();
    dialog.getByText("holds numbers").waitFor();
    value.fill("0");
    page.getByText("Add condition").click();
    site.screenshots("filter");
    dialog.getByLabel("Remove condition").nth(1).click();
    dialog.getByText("Apply", new Locator.GetByTextOptions().setExact(true)).click();
    page.waitForCondition(() -> layers.row("Squares").innerText().contains("1 of 2"));
    assertEquals(nothing, layers.color(EAST[0], EAST[1]));
    assertEquals(
        Json.parse(
            "{\"logicalOp\":\"all\",\"appliedFilters\":"
                + "[{\"feature\":\"n\",\"operator\":\"==\",\"value\":0}]}"),
        site.executeObject("document:get", JsonObject.of())
            .object("layers")
            .object(squares)
            .get("filters"));
    page.waitForCondition(() -> page.getByRole(AriaRole.DIALOG).count() == 0);
  }

  @Test
  void anExpressionHidesFeaturesEverywhere(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    String squares = layers.addSquares("Squares", WEST, EAST);
    String others = layers.addSquares("Others", new double[] {0, 60});
    site.execute("view:zoom-all", JsonObject.of());
    site.page().waitForTimeout(500);
    int nothing = layers.color(0, 0);

    express(site, squares, "x(centroid($geometry)) > 0 AND right(\"name\", 1) = '1'");
    assertEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertNotEquals(nothing, layers.color(EAST[0], EAST[1]));
    assertEquals(0, identify(site, WEST).size());
    assertEquals(1, identify(site, EAST).size());
    assertTrue(layers.row("Squares").innerText().contains("1 of 2"));

    // Selecting, exporting and computing see what the map shows.
    JsonObject all = JsonObject.of().with("layerId", squares).with("expression", "true");
    assertEquals(1, ((JsonObject) site.execute("layer:select", all)).integer("selected"));
    JsonObject centroids =
        (JsonObject)
            site.execute(
                "processing:run",
                JsonObject.of()
                    .with("algorithm", "native:centroids")
                    .with("parameters", JsonObject.of().with("INPUT", squares)));
    JsonObject centroid = JsonObject.of().with("layerId", centroids.string("OUTPUT"));
    assertEquals(1, features(site, centroid.string("layerId")).size());
    site.execute("layer:remove", centroid);
    JsonObject counted =
        (JsonObject)
            site.execute(
                "processing:run",
                JsonObject.of()
                    .with("algorithm", "native:fieldcalculator")
                    .with(
                        "parameters",
                        JsonObject.of()
                            .with("INPUT", others)
                            .with("FIELD_NAME", "squares")
                            .with("FORMULA", "aggregate('Squares', 'count', \"n\")")));
    assertEquals(
        1,
        features(site, counted.string("OUTPUT")).object(0).object("properties").integer("squares"));

    // A layer that the expression names decides anew when it changes.
    express(site, squares, "\"n\" < aggregate('Others', 'max', \"n\") + 1");
    assertNotEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertEquals(nothing, layers.color(EAST[0], EAST[1]));

    site.execute("document:undo", JsonObject.of());
    site.page().waitForTimeout(500);
    assertEquals(nothing, layers.color(WEST[0], WEST[1]));
    assertNotEquals(nothing, layers.color(EAST[0], EAST[1]));
  }

  @Test
  void anExpressionThatDoesNotFitIsRefusedAndChangesNothing(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    String squares = layers.addSquares("Squares", WEST, EAST);
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> express(site, squares, "\"nn\" > 1"));
    assertEquals("invalid-argument", failure.code());
    assertTrue(failure.getMessage().contains("nn"), failure.getMessage());
    assertEquals(1, identify(site, WEST).size());
  }

  @Test
  void theDialogTakesAnExpression(Site site) {
    LayerTreePage layers = new LayerTreePage(site);
    String squares = layers.addSquares("Squares", WEST, EAST);
    site.execute("view:zoom-all", JsonObject.of());
    Page page = site.page();
    site.execute("layer:filter", JsonObject.of().with("layerId", squares));
    Locator area =
        page.getByRole(
            AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Expression that must be true"));
    area.fill("\"n\" = 0");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).click();
    page.waitForTimeout(700);
    assertTrue(layers.row("Squares").innerText().contains("1 of 2"));
    assertEquals(1, identify(site, WEST).size());
    assertEquals(0, identify(site, EAST).size());
  }

  private static void express(Site site, String layer, String expression) {
    site.execute(
        "layer:set",
        JsonObject.of()
            .with("layerId", layer)
            .with("filters", JsonObject.of().with("terrella:expression", expression)));
    site.page().waitForTimeout(500);
  }

  private static JsonArray features(Site site, String layer) {
    return site.executeObject("layer:features", JsonObject.of().with("layerId", layer))
        .array("features");
  }

  private static void filter(Site site, String layer, String condition) {
    JsonObject filters =
        JsonObject.of()
            .with("logicalOp", "all")
            .with("appliedFilters", Json.parse("[" + condition + "]"));
    site.execute("layer:set", JsonObject.of().with("layerId", layer).with("filters", filters));
  }

  private static JsonArray identify(Site site, double[] place) {
    return (JsonArray)
        site.execute(
            "view:identify",
            JsonObject.of()
                .with("coordinate", JsonArray.ofNumbers(place))
                .with("crs", "EPSG:4326"));
  }
}
