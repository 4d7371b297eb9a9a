package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Maps as one HTML file: opened from disk and in a sandbox, run again, with hostile names. */
@BrowserTest
class PublishTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
  private static final String COUNTRIES = "sample-countries-layer";
  private static final String ZIP = "exports/map.zip";
  private static final String TILES =
      """
      {"type": "RasterLayer", "name": "tiles", "source": {"type": "RasterSource", "parameters":
       {"url": "https://me:SECRET@tiles.example.org/{z}/{x}/{y}.png?apikey=SECRET&style=day"}}}""";
  private static final String MUCH =
      """
      async () => {
        const lines = ['{"type":"FeatureCollection","features":['];
        let seed = 1;
        const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
        for (let n = 0; n < 400000; n++) {
          const text = `${Math.floor(random() * 1e12).toString(36)} ${Math.floor(random() * 1e12).toString(36)}`;
          const at = [random() * 300 - 150, random() * 120 - 60].map((value) => Number(value.toFixed(5)));
          lines.push(`${n ? ',' : ''}{"type":"Feature","properties":{"n":${n},"text":"${text}"},"geometry":{"type":"Point","coordinates":[${at}]}}`);
        }
        lines.push(']}');
        const text = lines.join('');
        await terrella.execute('files:write', { path: 'data/much.geojson', text });
        await terrella.execute('layer:add-file', { path: 'data/much.geojson' });
        return text.length;
      }""";
  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

  @TempDir Path folder;

  @Test
  void opensFromDiskAndRunsAgain(Site site) throws IOException {
    site.open();
    site.execute(
        "processing:run",
        JsonObject.of()
            .with("algorithm", "native:buffer")
            .with(
                "parameters",
                JsonObject.of().with("INPUT", QUAKES).with("DISTANCE", 2).with("DISSOLVE", true)));
    JsonObject made = publish(site, JsonObject.of());
    assertEquals(0, made.array("left").size());
    byte[] whole = file(site);
    publish(site, JsonObject.of());
    assertArrayEquals(whole, file(site), "the same map gives the same bytes");
    long data = data(made);
    JsonObject viewer = publish(site, JsonObject.of().with("engine", false));
    System.out.printf(
        Locale.ROOT,
        "single file: %.2f MB with engine, %.2f MB without, %.2f MB of it data%n",
        whole.length / 1e6,
        viewer.number("size") / 1e6,
        data / 1e6);
    assertTrue(whole.length - data < 3_000_000, whole.length - data + " bytes with the engine");
    assertTrue(viewer.number("size") - data < 1_200_000, viewer.number("size") - data + " bytes");

    Path file = Files.write(folder.resolve("map.html"), whole);
    site.allow(file.toUri().toString());
    Site.openAt(site.page(), file.toUri().toString());
    assertEquals(3, ((JsonArray) site.execute("layer:list", NOTHING)).size());
    site.screenshots("published");
    String id = ((JsonArray) site.execute("processing:history", NOTHING)).object(0).string("id");
    JsonObject again = site.executeObject("processing:rerun", JsonObject.of().with("id", id));
    assertTrue(again.bool("identical"), again::toString);
  }

  /** 400,000 points with texts. */
  @Test
  void muchDataGoesIntoAFileToo(Site site) {
    site.open();
    int data = ((Number) site.page().evaluate(MUCH)).intValue();
    assertTrue(data > 40_000_000, data + " characters");
    JsonObject made = publish(site, JsonObject.of().with("dry", true));
    long size = (long) made.number("size");
    Download file = site.page().waitForDownload(() -> site.execute("publish:single-file", NOTHING));
    Path saved = folder.resolve("much.html");
    file.saveAs(saved);
    String address = saved.toUri().toString();
    site.allow(address);
    long begun = System.nanoTime();
    Site.openAt(site.page(), address);
    String layer = ((JsonArray) site.execute("layer:list", NOTHING)).object(0).string("layerId");
    assertEquals(400_000, layerInfo(site, layer).integer("featureCount"));
    System.out.printf(
        Locale.ROOT,
        "single file of %.1f MB opens in %.1f s%n",
        size / 1e6,
        (System.nanoTime() - begun) / 1e9);
    assertTrue(size > 15_000_000, size + " bytes");
  }

  @Test
  void aSandboxWithoutStorageShowsIt(Site site) {
    // The test's own browser asks for them in every frame.
    site.expect("Service worker is disabled");
    site.open();
    site.execute("layer:set", JsonObject.of().with("layerId", QUAKES).with("name", HOSTILE));
    publish(
        site,
        JsonObject.of()
            .with("title", HOSTILE)
            .with("layers", JsonArray.ofStrings(List.of(QUAKES))));
    String html = new String(file(site), StandardCharsets.UTF_8);
    Page page = site.openBlank().page();
    page.evaluate(
        """
        html => {
          document.body.textContent = '';
          const frame = Object.assign(document.createElement('iframe'), { srcdoc: html, width: 900, height: 600 });
          frame.sandbox = 'allow-scripts';
          document.body.append(frame);
        }""",
        html);
    Frame frame = page.waitForSelector("iframe").contentFrame();
    frame.waitForFunction("() => window.terrella && window.terrella.execute");
    String layers =
        (String)
            frame.evaluate(
                "async () => { await terrella.ready;"
                    + " return JSON.stringify(await terrella.execute('layer:list', {})); }");
    assertTrue(layers.contains("alert(1)"), layers);
    assertEquals(HOSTILE, frame.evaluate("() => document.title"));
    assertEquals(0, frame.locator("img[onerror]").count());
  }

  @Test
  void onlyWhatIsChosenGoesOut(Site site) throws IOException {
    site.open();
    JsonObject strong = JsonObject.of().with("terrella:expression", "\"mag\" >= 5");
    site.execute("layer:set", JsonObject.of().with("layerId", QUAKES).with("filters", strong));
    addTiles(site);
    long whole = data(publish(site, JsonObject.of()));
    JsonObject made =
        publish(
            site,
            Json.parseObject(
                """
                {"engine": false, "layers": ["%s", "%s"], "fields": {"%1$s": ["place"]},
                 "simplify": {"%2$s": 50000}}"""
                    .formatted(QUAKES, COUNTRIES)));
    assertTrue(data(made) < whole / 2, data(made) + " bytes of " + whole);
    assertEquals(2, made.array("changed").size());

    Path file = Files.write(folder.resolve("chosen.html"), file(site));
    site.allow(file.toUri().toString());
    Site.openAt(site.page(), file.toUri().toString());
    assertEquals(2, ((JsonArray) site.execute("layer:list", NOTHING)).size());
    JsonObject quakes = layerInfo(site, QUAKES);
    assertEquals(39, quakes.integer("featureCount"), "what the expression shows");
    // The style needs the magnitude, nobody needs the time.
    assertEquals(
        List.of("mag", "place"),
        quakes.array("fields").objects().stream().map(field -> field.string("name")).toList());
  }

  @Test
  void keysAndPasswordsStayHere(Site site) {
    site.open();
    addTiles(site);
    JsonObject single = publish(site, JsonObject.of());
    assertEquals("tiles", single.array("left").object(0).string("name"));
    assertTrue(!new String(file(site), StandardCharsets.UTF_8).contains("SECRET"));
    JsonObject zip = zip(site);
    assertEquals(
        List.of("user and password", "apikey"),
        zip.array("stripped").objects().stream().map(each -> each.string("what")).toList());
    site.execute("document:open", JsonObject.of().with("path", ZIP));
    String document = Json.write(site.execute("document:get", NOTHING));
    assertTrue(document.contains("tiles.example.org/{z}/{x}/{y}.png?apikey=&style=day"), document);
    assertTrue(!document.contains("SECRET"), document);
  }

  /** Runs name files by where they are; of that only the name goes out. */
  @Test
  void pathsStayHere(Site site) throws IOException {
    site.open();
    String points = "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}";
    site.execute(
        "files:write",
        JsonObject.of().with("path", "private/of-ada/points.geojson").with("text", points));
    JsonObject parameters =
        JsonObject.of()
            .with("INPUT", "private/of-ada/points.geojson")
            .with("OUTPUT", "private/of-ada/hull.gpkg");
    site.execute(
        "processing:run",
        JsonObject.of().with("algorithm", "native:convexhull").with("parameters", parameters));
    site.page()
        .waitForCondition(
            () -> !((JsonArray) site.execute("processing:history", NOTHING)).isEmpty());
    publish(site, JsonObject.of());
    Path file = Files.write(folder.resolve("paths.html"), file(site));
    site.allow(file.toUri().toString());
    Site.openAt(site.page(), file.toUri().toString());
    String history = Json.write(site.execute("processing:history", NOTHING));
    assertTrue(history.contains("\"points.geojson\"") && history.contains("hull.gpkg"), history);
    String document = Json.write(site.execute("document:get", NOTHING));
    assertTrue(!document.contains("of-ada"), document);
  }

  @Test
  void aZipIsTheSameMapAgain(Site site) {
    site.open();
    site.execute(
        "processing:run",
        JsonObject.of()
            .with("algorithm", "native:centroids")
            .with("parameters", JsonObject.of().with("INPUT", COUNTRIES)));
    zip(site);
    byte[] first = Base64.getDecoder().decode(read(site, ZIP));
    zip(site);
    assertArrayEquals(first, Base64.getDecoder().decode(read(site, ZIP)));
    JsonObject opened = site.executeObject("document:open", JsonObject.of().with("path", ZIP));
    assertEquals("maps/map.jGIS", opened.string("path"));
    assertEquals(3, ((JsonArray) site.execute("layer:list", NOTHING)).size());
    String id = ((JsonArray) site.execute("processing:history", NOTHING)).object(0).string("id");
    JsonObject again = site.executeObject("processing:rerun", JsonObject.of().with("id", id));
    assertTrue(again.bool("identical"), again::toString);
  }

  @Test
  void aPublishedMapGoesHome(Site site) throws IOException {
    site.open();
    publish(site, JsonObject.of());
    Path file = Files.write(folder.resolve("home.html"), file(site));
    site.allow(file.toUri().toString());
    Site.openAt(site.page(), file.toUri().toString());
    Download zip =
        site.page().waitForDownload(() -> site.page().getByLabel("go on in Terrella").click());
    assertEquals("A-week-of-earthquakes.zip", zip.suggestedFilename());
    byte[] content = Files.readAllBytes(zip.path());
    site.open();
    FileChooser chooser =
        site.page().waitForFileChooser(() -> site.execute("page:open-file", JsonObject.of()));
    chooser.setFiles(new FilePayload("home.zip", "application/zip", content));
    site.page()
        .waitForCondition(
            () -> Json.write(site.execute("files:list", NOTHING)).contains("maps/home.jGIS"));
    assertEquals(2, ((JsonArray) site.execute("layer:list", NOTHING)).size());
  }

  @Test
  void theDialogTellsTheSizeOfWhatIsChosen(Site site) {
    site.open();
    site.execute("page:publish", NOTHING);
    Page page = site.page();
    Locator size = page.locator(".publish-size");
    page.waitForCondition(() -> size.innerText().contains("MB, of which"));
    String whole = size.innerText();
    page.locator("wa-dialog[open]").getByText("Countries").click();
    page.waitForCondition(
        () -> size.innerText().contains("MB, of which") && !size.innerText().equals(whole));
    page.locator("wa-dialog[open] summary").first().click();
    site.screenshots("publish");
    Download made =
        page.waitForDownload(
            () -> page.locator("wa-dialog[open] .dialog-buttons wa-button").last().click());
    assertEquals("A-week-of-earthquakes.html", made.suggestedFilename());
  }

  private static void addTiles(Site site) {
    site.stub("https://tiles.example.org/", route -> route.abort());
    site.expect("tiles.example.org").expect("net::ERR_FAILED");
    site.execute("layer:add", Json.parseObject(TILES));
  }

  private static JsonObject layerInfo(Site site, String layer) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", layer));
  }

  private static JsonObject zip(Site site) {
    return site.executeObject("publish:map-zip", JsonObject.of().with("path", ZIP));
  }

  private static JsonObject publish(Site site, JsonObject more) {
    return site.executeObject("publish:single-file", more.with("path", "exports/map.html"));
  }

  private static byte[] file(Site site) {
    return Base64.getDecoder().decode(read(site, "exports/map.html"));
  }

  private static String read(Site site, String path) {
    return site.executeObject("files:read", JsonObject.of().with("path", path).with("as", "base64"))
        .string("base64");
  }

  private static long data(JsonObject made) {
    long sum = 0;
    for (JsonObject part : made.array("parts").objects()) {
      sum += part.string("name").matches("(data|maps)/.*") ? (long) part.number("size") : 0;
    }
    return sum;
  }
}
