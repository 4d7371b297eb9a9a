package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * A map as a folder without the tools, on a host that knows little and on a disk; {@link
 * ShapesTest} has the one with all of them.
 */
@BrowserTest
class PublishedFolderTest {
  private static final JsonObject NOTHING = JsonObject.of();

  @TempDir Path scratch;

  @Test
  void itIsSmallAndShowsTheMap(Site site) throws IOException {
    site.open();
    Path folder = unpacked(site);
    try (var files = Files.walk(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().matches(".*(algorithms|gdal).*")));
    }
    try (PlainHost host = new PlainHost(folder, "/")) {
      site.allow(host.address()).expect("not a supported stylesheet MIME type");
      Site.openAt(site.page(), host.address());
      assertShown(site, 2);
      assertEquals(
          "layers history", site.page().evaluate("() => document.documentElement.dataset.tools"));
      CommandFailure again =
          assertThrows(
              CommandFailure.class,
              () ->
                  site.execute(
                      "publish:single-file", JsonObject.of().with("path", "exports/again.html")));
      assertEquals("unsupported-format", again.code(), again.getMessage());
    }
    site.allow("file:").expect("CORS").expect("ERR_FAILED").expect("origin 'null'");
    Site.openAt(site.page(), folder.resolve("index.html").toUri().toString());
    assertShown(site, 2);
  }

  private Path unpacked(Site site) throws IOException {
    Download zip =
        site.page()
            .waitForDownload(
                () -> site.execute("publish:folder", JsonObject.of().with("engine", false)));
    Path folder = scratch.resolve("viewer");
    try (InputStream bytes = Files.newInputStream(zip.path());
        ZipInputStream entries = new ZipInputStream(bytes)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        assertTrue(file.normalize().startsWith(folder));
        Files.createDirectories(file.getParent());
        Files.copy(entries, file);
      }
    }
    long size;
    try (var files = Files.walk(folder)) {
      size = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
    System.out.printf(
        "folder of the viewer: %.1f MB, zip %.1f MB%n", size / 1e6, Files.size(zip.path()) / 1e6);
    return folder;
  }

  private static void assertShown(Site site, int layers) {
    JsonArray shown = (JsonArray) site.execute("layer:list", NOTHING);
    assertEquals(layers, shown.size());
    for (JsonObject layer : shown.objects()) {
      JsonObject info =
          site.executeObject(
              "layer:info", JsonObject.of().with("layerId", layer.string("layerId")));
      assertTrue(info.integer("featureCount") > 100, Json.write(info));
    }
    assertEquals("A week of earthquakes", site.page().title());
  }
}
