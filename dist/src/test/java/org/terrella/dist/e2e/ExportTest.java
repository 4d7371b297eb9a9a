package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;

/**
 * What is written opens again with the same values, here and in GDAL, as far as formats hold them.
 */
@BrowserTest
class ExportTest {
  static final String PLACES =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [9.34321, 47.24912]},
         "properties": {"name": "Säntis", "whole": 7, "large": 9007199254740993, "real": 2501.9,
           "truth": true, "day": "2021-03-04", "moment": "2021-03-04T05:06:07Z", "list": [1, "a"]}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-18.5, -34.25]},
         "properties": {"name": "", "whole": -12, "large": 1, "real": 0.1,
           "truth": false, "day": "1999-12-31", "moment": "1999-12-31T23:59:59Z", "list": []}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [139.75, 35.5]},
         "properties": {"name": null, "whole": null, "large": null, "real": null,
           "truth": null, "day": null, "moment": null, "list": null}}]}""";
  private static final String AREAS =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"a_name_that_is_long": 1},
         "geometry": {"type": "Polygon", "coordinates": [[[8, 47], [8, 48], [9, 48], [9, 47], [8, 47]]]}},
        {"type": "Feature", "properties": {"a_name_that_is_long": 2},
         "geometry": {"type": "LineString", "coordinates": [[8, 47], [9.123456789012, 48]]}}]}""";

  static String open(Site site, String text) {
    site.open();
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/places.geojson", text.getBytes(StandardCharsets.UTF_8));
    return FormatsTest.add(site, "data/places.geojson").get(0);
  }

  static JsonObject export(Site site, String layer, String path, JsonObject more) {
    return site.executeObject(
        "layer:export", JsonObject.of().with("layerId", layer).with("path", path).withAll(more));
  }

  private static JsonObject options(JsonObject options) {
    return JsonObject.of().with("options", options);
  }

  private static JsonArray features(Site site, String layer) {
    return site.executeObject(
            "layer:features", JsonObject.of().with("layerId", layer).with("crs", "EPSG:4326"))
        .array("features");
  }

  static byte[] bytes(Site site, String path) {
    JsonObject args = JsonObject.of().with("path", path).with("as", "base64");
    return Base64.getDecoder().decode(site.executeObject("files:read", args).string("base64"));
  }

  private static String text(Site site, String path) {
    return new String(bytes(site, path), StandardCharsets.UTF_8);
  }

  @Test
  void valuesComeBack(Site site) {
    String layer = open(site, PLACES);
    JsonArray before = features(site, layer);
    List<String> wrong = new ArrayList<>();
    for (String extension : List.of("fgb", "parquet", "gpkg", "json", "geojsonl")) {
      String path = "exports/places." + extension;
      JsonObject result = export(site, layer, path, JsonObject.of());
      assertEquals(JsonNumber.of(3L), result.get("featureCount"), extension);
      assertEquals("[]", Json.write(result.get("warnings")), extension);
      List<String> after = FormatsTest.add(site, path);
      JsonArray read = features(site, after.get(0));
      for (int i = 0; i < 3; i++) {
        compare(extension, properties(before, i), find(read, properties(before, i)), wrong);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static JsonObject properties(JsonArray features, int i) {
    return features.objects().get(i).object("properties");
  }

  /** An index reorders the features. */
  private static JsonObject find(JsonArray features, JsonObject wanted) {
    for (JsonObject feature : features.objects()) {
      if (feature.object("properties").get("whole").equals(wanted.get("whole"))) {
        return feature.object("properties");
      }
    }
    return JsonObject.of();
  }

  private static void compare(
      String format, JsonObject before, JsonObject after, List<String> wrong) {
    for (String key : before.keys()) {
      if (format.equals("gpkg") && key.equals("list")) {
        continue; // A GeoPackage holds lists as text.
      }
      if (!after.has(key) || !before.get(key).equals(after.get(key))) {
        wrong.add(
            format
                + ": "
                + key
                + " was "
                + Json.write(before.get(key))
                + ", is "
                + (after.has(key) ? Json.write(after.get(key)) : "gone"));
      }
    }
  }

  /** Heights and measures go through GeoParquet, whose pages are compressed with Zstandard. */
  @Test
  void measuresComeBack(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    TableBuilder table = new TableBuilder("measured").crs(Crs.WGS84);
    double[][] ring = {{0, 0, 1, 2}, {0, 3, 4, 5}, {3, 0, 6, 7}, {0, 0, 1, 2}};
    for (GeometryType type : List.of(GeometryType.POLYGON, GeometryType.MULTI_LINE_STRING)) {
      GeometryColumnBuilder geometry = table.geometry().beginFeature(type);
      geometry
          .beginPart(type == GeometryType.POLYGON ? type : GeometryType.LINE_STRING)
          .beginRing();
      for (double[] vertex : ring) {
        geometry.vertex(vertex[0], vertex[1], vertex[2], vertex[3]);
      }
      geometry.endFeature();
      table.endRow();
    }
    GeometryColumnBuilder point = table.geometry().beginFeature(GeometryType.POINT);
    point.beginPart(GeometryType.POINT).beginRing().vertex(1, 2, 3, 4).endFeature();
    table.endRow();
    FormatsTest.put(site, "data/measured.fgb", FlatGeobufWriter.write(table.build()));
    String layer = FormatsTest.add(site, "data/measured.fgb").get(0);
    export(site, layer, "exports/measured.parquet", JsonObject.of());
    byte[] parquet = bytes(site, "exports/measured.parquet");
    assertTrue(contains(parquet, new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD}), "no zstd");
    String again = FormatsTest.add(site, "exports/measured.parquet").get(0);
    assertArrayEquals(coordinates(site, layer), coordinates(site, again));
    assertTrue(coordinates(site, again).length == 4 * 9);
  }

  private static double[] coordinates(Site site, String layer) {
    export(site, layer, "exports/" + layer + ".fgb", JsonObject.of());
    FeatureTable table = FlatGeobufReader.read("again", bytes(site, "exports/" + layer + ".fgb"));
    assertEquals(4, table.geometry().stride());
    return table.geometry().coordinates();
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyFormatOpensAgain(Site site) {
    String layer = open(site, PLACES);
    List<String> wrong = new ArrayList<>();
    for (String extension :
        List.of(
            "geojson",
            "zip",
            "kml",
            "gpx",
            "gml",
            "csv",
            "xlsx",
            "ods",
            "dxf",
            "topojson",
            "mbtiles")) {
      String path = "exports/places." + extension;
      try {
        export(site, layer, path, JsonObject.of());
        JsonObject info =
            site.executeObject(
                "layer:info", JsonObject.of().with("layerId", FormatsTest.add(site, path).get(0)));
        boolean points = info.string("geometryType").contains("Point");
        if (info.integer("featureCount") != 3 || !points) {
          wrong.add(extension + ": " + Json.write(info));
        }
      } catch (CommandFailure failure) {
        wrong.add(extension + ": " + failure.getMessage());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void partsAndPlaces(Site site) {
    String layer = open(site, PLACES);
    JsonObject some =
        JsonObject.of()
            .with("fields", JsonArray.ofStrings(List.of("real", "name")))
            .with("rows", JsonArray.ofNumbers(new double[] {0, 1}));
    assertEquals(2, export(site, layer, "exports/some.csv", options(some)).integer("featureCount"));
    assertEquals(
        "X,Y,real,name\r\n9.34321,47.24912,2501.9,Säntis\r\n-18.5,-34.25,0.1,\"\"\r\n",
        text(site, "exports/some.csv"));
    export(site, layer, "exports/wkt.csv", options(some.with("geometry", "wkt")));
    assertTrue(text(site, "exports/wkt.csv").contains("POINT (9.34321 47.24912),2501.9"));

    JsonObject filter =
        JsonObject.of().with("feature", "whole").with("operator", ">").with("value", 0L);
    site.execute(
        "layer:set",
        JsonObject.of()
            .with("layerId", layer)
            .with(
                "filters",
                JsonObject.of()
                    .with("logicalOp", "all")
                    .with("appliedFilters", JsonArray.of().with(filter))));
    assertEquals(1, export(site, layer, "exports/f.fgb", JsonObject.of()).integer("featureCount"));
    JsonObject all = options(JsonObject.of().with("filter", false));
    assertEquals(3, export(site, layer, "exports/a.fgb", all).integer("featureCount"));

    for (String path : List.of("exports/utm.parquet", "exports/utm.gpkg", "exports/utm.fgb")) {
      export(site, layer, path, JsonObject.of().with("crs", "EPSG:32632"));
      JsonObject info =
          site.executeObject(
              "layer:info", JsonObject.of().with("layerId", FormatsTest.add(site, path).get(0)));
      assertEquals("EPSG:32632", info.string("crs"), path);
      assertEquals(525_979, info.array("extent").number(0), 1000, path);
    }
    assertThrows(
        CommandFailure.class, () -> export(site, layer, "exports/a.docx", JsonObject.of()));
  }

  @Test
  void ringsAndReports(Site site) {
    String layer = open(site, AREAS);
    export(site, layer, "exports/r.geojson", options(JsonObject.of().with("decimals", 7L)));
    String written = text(site, "exports/r.geojson");
    assertTrue(written.contains("[[[8,47],[9,47],[9,48],[8,48],[8,47]]]"), written);
    assertTrue(written.contains("[9.123456"), written);
    assertFalse(written.contains("9.123456789"), written);
    String warnings =
        Json.write(export(site, layer, "exports/r.zip", JsonObject.of()).get("warnings"));
    assertTrue(warnings.contains("a_name_tha"), warnings);
    assertTrue(warnings.contains("one kind of geometry"), warnings);
  }

  /** A file of some size, whose buffers grow while it is written. */
  @Test
  void countries(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/c.zip", Files.readAllBytes(TestFiles.countries()));
    String layer = FormatsTest.add(site, "data/c.zip").get(0);
    JsonObject before = site.executeObject("layer:info", JsonObject.of().with("layerId", layer));
    for (String extension : List.of("parquet", "fgb", "gpkg")) {
      String path = "exports/c." + extension;
      export(site, layer, path, JsonObject.of());
      String again = FormatsTest.add(site, path).get(0);
      JsonObject after = site.executeObject("layer:info", JsonObject.of().with("layerId", again));
      for (String key : List.of("featureCount", "geometryType", "crs", "extent", "fields")) {
        assertEquals(before.get(key), after.get(key), extension + ": " + key);
      }
    }
  }

  /** The dialog offers what a format can be told, and hands the file over. */
  @Test
  void dialog(Site site) {
    String layer = open(site, PLACES);
    site.execute("layer:download", JsonObject.of().with("layerId", layer));
    site.page().getByText("Fields").click();
    site.screenshots("export");
    Download download =
        site.page()
            .waitForDownload(
                () ->
                    site.page()
                        .locator("wa-dialog[open]")
                        .getByText("Export", new Locator.GetByTextOptions().setExact(true))
                        .click());
    assertEquals("places.geojson", download.suggestedFilename());
  }

  /** What is pasted becomes a layer. */
  @Test
  void paste(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    site.execute("page:add-data", JsonObject.of());
    site.page().getByLabel("Pasted data").fill("POINT (1 2)\nPOINT (3 4)");
    site.screenshots("paste");
    site.page().locator(".paste-form wa-button").click();
    site.page()
        .waitForFunction("async () => (await terrella.execute('layer:list', {})).length === 1");
  }

  /** GDAL, where it is installed, accepts the files and tells the same values. */
  @Test
  void installedGdalAgrees(Site site) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "GDAL's ogrinfo is not installed.");
    String layer = open(site, PLACES);
    Path folder = Files.createTempDirectory("terrella-export");
    for (String extension : List.of("fgb", "gpkg", "geojson", "gml")) {
      String path = "exports/places." + extension;
      export(site, layer, path, JsonObject.of());
      Path file = Files.write(folder.resolve("places." + extension), bytes(site, path));
      String said = ogrinfo(file);
      assertFalse(said.contains("ERROR"), said);
      for (String part : List.of("Säntis", "2501.9", "9007199254740993", "9.34321 47.24912")) {
        assertTrue(said.contains(part), extension + " lacks " + part + ": " + said);
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("ogrinfo", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String ogrinfo(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ogrinfo", "-al", file.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
