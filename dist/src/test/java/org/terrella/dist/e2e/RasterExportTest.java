package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;

/**
 * Rasters of every kind are written, and what is read back has the same values in the same place.
 */
@BrowserTest
class RasterExportTest {
  private static final double[][] SHARES = {{0.5, 0.5}, {0.13, 0.87}, {0.91, 0.2}, {0.02, 0.03}};

  private final List<String> wrong = new ArrayList<>();

  private static String add(Site site, String path, String sublayer) {
    JsonObject args = JsonObject.of().with("path", path);
    return site.executeObject(
            "layer:add-file", sublayer.isEmpty() ? args : args.with("sublayer", sublayer))
        .array("layerIds")
        .string(0);
  }

  private static JsonObject info(Site site, String id) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", id));
  }

  private static JsonObject export(Site site, String id, String path, String crs) {
    JsonObject args = JsonObject.of().with("layerId", id).with("path", path);
    return site.executeObject("layer:export", crs.isEmpty() ? args : args.with("crs", crs));
  }

  /** The values of the uppermost layer at a few places of another's extent. */
  private static String values(Site site, String id, JsonObject of) {
    double[] box = of.array("extent").numbers();
    StringBuilder all = new StringBuilder();
    for (double[] share : SHARES) {
      double[] at = {box[0] + share[0] * (box[2] - box[0]), box[1] + share[1] * (box[3] - box[1])};
      JsonArray found =
          (JsonArray)
              site.execute(
                  "view:identify",
                  JsonObject.of()
                      .with("coordinate", JsonArray.ofNumbers(at))
                      .with("crs", of.string("crs")));
      String here = "outside";
      for (JsonObject layer : found.objects()) {
        here = layer.string("layerId").equals(id) ? Json.write(layer.get("values")) : here;
      }
      all.append(here).append(' ');
    }
    return all.toString();
  }

  private static String bands(JsonObject info) {
    StringBuilder text = new StringBuilder();
    for (JsonObject band : info.array("bands").objects()) {
      String nodata = Json.write(band.opt("nodata", JsonNull.NULL));
      text.append(band.string("type")).append(' ').append(nodata).append(' ');
      text.append(band.string("colorInterpretation")).append(' ');
    }
    return text.toString();
  }

  /** Exports a layer and adds it again; the layer that came of it. */
  private JsonObject roundTrip(Site site, String id, String name) throws IOException {
    JsonObject before = info(site, id);
    String path = "exports/" + name + ".tif";
    JsonObject result = export(site, id, path, "");
    assertTrue(result.integer("size") > 200, Json.write(result));
    String values = values(site, id, before);
    JsonObject after = info(site, add(site, path, ""));
    String again =
        ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0).string("layerId");
    same(name, "values", values, values(site, again, before));
    same(name, "bands", bands(before), bands(after));
    same(name, "width", before.get("width"), after.get("width"));
    same(name, "CRS", before.string("crs"), after.string("crs"));
    double[] box = before.array("extent").numbers();
    double[] found = after.array("extent").numbers();
    for (int i = 0; i < 4; i++) {
      if (Math.abs(box[i] - found[i]) > 1e-9 * Math.max(1, Math.abs(box[i]))) {
        same(name, "extent", before.get("extent"), after.get("extent"));
      }
    }
    System.out.println(name + ": " + bands(after) + values);
    judged(site, name, path);
    return after;
  }

  private void same(String name, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      wrong.add(name + ": " + what + " is " + found + " instead of " + expected);
    }
  }

  /** What GDAL says of the file, where it is installed. */
  private void judged(Site site, String name, String path) throws IOException {
    if (!new File("/usr/bin/gdalinfo").canExecute()) {
      return;
    }
    Path file = Files.createTempFile("terrella", ".tif");
    try {
      Files.write(file, bytes(site, path));
      Process process =
          new ProcessBuilder("/usr/bin/gdalinfo", "-checksum", file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!said.contains("LAYOUT=COG") || !said.contains("DEFLATE") || said.contains("ERROR")) {
        wrong.add(name + ": gdalinfo says " + said);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] bytes(Site site, String path) {
    return Base64.getDecoder()
        .decode(
            site.executeObject(
                    "files:read", JsonObject.of().with("path", path).with("as", "base64"))
                .string("base64"));
  }

  @Test
  void ownFiles(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/days.zarr.zip", ZarrTest.days(3, "gzip").zip(""));
    String rain = add(site, "data/days.zarr.zip", "rain");
    roundTrip(site, rain, "zarr");
    FormatsTest.put(site, "data/quarters.tif", RasterDrawingTest.quarters());
    String quarters = add(site, "data/quarters.tif", "");
    roundTrip(site, quarters, "quarters");
    JsonObject moved = export(site, quarters, "exports/moved.tif", "EPSG:3035");
    assertEquals("[]", Json.write(moved.get("warnings")));
    String id = add(site, "exports/moved.tif", "");
    assertEquals("EPSG:3035", info(site, id).string("crs"));
    JsonObject there = info(site, quarters);
    // At the middle four colours meet, and what is transparent has any colour.
    String red = " [220,30,20,255] ";
    assertTrue(values(site, quarters, there).contains(red));
    String found = values(site, id, there);
    assertTrue(found.contains(red) && found.endsWith("[30,40,210,255] "), found);
    // A picture keeps its values in PNG, and lies where it did.
    export(site, quarters, "exports/picture.zip", "");
    String png = add(site, "exports/picture.zip", "");
    assertEquals("EPSG:4326", info(site, png).string("crs"));
    assertEquals(values(site, quarters, there), values(site, png, there));
    export(site, quarters, "exports/beside.png", "");
    String alone = add(site, "exports/beside.png", "");
    assertEquals(values(site, quarters, there), values(site, alone, there));
    // Reals do not fit; their colours do.
    JsonObject colours = export(site, rain, "exports/rain.zip", "");
    assertTrue(colours.array("warnings").string(0).contains("PNG"), Json.write(colours));
    assertEquals(4, info(site, add(site, "exports/rain.zip", "")).array("bands").size());
    CommandFailure other =
        assertThrows(CommandFailure.class, () -> export(site, rain, "exports/rain.gpkg", ""));
    assertEquals("unsupported-format", other.code());
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void collectedFiles(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("raster");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/raster above this one.");
    site.open();
    String[][] files = {
      {"cog/cog_rgb_mask.tif", ""},
      {"cog/cog_cmap.tif", ""},
      {"cog/rgb.tif", ""},
      {"cog/landsat7_6band_cog_deflate.tif", ""},
      {"cog/inverted_lat.tif", ""},
      {"geotiff/olinda_dem_utm25s.tif", ""},
      {"netcdf/bcsd_obs_1999.nc", "pr"},
      {"netcdf/gpm_imerg_nc4.nc", "Band1"},
      {"other/olinda_dem.asc", ""},
    };
    for (String[] file : files) {
      site.execute("document:new", JsonObject.of());
      String path = "data/" + file[0].substring(file[0].indexOf('/') + 1);
      FormatsTest.put(site, path, Files.readAllBytes(folder.get().resolve(file[0])));
      try {
        roundTrip(site, add(site, path, file[1]), "again-" + file[0].replace('/', '-'));
      } catch (CommandFailure failure) {
        wrong.add(file[0] + ": " + failure.code() + " " + failure.getMessage());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void cancelled(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/sat.zarr.zip", ZarrTest.pyramid("none").zip(""));
    String id = add(site, "data/sat.zarr.zip", "");
    for (int millis : new int[] {5, 60, 400}) {
      Object answer =
          site.page()
              .evaluate(
                  """
                  async ([layerId, millis]) => {
                    const ending = new AbortController();
                    const heard = [];
                    setTimeout(() => ending.abort(), millis);
                    try {
                      await terrella.execute('layer:export', { layerId, path: 'exports/sat.tif' }, { signal: ending.signal, onProgress: (share) => heard.push(share) });
                      return 'written';
                    } catch ({ code }) {
                      return code;
                    }
                  }""",
                  List.of(id, millis));
      assertEquals("cancelled", answer, millis + " ms");
    }
    assertTrue(export(site, id, "exports/sat.tif", "").integer("size") > 1000);
  }
}
