package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Layers that were written as vector tiles, in an archive and as files, show the same features. */
@BrowserTest
class ExportedTilesTest {
  /** Tiles hold the features from the first to the last level that was asked for. */
  @Test
  void tiles(Site site) throws IOException {
    String layer = ExportTest.open(site, ExportTest.PLACES);
    JsonObject zooms =
        JsonObject.of().with("options", JsonObject.of().with("minZoom", 1L).with("maxZoom", 3L));
    ExportTest.export(site, layer, "exports/places.pmtiles", zooms);
    byte[] archive = ExportTest.bytes(site, "exports/places.pmtiles");
    assertEquals("PMTiles", new String(archive, 0, 7, StandardCharsets.US_ASCII));
    // Of the header of version 3: what the tiles are, and their first and last level.
    assertEquals("1 1 3", archive[99] + " " + archive[100] + " " + archive[101]);
    JsonObject world = JsonObject.of().with("center", JsonArray.ofNumbers(40, 10)).with("zoom", 2L);
    site.execute("view:set", world.with("crs", "EPSG:4326"));
    String hidden = picture(site, layer, false);
    String tiles = FormatsTest.add(site, "exports/places.pmtiles").get(0);
    assertNotEquals(hidden, picture(site, layer, false), "the archive shows nothing");
    site.execute("layer:remove", JsonObject.of().with("layerId", tiles));

    ExportTest.export(site, layer, "exports/places.mvt.zip", zooms);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(ExportTest.bytes(site, "exports/places.mvt.zip")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    JsonObject metadata =
        Json.parseObject(new String(files.remove("metadata.json"), StandardCharsets.UTF_8));
    assertEquals("1 3", metadata.integer("minzoom") + " " + metadata.integer("maxzoom"));
    int[] counts = new int[4];
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = "data/" + file.getKey().replace('/', '-');
      FormatsTest.put(site, name, file.getValue());
      JsonObject info =
          site.executeObject(
              "layer:info", JsonObject.of().with("layerId", FormatsTest.add(site, name).get(0)));
      counts[file.getKey().charAt(0) - '0'] += info.integer("featureCount");
    }
    assertArrayEquals(new int[] {0, 3, 3, 3}, counts, files.keySet().toString());
  }

  private static String picture(Site site, String layer, boolean visible) {
    site.execute("layer:set", JsonObject.of().with("layerId", layer).with("visible", visible));
    return Json.write(site.execute("view:image", JsonObject.of()));
  }
}
