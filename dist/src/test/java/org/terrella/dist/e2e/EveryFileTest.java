package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * Every collected vector file opens with the count, fields, kind of geometry, CRS and extent that
 * {@code vector-files.json} expects: what GDAL 3.6 says of it, and pyarrow of Parquet and Arrow.
 */
@BrowserTest
class EveryFileTest {
  private static final double CLOSE = 1e-6;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyVectorFile(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("vector");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/vector above this one.");
    site.open();
    row("file", "layer", "count", "geometry", "CRS", "fields", "extent");
    for (JsonValue expected : expectations()) {
      JsonObject file = (JsonObject) expected;
      try {
        check(site, folder.get().getParent(), file);
      } catch (CommandFailure failure) {
        wrong.add(file.string("file") + ": " + failure.getMessage());
        row(file.string("file"), failure.getMessage(), "", "", "", "", "");
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static JsonArray expectations() throws IOException {
    try (InputStream in = EveryFileTest.class.getResourceAsStream("/vector-files.json")) {
      return (JsonArray) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void check(Site site, Path root, JsonObject file) throws IOException {
    site.execute("document:new", JsonObject.of());
    String path = file.string("file");
    put(site, root, path);
    JsonObject added = site.executeObject("layer:add-file", JsonObject.of().with("path", path));
    List<JsonObject> layers = new ArrayList<>();
    for (String id : added.array("layerIds").strings()) {
      layers.add(site.executeObject("layer:info", JsonObject.of().with("layerId", id)));
    }
    List<JsonObject> expected = new ArrayList<>();
    for (JsonObject layer : file.array("layers").objects()) {
      boolean only = file.array("layers").size() == 1;
      // Of several layers those with features and geometry are added.
      if (only || layer.number("count") > 0 && !layer.string("type").equals("None")) {
        expected.add(layer);
      }
    }
    if (layers.size() != expected.size()) {
      wrong.add(path + ": " + layers.size() + " layers instead of " + expected.size());
      return;
    }
    for (int i = 0; i < layers.size(); i++) {
      compare(path, layers.get(i), expected.get(i));
    }
  }

  /** A file with those beside it of the same stem. */
  private static void put(Site site, Path root, String path) throws IOException {
    Path file = root.resolve(path);
    String stem = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.') + 1);
    boolean shapefile = path.endsWith(".shp");
    try (Stream<Path> all = Files.list(file.getParent())) {
      for (Path one : all.toList()) {
        String name = one.getFileName().toString();
        if (one.equals(file) || shapefile && name.startsWith(stem)) {
          site.execute(
              "files:write",
              JsonObject.of()
                  .with("path", path.substring(0, path.lastIndexOf('/') + 1) + name)
                  .with("base64", Base64.getEncoder().encodeToString(Files.readAllBytes(one))));
        }
      }
    }
  }

  private void compare(String file, JsonObject found, JsonObject expected) {
    List<String> fields = new ArrayList<>();
    for (JsonObject field : found.array("fields").objects()) {
      fields.add(field.string("name"));
    }
    String name = expected.string("name");
    row(
        file.substring(file.indexOf('/') + 1),
        name,
        Json.write(found.get("featureCount")),
        found.string("geometryType"),
        found.string("crs"),
        Integer.toString(fields.size()),
        Json.write(found.optArray("extent")));
    same(file, name, "count", expected.get("count"), found.get("featureCount"));
    same(file, name, "geometry", expected.get("type"), found.get("geometryType"));
    String crs = expected.string("crs").replace("OGC:CRS84", "EPSG:4326");
    if (crs.contains(":")) {
      same(file, name, "CRS", crs, found.string("crs"));
    }
    if (!file.contains("/kml/")) {
      // Terrella reads KML itself, and leaves out the columns that nothing fills.
      same(
          file,
          name,
          "fields",
          new TreeSet<>(expected.array("fields").strings()),
          new TreeSet<>(fields));
    }
    double[] box = expected.array("extent").numbers();
    double[] own = found.optArray("extent").numbers();
    boolean close = box.length == own.length;
    for (int i = 0; close && i < box.length; i++) {
      close = Math.abs(box[i] - own[i]) <= CLOSE * Math.max(1, Math.abs(box[i]));
    }
    if (!close) {
      same(file, name, "extent", expected.get("extent"), found.optArray("extent"));
    }
  }

  private void same(String file, String layer, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      wrong.add(file + ", " + layer + ": " + what + " is " + found + " instead of " + expected);
    }
  }

  private static void row(String... cells) {
    System.out.println(
        String.format(Locale.ROOT, "%-62s %-26s %6s %-18s %-12s %6s  %s", (Object[]) cells));
  }
}
