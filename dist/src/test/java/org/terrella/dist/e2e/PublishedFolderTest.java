package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final String COUNTRIES = "sample-countries-layer";

  @TempDir Path scratch;

  @Test
  void itIsSmallAndShowsTheMap(Site site) throws IOException {
    site.open();
    Path folder = unpacked(site, JsonObject.of().with("app", "viewer"));
    try (var files = Files.walk(folder)) {
      assertFalse(
          files.anyMatch(file -> file.toString().matches(".*(algorithms|gdal|samples/).*")));
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
    assertTrue(FigureTest.export(site, "pdf", NOTHING).length > 10_000, "it makes figures");
    CommandFailure refused =
        assertThrows(CommandFailure.class, () -> site.execute("publish:folder", NOTHING));
    assertTrue(refused.getMessage().contains("not published again"), refused.getMessage());
  }

  @Test
  void dataAreFilesThatAreReadInParts(Site site) throws IOException {
    site.open();
    FormatsTest.put(site, "data/quarters.tif", RasterDrawingTest.quarters(600));
    String grid = "ncols 3\nnrows 2\nxllcorner 5\nyllcorner 40\ncellsize 0.5\n1 2 3\n4 5 6\n";
    FormatsTest.put(site, "data/grid.asc", grid.getBytes(StandardCharsets.US_ASCII));
    FormatsTest.add(site, "data/quarters.tif");
    FormatsTest.add(site, "data/grid.asc");
    JsonObject tiles = JsonObject.of().with("tiles", JsonArray.ofStrings(List.of(COUNTRIES)));
    Path folder = unpacked(site, tiles.with("app", "viewer"));
    List<String> kinds = new ArrayList<>();
    try (var files = Files.list(folder.resolve("map/data"))) {
      for (Path file : files.toList()) {
        String head = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String name = file.getFileName().toString();
        kinds.add(name.substring(name.lastIndexOf('.')));
        assertTrue(!name.endsWith("pmtiles") || head.startsWith("PMTiles"), name);
        assertTrue(!name.endsWith("tif") || head.contains("LAYOUT=IFDS_BEFORE_DATA"), name);
      }
    }
    kinds.sort(null);
    assertEquals(List.of(".fgb", ".pmtiles", ".tif", ".tif"), kinds);
    try (PlainHost host = new PlainHost(folder, "/")) {
      site.allow(host.address()).expect("not a supported stylesheet MIME type");
      Site.openAt(site.page(), host.address());
      assertRead(site);
    }
    site.allow("file:").expect("CORS").expect("ERR_FAILED").expect("origin 'null'");
    Site.openAt(site.page(), folder.resolve("index.html").toUri().toString());
    assertRead(site);
  }

  /** The values of rasters at places, and that tiles are drawn. */
  private static void assertRead(Site site) {
    assertEquals(4, ((JsonArray) site.execute("layer:list", NOTHING)).size());
    // Rasters are opened while the page is in use already.
    site.page().waitForCondition(() -> !values(site, 9, 51).equals("[]"));
    site.page().waitForCondition(() -> !values(site, 6.2, 40.2).equals("[]"));
    assertEquals("[220,30,20,255]", values(site, 9, 51), "the red quarter");
    assertEquals("[6]", values(site, 6.2, 40.2), "the last cell of the grid");
    String legend = Json.write(site.execute("view:legend", NOTHING));
    assertTrue(legend.contains(COUNTRIES), legend);
    JsonObject world = JsonObject.of().with("center", JsonArray.ofNumbers(40, 10)).with("zoom", 2L);
    site.execute("view:set", world.with("crs", "EPSG:4326"));
    String with = Json.write(site.execute("view:image", NOTHING));
    site.execute("layer:set", JsonObject.of().with("layerId", COUNTRIES).with("visible", false));
    assertNotEquals(with, Json.write(site.execute("view:image", NOTHING)), "no tiles are drawn");
    site.execute("layer:set", JsonObject.of().with("layerId", COUNTRIES).with("visible", true));
  }

  private static String values(Site site, double x, double y) {
    JsonObject at =
        JsonObject.of().with("coordinate", JsonArray.ofNumbers(x, y)).with("crs", "EPSG:4326");
    JsonArray found = (JsonArray) site.execute("view:identify", at);
    for (JsonObject layer : found.objects()) {
      if (layer.has("values")) {
        return Json.write(layer.get("values"));
      }
    }
    return Json.write(found);
  }

  private Path unpacked(Site site, JsonObject args) throws IOException {
    Download zip = site.page().waitForDownload(() -> site.execute("publish:folder", args));
    Path folder = Files.createTempDirectory(scratch, "folder");
    unpack(zip.path(), folder);
    long size;
    try (var files = Files.walk(folder)) {
      size = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
    System.out.printf(
        "folder of the viewer: %.1f MB, zip %.1f MB%n", size / 1e6, Files.size(zip.path()) / 1e6);
    return folder;
  }

  static void unpack(Path zip, Path folder) throws IOException {
    try (InputStream bytes = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(bytes)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        assertTrue(file.normalize().startsWith(folder));
        Files.createDirectories(file.getParent());
        Files.copy(entries, file);
      }
    }
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
