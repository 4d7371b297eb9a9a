package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrella.document.JgisReader;
import org.terrella.document.JgisWriter;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Documents that others made: they open, say what is missing, and are as they were when saved. */
@BrowserTest
class DocumentsTest {
  private static final String EVIL =
      "<img src=x onerror=\"window.injected=1\"><script>window.injected=1</script>";

  @Test
  void thoseOfJupyterGisOpenAndComeBackEqual(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("documents/jgis");
    assumeTrue(folder.isPresent(), "There are no shared documents.");
    site.stub("https://", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)))
        .expect("404");
    site.open();
    try (Stream<Path> data = Files.walk(folder.get().resolve("data"))) {
      for (Path file : data.filter(Files::isRegularFile).toList()) {
        String path = "data/" + folder.get().resolve("data").relativize(file);
        write(site, path.replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    List<Path> documents;
    try (Stream<Path> files = Files.list(folder.get())) {
      documents =
          files
              .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jgis"))
              .sorted()
              .toList();
    }
    assertTrue(documents.size() >= 8, documents.toString());
    for (Path file : documents) {
      String name = file.getFileName().toString();
      byte[] bytes = Files.readAllBytes(file);
      write(site, "maps/" + name, bytes);
      JsonObject here = JsonObject.of().with("path", "maps/" + name);
      site.execute("document:open", here);
      JsonObject expected =
          JgisWriter.toJson(JgisReader.read(new String(bytes, StandardCharsets.UTF_8)).document());
      assertEquals(expected, site.executeObject("document:get", JsonObject.of()), name);
      for (JsonObject layer : ((JsonArray) site.execute("layer:list", JsonObject.of())).objects()) {
        assertDrawnOrExplained(site, name, layer.string("layerId"));
      }
      site.execute("document:save", JsonObject.of());
      JsonObject saved = Json.parseObject(site.executeObject("files:read", here).string("text"));
      assertEquals(expected.get("layers"), saved.get("layers"), name);
      assertEquals(expected.get("sources"), saved.get("sources"), name);
      assertEquals(expected.get("layerTree"), saved.get("layerTree"), name);
      assertEquals(expected.get("metadata"), saved.get("metadata"), name);
    }
  }

  /** A layer has features to draw or is drawn by its service; else it says what is missing. */
  private static void assertDrawnOrExplained(Site site, String document, String id) {
    JsonObject here = JsonObject.of().with("layerId", id);
    JsonObject info;
    try {
      info = site.executeObject("layer:info", here);
    } catch (CommandFailure failure) {
      String words = failure.getMessage();
      assertTrue(words.length() > 20 && !words.contains("undefined"), document + ": " + words);
      return;
    }
    String said = document + ", " + id + ": " + Json.write(info);
    if (!info.bool("drawn")) {
      assertTrue(info.string("objection").length() > 20, said);
    } else if (info.has("featureCount")) {
      assertTrue(info.integer("featureCount") > 0, said);
    }
  }

  @Test
  void nothingOfADocumentRuns(Site site) {
    site.stub("https://", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)))
        .expect("404");
    site.open();
    JsonObject layer =
        JsonObject.of()
            .with("name", EVIL)
            .with("type", "VectorLayer")
            .with("visible", true)
            .with(
                "parameters",
                JsonObject.of().with("source", EVIL).with("color", "url(javascript:injected=1)"));
    JsonObject tiles =
        JsonObject.of()
            .with("name", EVIL)
            .with("type", "RasterLayer")
            .with("visible", true)
            .with("parameters", JsonObject.of().with("source", "tiles"));
    JsonObject inline =
        JsonObject.of()
            .with("type", "Feature")
            .with("properties", JsonObject.of().with(EVIL, EVIL).with("__proto__", EVIL))
            .with(
                "geometry",
                JsonObject.of()
                    .with("type", "Point")
                    .with("coordinates", JsonArray.ofNumbers(0, 0)));
    JsonObject document =
        JsonObject.of()
            .with("schemaVersion", "0.6.0")
            .with(
                "layers",
                JsonObject.of().with(EVIL, layer).with("tiles", tiles).with("__proto__", layer))
            .with("layerTree", JsonArray.ofStrings(List.of(EVIL, "tiles", "__proto__")))
            .with(
                "sources",
                JsonObject.of()
                    .with(
                        EVIL,
                        JsonObject.of()
                            .with("name", EVIL)
                            .with("type", "GeoJSONSource")
                            .with("parameters", JsonObject.of().with("data", inline)))
                    .with(
                        "tiles",
                        JsonObject.of()
                            .with("name", EVIL)
                            .with("type", "RasterSource")
                            .with(
                                "parameters",
                                JsonObject.of()
                                    .with("url", "javascript:window.injected=1//{z}/{x}/{y}")
                                    .with("attribution", EVIL)
                                    .with("htmlAttribution", EVIL)
                                    .with("provider", EVIL))))
            .with("metadata", JsonObject.of().with("title", EVIL).with("__proto__", EVIL))
            .with("annotations", JsonObject.of().with(EVIL, JsonObject.of().with("label", EVIL)))
            .with("options", JsonObject.of().with("projection", EVIL));
    site.execute(
        "files:write",
        JsonObject.of().with("path", "maps/evil.jGIS").with("text", Json.write(document)));
    site.execute("document:open", JsonObject.of().with("path", "maps/evil.jGIS"));
    Page page = site.page();
    page.waitForTimeout(1500);
    page.locator(".menu-button").click();
    page.getByText("All maps…").click();
    page.waitForTimeout(500);
    page.keyboard().press("Escape");
    assertEquals(
        true, page.evaluate("() => window.injected === undefined && {}.label === undefined"));
    assertEquals(0, page.locator("img[onerror], script:not([src])").count());
  }

  @Test
  void thePageLetsNoStringBecomeCode(Site site) {
    site.open();
    Object refused =
        site.page()
            .evaluate(
                """
                () => {
                  const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]').content;
                  const tries = [
                    () => { document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'; },
                    () => new Worker('data:text/javascript,1'),
                    () => { document.createElement('script').src = 'https://example.org/x.js'; },
                    () => { document.createElement('script').text = 'alert(1)'; },
                  ];
                  const passed = tries.filter((t) => { try { t(); return true; } catch { return false; } });
                  return [passed.length, policy.includes("require-trusted-types-for 'script'"),
                    policy.includes('unsafe-eval'), /script-src[^;]*unsafe-inline/.test(policy)].join();
                }""");
    assertEquals("0,true,false,false", refused);
  }

  @Test
  void aMapBesideThePageOpensByItsAddress(Site site) {
    String map =
        "{\"schemaVersion\":\"0.6.0\",\"layers\":{\"a\":{\"name\":\"Beside\",\"type\":\"VectorLayer\","
            + "\"visible\":true,\"parameters\":{\"source\":\"s\"}}},\"layerTree\":[\"a\"],"
            + "\"sources\":{\"s\":{\"name\":\"s\",\"type\":\"GeoJSONSource\","
            + "\"parameters\":{\"path\":\"data/points.geojson\"}}}}";
    site.page()
        .route(
            "**/atlas/map.jGIS", route -> route.fulfill(new Route.FulfillOptions().setBody(map)));
    site.page()
        .route(
            "**/atlas/data/points.geojson",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setBody(
                            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                                + "{\"type\":\"Point\",\"coordinates\":[1,2]}}")));
    Site.openAt(site.page(), site.address() + "?document=atlas/map.jGIS");
    String layers = Json.write(site.execute("layer:list", JsonObject.of()));
    assertTrue(layers.contains("Beside"), layers);
    assertEquals(
        1,
        site.executeObject("layer:info", JsonObject.of().with("layerId", "a"))
            .integer("featureCount"));
  }

  private static void write(Site site, String path, byte[] bytes) {
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", path)
            .with("base64", Base64.getEncoder().encodeToString(bytes)));
  }
}
