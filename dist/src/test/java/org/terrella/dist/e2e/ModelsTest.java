package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;

/** Models: made, saved, run and read from files of QGIS. */
@BrowserTest
class ModelsTest {
  private static final Path MODELS = Path.of("src/test/resources/models");

  private static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  private static JsonObject run(Site site, String algorithm, String parameters) {
    return site.executeObject(
        "processing:run",
        JsonObject.of().with("algorithm", algorithm).with("parameters", json(parameters)));
  }

  private static JsonArray list(Site site, String command) {
    return (JsonArray) site.execute(command, JsonObject.of());
  }

  private static String write(Site site, String path, String text) {
    site.execute("files:write", JsonObject.of().with("path", path).with("text", text));
    return path;
  }

  /** A layer of squares of 4 by 4, with their number, a size and a code. */
  private static String squares(Site site, String name, int... lefts) {
    StringBuilder text = new StringBuilder("{'type': 'FeatureCollection', 'features': [");
    for (int i = 0; i < lefts.length; i++) {
      int x = lefts[i];
      text.append(i == 0 ? "" : ",")
          .append(
              ("{'type': 'Feature', 'properties': {'n': %d, 'size': 16, 'people': %d, 'code':"
                      + " 'c%d'}, 'geometry': {'type': 'Polygon', 'coordinates':"
                      + " [[[%d,0],[%d,0],[%d,4],[%d,4],[%d,0]]]}}")
                  .formatted(i, 8 * (i + 1), i, x, x + 4, x + 4, x, x));
    }
    write(site, "data/" + name + ".geojson", text.append("]}").toString().replace('\'', '"'));
    return site.executeObject(
            "layer:add-file", JsonObject.of().with("path", "data/" + name + ".geojson"))
        .array("layerIds")
        .string(0);
  }

  private static final String HULLS_AND_CENTROIDS =
      """
      {'name': 'Middle points', 'help': 'Centres of hulls.',
       'inputs': [{'name': 'areas', 'label': 'Areas', 'type': 'source'},
                  {'name': 'distance', 'type': 'distance', 'default': 1}],
       'steps': [
         {'id': 'points', 'algorithm': 'native:centroids', 'title': 'Points',
          'parameters': {'INPUT': {'step': 'hulls', 'output': 'OUTPUT'}}},
         {'id': 'hulls', 'algorithm': 'native:convexhull', 'parameters': {'INPUT': {'step': 'grown'}}},
         {'id': 'grown', 'algorithm': 'native:buffer', 'title': 'Grown',
          'parameters': {'INPUT': {'input': 'areas'}, 'DISTANCE': {'input': 'distance'}}},
         {'id': 'numbers', 'algorithm': 'qgis:basicstatisticsforfields',
          'parameters': {'INPUT_LAYER': {'step': 'points'}, 'FIELD_NAME': {'value': 'n'}}}],
       'outputs': [{'name': 'points', 'label': 'Middles', 'step': 'points'},
                   {'name': 'sum', 'label': 'Sum', 'step': 'numbers', 'output': 'SUM'}]}""";

  private static List<String> layers(Site site) {
    List<String> names = new ArrayList<>();
    for (JsonObject layer : list(site, "layer:list").objects()) {
      names.add(layer.string("name"));
    }
    return names;
  }

  private static JsonObject algorithm(Site site, String id) {
    for (JsonObject algorithm : list(site, "processing:list").objects()) {
      if (algorithm.string("id").equals(id)) {
        return algorithm;
      }
    }
    return JsonObject.of();
  }

  @Test
  void runsLikeAnAlgorithm(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = squares(site, "squares", 0, 10, 20);
    JsonObject model = json(HULLS_AND_CENTROIDS);
    String id = site.executeObject("model:save", JsonObject.of().with("model", model)).string("id");
    JsonObject described = algorithm(site, "model:middle_points");
    assertEquals("models", described.string("group"));
    assertEquals(3, described.array("parameters").size());
    assertEquals(2, described.array("outputs").size());

    JsonObject made = run(site, "model:middle_points", "{'areas': '" + squares + "'}");
    assertEquals(3, made.number("sum"));
    assertEquals(List.of("Middles", "squares"), layers(site));
    JsonObject info =
        site.executeObject("layer:info", JsonObject.of().with("layerId", made.get("points")));
    assertEquals(3, info.integer("featureCount"));
    assertEquals(2, info.array("extent").number(0), 1e-9);

    JsonArray history = list(site, "processing:history");
    assertEquals(1, history.size());
    JsonObject entry = history.object(0);
    assertEquals("Middle points", entry.string("title"));
    assertEquals(model.with("id", id), entry.get("model"));
    assertEquals("areas", entry.array("inputs").object(0).string("name"));
    assertFalse(entry.array("outputs").object(0).string("sha256").isEmpty());

    // A run is that of the model as it was.
    JsonObject other = model.with("id", id).with("steps", JsonArray.of());
    assertThrows(
        CommandFailure.class,
        () -> site.execute("model:save", JsonObject.of().with("model", other)));
    site.execute("model:remove", JsonObject.of().with("id", id));
    JsonObject again =
        site.executeObject("processing:rerun", JsonObject.of().with("id", entry.string("id")));
    assertTrue(again.bool("identical"));
    assertEquals(JsonObject.of(), algorithm(site, "model:middle_points"));
    String gone = "{'areas': '" + squares + "'}";
    assertThrows(CommandFailure.class, () -> run(site, "model:middle_points", gone));
  }

  @Test
  void resultsOfSteps(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = squares(site, "squares", 0, 10, 20);
    site.execute("model:save", JsonObject.of().with("model", json(HULLS_AND_CENTROIDS)));
    run(
        site,
        "model:middle_points",
        "{'areas': {'source': '" + squares + "'}, 'points': 'results/middles.geojson'}");
    assertEquals(List.of("squares"), layers(site));
    JsonObject read =
        site.executeObject("files:read", JsonObject.of().with("path", "results/middles.geojson"));
    assertEquals(3, Json.parseObject(read.string("text")).array("features").size());

    String wrong = "{'areas': '" + squares + "', 'distance': 'far'}";
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> run(site, "model:middle_points", wrong));
    assertTrue(failure.getMessage().startsWith("Step \"Grown\": "), failure.getMessage());
    assertEquals(List.of("squares"), layers(site));
    failure = assertThrows(CommandFailure.class, () -> run(site, "model:middle_points", "{}"));
    assertTrue(failure.getMessage().contains("\"areas\""), failure.getMessage());
  }

  @Test
  void savingIsAnEdit(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    JsonObject args = JsonObject.of().with("model", json(HULLS_AND_CENTROIDS));
    String id = site.executeObject("model:save", args).string("id");
    CommandFailure twice =
        assertThrows(CommandFailure.class, () -> site.execute("model:save", args));
    assertTrue(twice.getMessage().contains("Middle points"), twice.getMessage());
    String path = site.executeObject("model:export", JsonObject.of().with("id", id)).string("path");
    assertEquals("exports/Middle points.json", path);
    site.execute("document:undo", JsonObject.of());
    assertEquals(0, list(site, "model:list").size());
    site.execute("model:import", JsonObject.of().with("path", path));
    JsonObject back = list(site, "model:list").object(0);
    assertEquals(args.object("model"), back.without("id"));
    site.execute("model:remove", JsonObject.of().with("id", back.string("id")));
    assertEquals(0, list(site, "model:list").size());
    site.execute("document:undo", JsonObject.of());
    assertEquals(1, list(site, "model:list").size());
  }

  @Test
  void modelsOfQgis(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    String roads = squares(site, "roads", 0, 10, 20);
    String area = squares(site, "area", 5);
    for (String name : List.of("buffer-clip", "join-calculate")) {
      String text = Files.readString(MODELS.resolve(name + ".model3"));
      String path = write(site, "data/" + name + ".model3", text);
      site.execute("model:import", JsonObject.of().with("path", path));
    }
    JsonObject near =
        run(
            site,
            "model:near_roads",
            "{'roads': '" + roads + "', 'area': '" + area + "', 'distance': 2}");
    JsonObject extent =
        site.executeObject("layer:info", JsonObject.of().with("layerId", near.get("near_roads")));
    // Roads grown by 2 reach from x = 5 to 6 and from 8 to 9 of the area.
    assertEquals(5, extent.array("extent").number(0), 1e-9);
    assertEquals(9, extent.array("extent").number(2), 1e-9);

    String density =
        run(site, "model:density", "{'districts': '" + roads + "', 'people': '" + roads + "'}")
            .string("density");
    assertTrue(layers(site).contains("Density"), layers(site).toString());
    JsonObject features =
        site.executeObject("layer:features", JsonObject.of().with("layerId", density));
    JsonObject second = features.array("features").object(1).object("properties");
    assertEquals(1, second.number("density"), 1e-12);
  }

  /** Grows and cuts: two steps that are one in another model. */
  private static final String GROWN_AND_CUT =
      """
      {'name': 'Grown and cut', 'inputs': [{'name': 'what', 'type': 'source'},
                                           {'name': 'far', 'type': 'distance', 'default': 1}],
       'steps': [
         {'id': 'grow', 'algorithm': 'native:buffer', 'title': 'Grow',
          'parameters': {'INPUT': {'input': 'what'}, 'DISTANCE': {'input': 'far'}}},
         {'id': 'box', 'algorithm': 'native:boundingboxes', 'parameters': {'INPUT': {'step': 'grow'}}}],
       'outputs': [{'name': 'boxes', 'step': 'box'}]}""";

  private static final String TWICE =
      """
      {'name': 'Twice', 'inputs': [{'name': 'areas', 'type': 'source'}],
       'steps': [
         {'id': 'a', 'algorithm': 'model:grown_and_cut', 'title': 'First', 'parameters': {'what': {'input': 'areas'}}},
         {'id': 'b', 'algorithm': 'model:grown_and_cut', 'title': 'Second', 'parameters': {
           'what': {'step': 'a', 'output': 'boxes'}, 'far': {'value': 2}}}],
       'outputs': [{'name': 'end', 'label': 'Boxes', 'step': 'b', 'output': 'boxes'}]}""";

  @Test
  void aModelIsAStepOfAnother(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = squares(site, "squares", 0, 10, 20);
    CommandFailure missing =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("model:save", JsonObject.of().with("model", json(TWICE))));
    assertTrue(missing.getMessage().contains("model:grown_and_cut"), missing.getMessage());
    String inner =
        site.executeObject("model:save", JsonObject.of().with("model", json(GROWN_AND_CUT)))
            .string("id");
    String outer =
        site.executeObject("model:save", JsonObject.of().with("model", json(TWICE))).string("id");
    String end = run(site, "model:twice", "{'areas': '" + squares + "'}").string("end");
    assertEquals(List.of("Boxes", "squares"), layers(site));
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", end));
    // Grown by 1 and by 2.
    assertEquals(-3, info.array("extent").number(0), 1e-9);
    assertEquals(27, info.array("extent").number(2), 1e-9);
    JsonArray history = list(site, "processing:history");
    assertEquals(1, history.size());
    assertEquals("Twice", history.object(0).string("title"));

    CommandFailure circle =
        assertThrows(
            CommandFailure.class,
            () ->
                site.execute(
                    "model:save",
                    JsonObject.of()
                        .with(
                            "model",
                            json(GROWN_AND_CUT.replace("native:boundingboxes", "model:twice"))
                                .with("id", inner))));
    assertTrue(
        circle.getMessage().contains("Grown and cut, Twice, Grown and cut"), circle.getMessage());

    // Files of QGIS call a model by its name.
    String path =
        site.executeObject(
                "model:export", JsonObject.of().with("id", outer).with("path", "data/twice.model3"))
            .string("path");
    String text =
        site.executeObject("files:read", JsonObject.of().with("path", path)).string("text");
    assertTrue(text.contains("value=\"model:Grown and cut\""), text);
    JsonObject before = list(site, "model:list").object(1);
    site.execute("model:remove", JsonObject.of().with("id", outer));
    site.execute("model:import", JsonObject.of().with("path", path));
    JsonObject back = list(site, "model:list").object(1);
    assertEquals(before.get("outputs"), back.get("outputs"));
    assertEquals(before.get("steps"), back.get("steps"));

    // Another name goes along; the run is that of the models as they were.
    JsonObject renamed = json(GROWN_AND_CUT).with("id", inner).with("name", "Grown boxes");
    site.execute("model:save", JsonObject.of().with("model", renamed));
    JsonObject step = list(site, "model:list").object(1).array("steps").object(0);
    assertEquals("model:grown_boxes", step.string("algorithm"));
    site.execute("model:remove", JsonObject.of().with("id", inner));
    assertEquals(JsonObject.of(), algorithm(site, "model:twice"));
    JsonObject again =
        site.executeObject(
            "processing:rerun", JsonObject.of().with("id", history.object(0).string("id")));
    assertTrue(again.bool("identical"));
  }

  /** From the history by way of the dialog into the toolbox. */
  @Test
  void runsBecomeAModel(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    String squares = squares(site, "squares", 0, 10, 20);
    String hulls = run(site, "native:convexhull", "{'INPUT': '" + squares + "'}").string("OUTPUT");
    String grown =
        run(site, "native:buffer", "{'INPUT': '" + hulls + "', 'DISTANCE': 2}").string("OUTPUT");
    run(site, "native:clip", "{'INPUT': '" + grown + "', 'OVERLAY': '" + squares + "'}");
    list(site, "processing:history");
    site.execute("page:show-panel", JsonObject.of().with("panel", "history"));
    Locator panel = site.page().locator("#panel-history");
    panel.getByLabel("More for Clip").first().click();
    site.page().getByText("Make a model…").click();
    Locator dialog = site.page().locator("wa-dialog");
    dialog.locator("#model-name").fill("Grown and cut");
    dialog.locator(".graph-step").nth(2).waitFor();
    assertEquals(3, dialog.locator(".graph-step").count());
    dialog.locator(".graph-step").nth(1).click();
    dialog.locator("[id='buffer DISTANCE value']").fill("3");
    dialog.locator("[id='buffer DISTANCE']").selectOption("new");
    dialog.getByLabel("Search a tool").fill("centroids");
    dialog.locator("button.choice").first().click();
    dialog.locator(".graph-step").nth(3).waitFor();
    assertEquals(4, dialog.locator(".graph-step").count());
    dialog.locator("#model-name").fill("");
    assertTrue(dialog.getByText("The model needs a name.").isVisible());
    dialog.locator("#model-name").fill("Grown and cut");
    dialog.locator("wa-button[variant=brand]").click();
    panel.locator(".map-open").waitFor();
    JsonObject model = list(site, "model:list").object(0);
    assertEquals(3, model.array("inputs").object(1).integer("default"));
    assertEquals(
        json("{'step': 'clip', 'output': 'OUTPUT'}"),
        model.array("steps").object(3).object("parameters").opt("INPUT", JsonNull.NULL));

    panel.locator(".map-open").click();
    Locator form = site.page().locator("#panel-toolbox");
    form.locator("wa-button.run-button").click();
    site.page().locator("#panel-layers").getByText("Centroids").first().waitFor();
    assertEquals("Centroids", layers(site).get(0));
  }

  @Test
  void changesAreNotLostByClosing(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    site.execute("model:save", JsonObject.of().with("model", json(HULLS_AND_CENTROIDS)));
    site.execute("page:show-panel", JsonObject.of().with("panel", "history"));
    Locator panel = site.page().locator("#panel-history");
    Locator dialog = site.page().locator("wa-dialog[label='Model']");
    Locator question = site.page().locator("wa-dialog[label='Unsaved changes']");

    edit(site, panel);
    // Nothing was changed, so nothing is asked.
    dialog.getByText("Cancel").click();
    dialog.waitFor(GONE);
    edit(site, panel);
    dialog.locator("#model-help").fill("Other words.");
    site.page().keyboard().press("Escape");
    question.getByText("Keep editing").click();
    question.waitFor(GONE);
    assertEquals("Other words.", dialog.locator("#model-help").inputValue());
    dialog.getByText("Cancel").click();
    question.getByText("Discard").click();
    dialog.waitFor(GONE);
    assertEquals("Centres of hulls.", list(site, "model:list").object(0).string("help"));

    edit(site, panel);
    dialog.locator("#model-help").fill("Other words.");
    Download file = site.page().waitForDownload(() -> dialog.getByText("Save as .model3").click());
    assertEquals("Middle points.model3", file.suggestedFilename());
    dialog.getByText("Cancel").click();
    question.locator("wa-button[variant=brand]").click();
    dialog.waitFor(GONE);
    assertEquals("Other words.", list(site, "model:list").object(0).string("help"));
  }

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  private static void edit(Site site, Locator panel) {
    panel.getByLabel("More for Middle points").click();
    site.page().getByText("Edit…").click();
    site.page().locator("wa-dialog[label='Model'] .graph-step").first().waitFor();
  }
}
