package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** Visits without a network, and new versions of the site. */
@BrowserTest
class OfflineTest {
  private static final Path SITE = Path.of(System.getProperty("terrella.site", "target/site"));
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String NEW_TITLE = "<title>Terrella the second</title>";

  @TempDir Path folder;
  private PlainHost host;

  @BeforeEach
  void start() throws IOException {
    host = new PlainHost(SITE, "/maps/");
  }

  @AfterEach
  void end() {
    host.close();
  }

  @Test
  void theSecondVisitNeedsNoNetwork(@WithServiceWorker Site site) {
    visit(site);
    assertTrue(
        host.asked().stream().noneMatch(name -> name.matches("gdal/.*|portable.*")),
        () -> host.asked().toString());
    host.away = true;
    Site.openAt(site.page(), host.address() + "?x=1");
    DayOfWork.with(site);
    // Storage that is cleared is as a first visit: the page says nothing, and comes from the host.
    site.page()
        .evaluate(
            "async () => { for (const name of await caches.keys()) await caches.delete(name); }");
    host.away = false;
    site.reload();
    assertEquals(2, DayOfWork.layers(site));
    assertEquals(0, site.page().locator(".toast").count());
    awaitKept(site);
  }

  @Test
  void allOfItIsKeptWhenAPersonWantsIt(@WithServiceWorker Site site) throws IOException {
    visit(site);
    Page page = site.page();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Map").setExact(true))
        .click();
    page.getByText("Make available offline…").click();
    page.getByText("MB from the network").waitFor();
    site.screenshots("make-available-offline");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fetch").setExact(true))
        .click();
    page.getByText("works without a network now").waitFor();
    assertEquals(0, state(site).number("fetch"));

    host.away = true;
    site.reload();
    add(site, "in/countries.zip", Files.readAllBytes(TestFiles.countries()));
    String map = site.executeObject("document:save", NOTHING).string("path");
    JsonObject export =
        site.executeObject(
            "layer:export",
            JsonObject.of()
                .with("layerId", "sample-earthquakes-layer")
                .with("path", "exports/quakes.gpkg"));
    assertTrue(export.integer("featureCount") > 0, export::toString);
    site.execute("layer:add-file", JsonObject.of().with("path", "exports/quakes.gpkg"));
    site.execute("publish:single-file", JsonObject.of().with("path", "exports/map.html"));
    assertTrue(map.startsWith("maps/"), map);

    host.away = false;
    site.execute("offline:remove-all", NOTHING);
    assertTrue(state(site).number("fetch") > 10e6, () -> Json.write(state(site)));
    host.away = true;
    site.reload();
    assertTrue(DayOfWork.layers(site) > 2);
    CommandFailure away =
        assertThrows(CommandFailure.class, () -> site.execute("offline:keep-all", NOTHING));
    assertTrue(away.getMessage().contains("cannot be reached"), away.getMessage());
  }

  @Test
  void fetchingAllCanBeCancelled(@WithServiceWorker Site site) {
    visit(site);
    double missing = state(site).number("size");
    Object code =
        site.page()
            .evaluate(
                """
                async () => {
                  const ending = new AbortController();
                  try {
                    await terrella.execute('offline:keep-all', {}, {
                      signal: ending.signal,
                      onProgress: (fraction) => fraction > 0 && ending.abort(),
                    });
                  } catch (error) {
                    return error.code;
                  }
                }""");
    assertEquals("cancelled", code);
    site.page().waitForCondition(() -> state(site).number("size") == missing);
  }

  @Test
  void anUpdateWaitsForTheNextPage(@WithServiceWorker Site site) throws IOException {
    visit(site);
    String old = state(site).string("version");
    site.execute("document:new", JsonObject.of().with("title", "Edited"));
    add(
        site,
        "in/a.geojson",
        "{\"type\":\"Point\",\"coordinates\":[1,2]}".getBytes(StandardCharsets.UTF_8));

    host.folder = newVersion();
    host.forget();
    JsonObject found = site.executeObject("offline:find-update", NOTHING);
    assertTrue(found.bool("found"));
    assertEquals("Terrella", titleOfPage(site.page()));
    assertNotEquals(old, state(site).string("version"));
    // The page that is open goes on with its own files, which the host has no more.
    site.execute(
        "processing:run",
        JsonObject.of()
            .with("algorithm", "native:buffer")
            .with("parameters", JsonObject.of().with("INPUT", layer(site)).with("DISTANCE", 1)));
    Page second = site.page().context().newPage();
    Site.openAt(second, host.address());
    assertEquals("Terrella the second", titleOfPage(second));
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", layer(site)));
    second.close();

    site.reload();
    assertEquals("Terrella the second", titleOfPage(site.page()));
    assertEquals(2, DayOfWork.layers(site));
    site.page().waitForTimeout(4000);
    assertEquals(
        2L,
        ((Number) site.page().evaluate("async () => (await caches.keys()).length")).longValue());
  }

  @Test
  void aBrokenUpdateIsNone(@WithServiceWorker Site site) throws IOException {
    visit(site);
    String old = state(site).string("version");
    Path next = newVersion();
    host.folder = next;
    // Half of what is new is not there, as while a folder is being copied.
    host.lost = name -> name.startsWith("app-") || name.startsWith("start-");
    site.expect("404");
    assertThrows(CommandFailure.class, () -> site.execute("offline:find-update", NOTHING));
    assertEquals(old, state(site).string("version"));
    site.reload();
    assertEquals("Terrella", titleOfPage(site.page()));
    // A file that is not what the list says.
    host.lost = name -> false;
    Path start = find(next, "start-");
    String content = Files.readString(start);
    Files.writeString(start, content + " ");
    CommandFailure changed =
        assertThrows(CommandFailure.class, () -> site.execute("offline:find-update", NOTHING));
    assertTrue(changed.getMessage().contains("start-"), changed.getMessage());
    DayOfWork.with(site);
    Files.writeString(start, content);
    assertTrue(site.executeObject("offline:find-update", NOTHING).bool("found"));
    site.reload();
    assertEquals("Terrella the second", titleOfPage(site.page()));
  }

  @Test
  void aVersionThatDoesNotStartIsTakenBack(@WithServiceWorker Site site) throws IOException {
    visit(site);
    Path next = newVersion();
    Path start = find(next, "start-");
    Files.writeString(start, "throw new Error('a version that does not start');");
    list(next);
    host.folder = next;
    assertTrue(site.executeObject("offline:find-update", NOTHING).bool("found"));
    site.expect("does not start");
    site.page().reload();
    assertEquals("Terrella the second", titleOfPage(site.page()));
    site.page().waitForTimeout(16_000);
    site.reload();
    assertEquals("Terrella", titleOfPage(site.page()));
    DayOfWork.with(site);
    assertFalse(site.executeObject("offline:find-update", NOTHING).bool("found"));
  }

  /** The map comes from the host as long as that answers. */
  @Test
  void aMapBesideTheAppIsKept(@WithServiceWorker Site site) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("map.jGIS"),
        """
        {"schemaVersion": "0.6.0", "layerTree": ["p"],
         "layers": {"p": {"name": "Points", "type": "VectorLayer", "visible": true, "parameters": {"source": "s"}}},
         "sources": {"s": {"name": "points", "type": "GeoJSONSource", "parameters": {"path": "points.geojson"}}}}
        """);
    Path points = own.resolve("points.geojson");
    Files.writeString(points, points(2));
    host.others = folder;
    open(site, "?document=own/map.jGIS");
    site.page()
        .waitForCondition(
            () ->
                site.page()
                    .evaluate("async () => Boolean(await caches.match('own/points.geojson'))")
                    .equals(true));
    host.away = true;
    site.reload();
    assertEquals(2, features(site));
    assertEquals(
        points(2).substring(2, 6),
        site.page()
            .evaluate(
                """
                async () => {
                  const part = await fetch('own/points.geojson', { headers: { Range: 'bytes=2-5' } });
                  return part.status === 206 && part.text();
                }"""));
    host.away = false;
    Files.writeString(points, points(3));
    site.reload();
    assertEquals(3, features(site));
    host.away = true;
    site.reload();
    assertEquals(3, features(site));
  }

  private static String points(int count) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String geometry = "{\"type\":\"Point\",\"coordinates\":[" + i + "," + i + "]}";
      features.add("{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}");
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static int features(Site site) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", layer(site)))
        .integer("featureCount");
  }

  @Test
  void aPublishedFolderIsKeptWithItsData(@WithServiceWorker Site site) throws IOException {
    site.open();
    Download zip =
        site.page()
            .waitForDownload(
                () -> site.execute("publish:folder", JsonObject.of().with("app", "viewer")));
    PublishedFolderTest.unpack(zip.path(), folder);
    host.folder = folder;
    visit(site);
    host.away = true;
    site.reload();
    assertEquals("A week of earthquakes", titleOfPage(site.page()));
    assertEquals(2, DayOfWork.layers(site));
    assertTrue(features(site) > 100);
  }

  @Test
  void aFrameKeepsNothing(@WithServiceWorker Site site) {
    site.allow(host.address());
    Site.openAt(site.page(), host.address() + "?embed");
    site.page().waitForTimeout(4000);
    assertEquals(
        0,
        site.page()
            .evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"));
    assertTrue(host.asked().stream().noneMatch("files.json"::equals));
  }

  /** A first visit, until all is kept that is kept by itself. */
  private void visit(Site site) {
    open(site, "");
  }

  private void open(Site site, String query) {
    site.allow(host.address()).expect("stylesheet MIME type");
    // The host does not answer while it is away.
    site.expect("ERR_EMPTY_RESPONSE").expect("Failed to fetch");
    Site.openAt(site.page(), host.address() + query);
    awaitKept(site);
  }

  private static void awaitKept(Site site) {
    site.page()
        .evaluate(
            """
            async () => {
              const begun = Date.now();
              while (Date.now() - begun < 40_000) {
                if ((await terrella.execute('offline:get-state')).version !== '') return;
                await new Promise((resolve) => setTimeout(resolve, 200));
              }
              throw new Error('nothing was kept');
            }""");
  }

  private static JsonObject state(Site site) {
    return site.executeObject("offline:get-state", NOTHING);
  }

  private static String layer(Site site) {
    JsonValue layers = site.execute("layer:list", NOTHING);
    return ((JsonArray) layers).object(0).string("layerId");
  }

  private static void add(Site site, String path, byte[] content) {
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", path)
            .with("base64", Base64.getEncoder().encodeToString(content)));
    site.execute("layer:add-file", JsonObject.of().with("path", path));
  }

  private static String titleOfPage(Page page) {
    return (String) page.evaluate("() => document.title");
  }

  /** A version with another page and another script of the app. */
  private Path newVersion() throws IOException {
    Path next = folder.resolve("next");
    try (Stream<Path> files = Files.walk(SITE)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = SITE.relativize(file).toString().replace('\\', '/');
        boolean own = name.matches("(index.html|(app|start)-.*\\.js)");
        Path copy = next.resolve(renamed(name));
        Files.createDirectories(copy.getParent());
        if (own) {
          String text = Files.readString(file).replace("<title>Terrella</title>", NEW_TITLE);
          for (String old : marks()) {
            text = text.replace(old, "ZZ" + old.substring(2));
          }
          Files.writeString(copy, text);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    list(next);
    return next;
  }

  private static String renamed(String name) throws IOException {
    for (String old : marks()) {
      name = name.replace(old, "ZZ" + old.substring(2));
    }
    return name;
  }

  /** The marks of the files that are others in the new version. */
  private static List<String> marks() throws IOException {
    List<String> marks = new ArrayList<>();
    for (String name : List.of("app-", "start-")) {
      String file = find(SITE, name).getFileName().toString();
      marks.add(file.substring(name.length(), file.indexOf('.')));
    }
    return marks;
  }

  private static Path find(Path site, String begin) throws IOException {
    try (Stream<Path> files = Files.list(site)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(begin))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Writes the list of files anew: names and sums. */
  private static void list(Path site) throws IOException {
    Path list = site.resolve("files.json");
    JsonObject known = Json.parseObject(Files.readString(SITE.resolve("files.json")));
    List<JsonObject> files = new ArrayList<>();
    for (JsonObject file : known.array("files").objects()) {
      String name = renamed(file.string("file"));
      files.add(file.with("file", name).with("sha256", sum(site.resolve(name))));
    }
    Files.deleteIfExists(list);
    Files.writeString(
        list,
        Json.write(
            known
                .with("version", sum(site.resolve("index.html")).substring(0, 12))
                .with("files", JsonArray.of(files))));
  }

  private static String sum(Path file) throws IOException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
