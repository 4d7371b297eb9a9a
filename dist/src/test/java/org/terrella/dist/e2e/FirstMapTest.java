package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.dist.StaticServer;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** From a shapefile on disk to a classified and buffered map that is there again tomorrow. */
@BrowserTest
class FirstMapTest {
  /** In bytes on the wire, compressed with gzip. */
  private static final long MOST_BEFORE_THE_MAP = 780_000;

  @Test
  void littleIsFetchedBeforeTheMap(Site site) {
    site.open();
    List<StaticServer.Answer> answers = site.answers();
    // The controls are asked for once the map is there, which may be before the list is read.
    long sent =
        answers.stream()
            .filter(answer -> !answer.path().matches("chunks/controls-.*|controls-.*css"))
            .mapToLong(StaticServer.Answer::sent)
            .sum();
    assertTrue(sent <= MOST_BEFORE_THE_MAP, sent + " bytes: " + answers);
    assertTrue(
        answers.stream().noneMatch(answer -> answer.path().startsWith("algorithms-")),
        "algorithms come with the first job");
  }

  @Test
  void aFirstVisitShowsAMap(Site site) {
    site.open();
    assertTrue(layers(site).size() > 0, "the sample map has layers");
    site.screenshots("first-visit");
  }

  @Test
  void aFailedCommandSaysWhatIsWrong(Site site) {
    site.open();
    CommandFailure unknown =
        assertThrows(CommandFailure.class, () -> site.execute("no:such", JsonObject.of()));
    assertEquals("unknown-command", unknown.code());
    CommandFailure missing =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("layer:info", JsonObject.of().with("layerId", "nothing")));
    assertEquals("not-found", missing.code());
    assertTrue(missing.getMessage().contains("nothing"), missing.getMessage());
  }

  @Test
  void fromAShapefileToASavedMap(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of().with("title", "Countries"));
    chooseFile(site);
    String countries = layers(site).get(0).string("layerId");

    JsonObject info = info(site, countries);
    assertEquals(TestFiles.COUNTRIES, info.integer("featureCount"));
    List<String> fields =
        info.array("fields").objects().stream().map(field -> field.string("name")).toList();
    assertTrue(fields.containsAll(List.of("NAME", "POP_EST")), fields.toString());

    JsonObject classes =
        site.executeObject(
            "layer:classify",
            JsonObject.of()
                .with("layerId", countries)
                .with("field", "POP_EST")
                .with("mode", "quantile")
                .with("classes", 5L)
                .with("ramp", "viridis"));
    assertEquals(5, classes.array("breaks").size());
    double[] breaks = classes.array("breaks").numbers();
    for (int i = 1; i < breaks.length; i++) {
      assertTrue(breaks[i - 1] <= breaks[i], "breaks rise");
    }

    JsonObject distance = JsonObject.of().with("value", 10L).with("unit", "kilometers");
    JsonObject parameters = JsonObject.of().with("INPUT", countries).with("DISTANCE", distance);
    String buffers =
        site.executeObject(
                "processing:run",
                JsonObject.of().with("algorithm", "native:buffer").with("parameters", parameters))
            .string("OUTPUT");
    assertEquals(TestFiles.COUNTRIES, info(site, buffers).integer("featureCount"));
    assertEquals(2, layers(site).size());
    assertGrown(info(site, countries), info(site, buffers));
    site.screenshots("classified-and-buffered");

    String path = site.executeObject("document:save", JsonObject.of()).string("path");
    JsonObject saved = site.executeObject("document:get", JsonObject.of());
    site.reload();
    assertEquals(saved, site.executeObject("document:get", JsonObject.of()));
    assertEquals(TestFiles.COUNTRIES, info(site, countries).integer("featureCount"));
    assertEquals(TestFiles.COUNTRIES, info(site, buffers).integer("featureCount"));
    JsonArray files = (JsonArray) site.execute("files:list", JsonObject.of());
    assertTrue(
        files.objects().stream().anyMatch(file -> file.string("path").equals(path)),
        files.toString());

    List<JsonObject> history =
        ((JsonArray) site.execute("processing:history", JsonObject.of())).objects();
    assertEquals(1, history.size());
    JsonObject again =
        site.executeObject(
            "processing:rerun", JsonObject.of().with("id", history.get(0).string("id")));
    assertTrue(again.bool("identical"), "the same work has the same result");
  }

  /** As a person adds a file: by the button and the browser's own dialog. */
  private static void chooseFile(Site site) {
    Page page = site.page();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add data"))
        .first()
        .click();
    FileChooser chooser = page.waitForFileChooser(() -> page.getByText("Choose files").click());
    chooser.setFiles(TestFiles.countries());
    page.waitForCondition(() -> layers(site).size() == 1);
  }

  private static void assertGrown(JsonObject before, JsonObject after) {
    double[] small = before.array("extent").numbers();
    double[] large = after.array("extent").numbers();
    assertTrue(large[1] < small[1] && large[3] > small[3], "a buffer reaches beyond its input");
  }

  private static List<JsonObject> layers(Site site) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of())).objects();
  }

  private static JsonObject info(Site site, String layer) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", layer));
  }
}
