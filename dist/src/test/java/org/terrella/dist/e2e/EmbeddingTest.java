package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.dist.StaticServer;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/** Maps in pages of others: what is shown, and which calls are answered. */
@BrowserTest
class EmbeddingTest {
  private static final String QUAKES = "sample-earthquakes-layer";

  /** An article with a map, as docs/embedding.md shows it. */
  private static final String ARTICLE =
      """
      <!doctype html><title>An article</title>
      <iframe src="%s" width="900" height="500" title="A map"></iframe>
      <script>
        const frame = document.querySelector('iframe');
        const waiting = new Map();
        window.events = [];
        addEventListener('message', ({ source, data }) => {
          if (source !== frame.contentWindow || data?.terrella !== 1) return;
          if (data.event) window.events.push(data.event);
          else waiting.get(data.id)?.(data);
        });
        let last = 0;
        window.call = (execute, args = {}) => new Promise((resolve) => {
          waiting.set(++last, resolve);
          setTimeout(() => resolve({ silent: true }), 4000);
          frame.contentWindow.postMessage({ terrella: 1, id: last, execute, args }, '*');
        });
      </script>
      """;

  @TempDir Path folder;
  private StaticServer other;

  @BeforeEach
  void start() throws IOException {
    other = StaticServer.start(folder, "/", 0);
  }

  @AfterEach
  void end() {
    other.close();
  }

  @Test
  void anAllowedPageMayDoAll(Site site) throws IOException {
    Page page = article(site, site.address() + "?embed&allow-origin=" + other.origin());
    page.waitForFunction("() => events.includes('ready')");
    JsonObject list = call(page, "layer:list");
    assertEquals(2, list.array("result").size());
    assertEquals("not-found", call(page, "layer:remove", "nothing").object("error").string("code"));
    call(page, "layer:remove", QUAKES);
    assertEquals(1, call(page, "layer:list").array("result").size());
    page.waitForFunction("() => events.includes('layers')");
    Frame map = map(page);
    assertFalse(map.locator(".topbar").isVisible());
    assertFalse(map.locator(".rail").first().isVisible());
  }

  @Test
  void otherPagesHearNothing(Site site) throws IOException {
    Page page = article(site, site.address() + "?tools=layers&allow-origin=https://example.org");
    awaitMap(page);
    assertTrue(call(page, "layer:list").bool("silent"));
    assertEquals(0, ((Number) page.evaluate("() => events.length")).intValue());
    Frame map = map(page);
    assertTrue(map.locator("[aria-controls='panel-layers']").isVisible());
    assertFalse(map.locator("[aria-controls='panel-toolbox']").isVisible());
  }

  @Test
  void aMapBesideTheArticleIsOpenedByItsAddress(Site site) throws IOException {
    // The folder of the site with a map in it, on the host of the article.
    copy(Path.of(System.getProperty("terrella.site", "target/site")), folder.resolve("map"));
    site.open();
    JsonObject document = site.executeObject("document:get", JsonObject.of());
    Files.writeString(folder.resolve("map/figure-2.jGIS"), Json.write(document));
    Page page = article(site, "map/?embed&document=figure-2.jGIS&allow-origin=" + other.origin());
    page.waitForFunction("() => events.includes('ready')");
    assertEquals(2, call(page, "layer:list").array("result").size());
  }

  @Test
  void aPublishedMapIsReadByAnyPageAndChangedByNone(Site site) throws IOException {
    site.open();
    site.execute("publish:single-file", JsonObject.of().with("path", "exports/map.html"));
    JsonObject read =
        site.executeObject(
            "files:read", JsonObject.of().with("path", "exports/map.html").with("as", "base64"));
    Files.write(folder.resolve("map.html"), Base64.getDecoder().decode(read.string("base64")));
    Page page = article(site, "map.html");
    page.waitForFunction("() => events.includes('ready')");
    assertEquals(2, call(page, "layer:list").array("result").size());
    assertTrue(call(page, "view:get").has("result"));
    for (String refused : List.of("layer:remove", "files:list", "document:set")) {
      JsonObject answer = call(page, refused, QUAKES);
      assertEquals("not-allowed", answer.object("error").string("code"), refused);
    }
    assertEquals(2, call(page, "layer:list").array("result").size());
  }

  private Page article(Site site, String map) throws IOException {
    Files.writeString(folder.resolve("article.html"), ARTICLE.formatted(map));
    site.allow(other.origin());
    Page page = site.page();
    page.navigate(other.address() + "article.html");
    return page;
  }

  private static Frame map(Page page) {
    return page.waitForSelector("iframe").contentFrame();
  }

  private static void awaitMap(Page page) {
    Frame map = map(page);
    map.waitForFunction("() => window.terrella && window.terrella.execute");
    map.evaluate("() => terrella.ready.then(() => 0)");
  }

  private static JsonObject call(Page page, String command) {
    return Json.parseObject(
        (String) page.evaluate("async (id) => JSON.stringify(await call(id))", command));
  }

  private static JsonObject call(Page page, String command, String layer) {
    return Json.parseObject(
        (String)
            page.evaluate(
                "async ([id, layerId]) => JSON.stringify(await call(id, { layerId }))",
                List.of(command, layer)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
