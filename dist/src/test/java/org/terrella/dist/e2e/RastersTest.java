package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * Every collected raster opens with the size, bands, CRS, extent and values that {@code
 * raster-files.json} expects, which is what GDAL 3.6 says of it; damaged ones are refused in words.
 */
@BrowserTest
class RastersTest {
  private static final double CLOSE = 1e-6;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyRaster(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("raster");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/raster above this one.");
    site.open();
    row("file", "size", "bands", "nodata", "CRS", "extent");
    for (JsonObject file : expectations()) {
      try {
        check(site, folder.get().getParent(), file);
      } catch (CommandFailure failure) {
        wrong.add(file.string("file") + ": " + failure.getMessage());
        row(file.string("file"), failure.getMessage(), "", "", "", "");
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static List<JsonObject> expectations() throws IOException {
    try (InputStream in = RastersTest.class.getResourceAsStream("/raster-files.json")) {
      return ((JsonArray) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
          .objects();
    }
  }

  private void check(Site site, Path root, JsonObject file) throws IOException {
    site.execute("document:new", JsonObject.of());
    String path = file.string("file");
    put(site, root, path);
    String id = FormatsTest.add(site, path).get(0);
    JsonObject found = site.executeObject("layer:info", JsonObject.of().with("layerId", id));
    List<String> bands = bands(found);
    row(
        path.substring(path.lastIndexOf('/') + 1),
        found.integer("width") + " × " + found.integer("height"),
        bands.size() + " " + bands.get(0),
        Json.write(found.array("bands").object(0).opt("nodata", JsonNull.NULL)),
        found.string("crs"),
        Json.write(found.get("extent")));
    same(path, "width", file.get("width"), found.get("width"));
    same(path, "height", file.get("height"), found.get("height"));
    same(path, "bands", bands(file), bands);
    if (path.endsWith(".tif")) {
      same(path, "overviews", file.integer("overviews"), found.array("overviews").size());
    }
    if (!file.string("crs").isEmpty()) {
      same(path, "CRS", file.string("crs"), found.string("crs"));
    }
    for (int i = 0; i < bands.size(); i++) {
      JsonObject expected = file.array("bands").object(i);
      JsonObject band = found.array("bands").object(i);
      double own = number(band.opt("nodata", JsonNull.NULL));
      double said = number(expected.opt("nodata", JsonNull.NULL));
      if (Double.compare(own, said) != 0 && !near(own, said)) {
        wrong.add(path + ": no data is " + own + " instead of " + said);
      }
    }
    if (file.has("extent")) {
      double[] box = found.array("extent").numbers();
      double[] said = file.array("extent").numbers();
      for (int i = 0; i < 4; i++) {
        if (!near(box[i], said[i])) {
          same(path, "extent", file.get("extent"), found.get("extent"));
          break;
        }
      }
    }
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
    values(site, path, file, id, found.string("crs"));
  }

  private static List<String> bands(JsonObject info) {
    List<String> bands = new ArrayList<>();
    for (JsonObject band : info.array("bands").objects()) {
      bands.add(band.string("type") + " " + band.string("colorInterpretation"));
    }
    return bands;
  }

  private static double number(JsonValue value) {
    return value instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(other));
  }

  /** The values at places, where GDAL finds others than no data. */
  private void values(Site site, String path, JsonObject file, String id, String crs) {
    // Lossy compression is decoded in more than one way.
    double loss =
        path.contains("jpeg") || path.contains("webp") || path.contains("cog_rgb.") ? 6 : 0;
    loss = path.endsWith(".jpg") || path.contains("mars") ? 6 : loss;
    for (JsonObject place : file.optArray("places").objects()) {
      JsonArray found =
          (JsonArray)
              site.execute(
                  "view:identify",
                  JsonObject.of().with("coordinate", place.array("at")).with("crs", crs));
      if (found.isEmpty()) {
        wrong.add(path + ": nothing at " + Json.write(place.get("at")));
        continue;
      }
      same(path, "layer at a place", id, found.object(0).string("layerId"));
      JsonArray own = found.object(0).array("values");
      for (int i = 0; i < own.size(); i++) {
        double value = number(own.get(i));
        double said = number(place.array("values").get(i));
        boolean isNull = own.get(i) == JsonNull.NULL;
        double noData = number(file.array("bands").object(i).opt("nodata", JsonNull.NULL));
        boolean fits =
            isNull
                ? Double.isNaN(said) || near(said, noData) || path.contains("mask")
                : Math.abs(value - said) <= loss + CLOSE * Math.abs(said);
        if (!fits) {
          wrong.add(
              path
                  + ": values "
                  + Json.write(own)
                  + " instead of "
                  + Json.write(place.get("values")));
          break;
        }
      }
    }
  }

  /** A file with those beside it of the same stem. */
  private static void put(Site site, Path root, String path) throws IOException {
    Path file = root.resolve(path);
    String stem = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.') + 1);
    try (Stream<Path> all = Files.list(file.getParent())) {
      for (Path one : all.toList()) {
        String name = one.getFileName().toString();
        if (one.equals(file) || path.contains("/other/") && name.startsWith(stem)) {
          site.execute(
              "files:write",
              JsonObject.of()
                  .with("path", path.substring(0, path.lastIndexOf('/') + 1) + name)
                  .with("base64", Base64.getEncoder().encodeToString(Files.readAllBytes(one))));
        }
      }
    }
  }

  private void same(String file, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      wrong.add(file + ": " + what + " is " + found + " instead of " + expected);
    }
  }

  private static void row(String... cells) {
    System.out.println(
        String.format(Locale.ROOT, "%-40s %-15s %-22s %-14s %-16s %s", (Object[]) cells));
  }

  @Test
  void variables(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("raster/netcdf");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/raster/netcdf above this one.");
    site.open();
    String[][] files = {
      {"bcsd_obs_1999.nc", "pr", "81 33 Float32 EPSG:4326 [-85,33,-74.875,37.125]"},
      {"bcsd_obs_1999.nc", "tas", "81 33 Float32 EPSG:4326 [-85,33,-74.875,37.125]"},
      {"reduced.nc", "sst", "180 90 Float32 EPSG:4326 [-1,-90,359,90]"},
      {
        "dataset_2d.nc",
        "",
        "2000 1000 Float64 EPSG:4326 [-170.085,-80.08,169.91499999997504,79.91999999999659]"
      },
      {"gpm_imerg_nc4.nc", "Band1", "1500 400 UInt16 EPSG:4326 [-180,20,-30,60.00000000000001]"},
    };
    for (String[] file : files) {
      site.execute("document:new", JsonObject.of());
      FormatsTest.put(site, "data/" + file[0], Files.readAllBytes(folder.get().resolve(file[0])));
      JsonObject adding = JsonObject.of().with("path", "data/" + file[0]);
      try {
        String id =
            site.executeObject(
                    "layer:add-file", file[1].isEmpty() ? adding : adding.with("sublayer", file[1]))
                .array("layerIds")
                .string(0);
        JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", id));
        JsonObject band = info.array("bands").object(0);
        String found =
            info.integer("width")
                + " "
                + info.integer("height")
                + " "
                + band.string("type")
                + " "
                + info.string("crs")
                + " "
                + Json.write(info.get("extent"));
        row(file[0], file[1], found, Json.write(band), "", "");
        same(file[0], file[1], file[2], found);
        site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
      } catch (CommandFailure failure) {
        wrong.add(file[0] + ": " + failure.getMessage());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void damagedOnes(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("bad");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/bad above this one.");
    site.open();
    site.execute("document:new", JsonObject.of());
    try (Stream<Path> all = Files.list(folder.get())) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("geotiff_")) {
          continue;
        }
        FormatsTest.put(site, "data/" + name, Files.readAllBytes(file));
        long start = System.nanoTime();
        String answer;
        try {
          answer = FormatsTest.add(site, "data/" + name).size() + " layer";
        } catch (CommandFailure failure) {
          answer = failure.code() + ": " + failure.getMessage();
          if (!List.of("malformed-input", "unsupported-format").contains(failure.code())) {
            wrong.add(name + ": " + answer);
          }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(name + " (" + millis + " ms): " + answer);
        if (millis > 5000) {
          wrong.add(name + " took " + millis + " ms");
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(site.problems().isEmpty(), String.join("\n", site.problems()));
  }
}
