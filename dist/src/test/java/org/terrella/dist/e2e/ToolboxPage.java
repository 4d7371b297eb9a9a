package org.terrella.dist.e2e;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** The toolbox as tests use it. */
final class ToolboxPage {
  private static final String SQUARES =
      """
      () => JSON.stringify({ type: 'FeatureCollection', features: [0, 1, 2].map((n) => (
        { type: 'Feature', properties: { n, name: 'square ' + n }, geometry: { type: 'Polygon', coordinates:
          [[[10 * n, 0], [10 * n + 4, 0], [10 * n + 4, 4], [10 * n, 4], [10 * n, 0]]] } })) })""";

  private ToolboxPage() {}

  static String add(Site site, String name) {
    String text = (String) site.page().evaluate(SQUARES);
    String path = "data/" + name + ".geojson";
    site.execute("files:write", JsonObject.of().with("path", path).with("text", text));
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .string(0);
  }

  static Locator toolbox(Site site) {
    site.execute("page:show-panel", JsonObject.of().with("panel", "toolbox"));
    Locator panel = site.page().locator("#panel-toolbox");
    panel.locator("button.choice").first().waitFor();
    return panel;
  }

  static void search(Site site, Locator panel, String words) {
    panel.locator("wa-input").first().click();
    site.page().keyboard().press("Control+A");
    site.page().keyboard().type(words);
  }

  static void openTool(Site site, Locator panel, String words) {
    if (panel.getByText("All tools").count() > 0) {
      panel.getByText("All tools").click();
    }
    search(site, panel, words);
    site.page().keyboard().press("Enter");
    panel.locator("h3.form-title").waitFor();
  }

  static void write(Site site, Locator input, String text) {
    input.click();
    site.page().keyboard().press("Control+A");
    site.page().keyboard().type(text);
  }

  static Locator named(Locator panel, String element, String label) {
    return panel.locator(element + "[label='" + label + "']");
  }

  static boolean canRun(Locator panel) {
    return panel.locator("wa-button.run-button").getAttribute("disabled") == null;
  }

  static void awaitRun(Site site, Locator panel, boolean can) {
    site.page().waitForCondition(() -> canRun(panel) == can);
  }

  static List<JsonObject> history(Site site) {
    return ((JsonArray) site.execute("processing:history", JsonObject.of())).objects();
  }

  static List<JsonObject> awaitHistory(Site site, int runs) {
    site.page().waitForCondition(() -> history(site).size() == runs);
    return history(site);
  }

  static List<String> layers(Site site) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of()))
        .objects().stream().map(layer -> layer.string("name")).toList();
  }
}
