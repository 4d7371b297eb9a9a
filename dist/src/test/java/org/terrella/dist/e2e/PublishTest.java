package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Maps as one HTML file: opened from disk and in a sandbox, run again, with hostile names. */
@BrowserTest
class PublishTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
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

  @Test
  void aSandboxWithoutStorageShowsIt(Site site) {
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

  private static JsonObject publish(Site site, JsonObject more) {
    return site.executeObject("publish:single-file", more.with("path", "exports/map.html"));
  }

  private static byte[] file(Site site) {
    JsonObject read =
        site.executeObject(
            "files:read", JsonObject.of().with("path", "exports/map.html").with("as", "base64"));
    return Base64.getDecoder().decode(read.string("base64"));
  }

  private static long data(JsonObject made) {
    long sum = 0;
    for (JsonObject part : made.array("parts").objects()) {
      sum += part.string("name").matches("(data|maps)/.*") ? (long) part.number("size") : 0;
    }
    return sum;
  }
}
