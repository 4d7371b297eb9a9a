package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;

/** Files made to do harm, or made carelessly: what becomes of each, within five seconds. */
@BrowserTest
class HostileFilesTest {
  private static final double MOST_SECONDS = 5;
  private static final int ZEROS = 400_000_000;

  private static final String ADD =
      """
      async ([path, base64]) => {
        await terrella.execute('files:write', { path, base64 });
        const begin = performance.now();
        const seconds = () => (performance.now() - begin) / 1000;
        try {
          const { layerIds } = await terrella.execute('layer:add-file', { path });
          const info = await terrella.execute('layer:info', { layerId: layerIds[0] });
          return JSON.stringify({ seconds: seconds(), count: info.featureCount, fields: info.fields.map(({ name }) => name).join(), crs: info.crs });
        } catch ({ code, message }) {
          return JSON.stringify({ seconds: seconds(), code, message });
        }
      }""";

  private final List<String> wrong = new ArrayList<>();

  @Test
  void eachIsToldOrRead(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    // GDAL is there before the time counts.
    add(site, "warm.csv", text("lon,lat\n1,2\n"));

    refused(site, "up.zip", zip(Map.of("../../evil.geojson", point(1))), "malformed-input");
    refused(site, "bomb.zip", bomb(), "malformed-input", "too-large", "quota-exceeded");
    refused(site, "deep.geojson", text("[".repeat(100_000)), "malformed-input");
    refused(
        site,
        "properties.geojson",
        text(
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
                + "{\"a\":".repeat(100_000)
                + "1"
                + "}".repeat(100_000)
                + "}"),
        "malformed-input");
    refused(site, "count.fgb", countOf(2_147_483_647L), "malformed-input", "out-of-memory");
    refused(site, "count.fgb", countOf(Long.MAX_VALUE), "malformed-input", "out-of-memory");
    refused(
        site,
        "count.shp.zip",
        countries(bytes -> bytes.putInt(100 + 44, 0x7fffffff), "shp"),
        "malformed-input");
    refused(site, "nan.geojson", text(point("NaN, 1")), "malformed-input");
    refused(site, "infinite.geojson", text(point("1e999, 1")), "malformed-input");

    opens(site, "nan.csv", text("name,lon,lat\na,NaN,1\nb,Infinity,2\nc,1,2\n"), 3, "name,lon,lat");
    opens(site, "duplicates.csv", text("a,a,lon,lat\n1,2,3,4\n"), 1, null);
    opens(
        site,
        "duplicates.geojson",
        text(
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "\"properties\":{\"a\":1,\"a\":2}}"),
        1,
        "a");
    opens(
        site,
        "prototype.geojson",
        text(
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "\"properties\":{\"__proto__\":1,\"constructor\":2,\"hasOwnProperty\":3}}"),
        1,
        "__proto__,constructor,hasOwnProperty");
    opens(
        site,
        "prj.shp.zip",
        countries(
            bytes -> bytes.put(0, "GEOGCS[\"nonsense".getBytes(StandardCharsets.US_ASCII)), "prj"),
        TestFiles.COUNTRIES,
        null);
    opens(
        site,
        "cpg.shp.zip",
        countries(bytes -> bytes.put(0, "X-9".getBytes(StandardCharsets.US_ASCII)), "cpg"),
        TestFiles.COUNTRIES,
        null);
    opens(site, "empty.geojson", text("{\"type\":\"FeatureCollection\",\"features\":[]}"), 0, "");
    opens(site, "header.csv", text("name,lon,lat\n"), 0, "name,lon,lat");
    opens(site, "empty.fgb", FlatGeobufWriter.write(empty()), 0, "name");
    opens(site, "ring.geojson", text(ring(1_000_000)), 1, "name");

    assertEquals("", String.join("\n", wrong));
    assertEquals(0, site.page().evaluate("() => Object.keys(Object.prototype).length"));
  }

  /** What is drawn, found and computed of a ring of a million vertices. */
  @Test
  void aRingOfAMillionVertices(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    add(site, "ring.geojson", text(ring(1_000_000)));
    String layer =
        ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0).string("layerId");
    site.forgetTasks();
    JsonObject place =
        JsonObject.of().with("coordinate", JsonArray.ofNumbers(10, 10)).with("crs", "EPSG:4326");
    assertEquals(
        1, ((JsonArray) site.execute("view:identify", place)).size(), "it is found at its middle");
    site.execute(
        "processing:run",
        JsonObject.of()
            .with("algorithm", "native:centroids")
            .with("parameters", JsonObject.of().with("INPUT", layer)));
    double longest = site.longestTask();
    System.out.printf(Locale.ROOT, "ring of a million vertices: longest task %.0f ms%n", longest);
    // A script that asks for the whole feature gets 30 MB of text.
    assertTrue(longest < 3000, longest + " ms");
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", layer));
    site.page().waitForTimeout(1000);
    site.forgetTasks();
    site.page().locator(".map").click();
    site.page().locator(".identify .attributes").first().waitFor();
    site.page().waitForTimeout(1000);
    assertTrue(site.longestTask() < 200, "clicking takes " + site.longestTask() + " ms");
  }

  private static JsonObject add(Site site, String name, byte[] file) {
    String base64 = Base64.getEncoder().encodeToString(file);
    return Json.parseObject((String) site.page().evaluate(ADD, List.of("hostile/" + name, base64)));
  }

  private void refused(Site site, String name, byte[] file, String... codes) {
    JsonObject said = add(site, name, file);
    String code = said.optString("code", "opened");
    report(name, said, code);
    if (!List.of(codes).contains(code)) {
      wrong.add(name + ": " + said);
    } else if (!said.string("message").contains(name)) {
      wrong.add(name + " is not named: " + said.string("message"));
    }
  }

  private void opens(Site site, String name, byte[] file, int count, String fields) {
    JsonObject said = add(site, name, file);
    report(name, said, said.has("count") ? said.integer("count") + " features" : "refused");
    boolean right =
        said.has("count")
            && said.integer("count") == count
            && (fields == null || said.string("fields").equals(fields));
    if (!right) {
      wrong.add(name + ": " + said);
    }
  }

  private void report(String name, JsonObject said, String outcome) {
    System.out.printf(Locale.ROOT, "%-22s %-16s %.1f s%n", name, outcome, said.number("seconds"));
    if (said.number("seconds") > MOST_SECONDS) {
      wrong.add(name + " took " + said.number("seconds") + " s");
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] point(int x) {
    return text(point(x + ", 0"));
  }

  private static String point(String position) {
    return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":["
        + position
        + "]}}";
  }

  private static String ring(int vertices) {
    StringBuilder text = new StringBuilder();
    text.append("{\"type\":\"Feature\",\"properties\":{\"name\":\"ring\"},\"geometry\":");
    text.append("{\"type\":\"Polygon\",\"coordinates\":[[");
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * (i % (vertices - 1)) / (vertices - 1);
      text.append(i == 0 ? "[" : ",[")
          .append((float) (10 + 5 * Math.cos(angle)))
          .append(',')
          .append((float) (10 + 5 * Math.sin(angle)))
          .append(']');
    }
    return text.append("]]}}").toString();
  }

  private static FeatureTable empty() {
    return new TableBuilder("empty").field(new Field("name", FieldType.STRING)).build();
  }

  /** A FlatGeobuf of one point whose header says that there are more. */
  private static byte[] countOf(long count) {
    TableBuilder builder = new TableBuilder("t");
    for (int i = 0; i < 77; i++) {
      builder.geometry().beginFeature(GeometryType.POINT);
      builder.geometry().beginPart(GeometryType.POINT).beginRing().vertex(1, 2).endFeature();
      builder.endRow();
    }
    byte[] file = FlatGeobufWriter.write(builder.build());
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    // The count is the only eight bytes of the header that hold 77.
    for (int at = 12; at < bytes.getInt(8) + 12 - 8; at++) {
      if (bytes.getLong(at) == 77) {
        bytes.putLong(at, count);
        return file;
      }
    }
    throw new IllegalStateException("The header holds no count.");
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("zeros.csv"));
      byte[] zeros = new byte[1_000_000];
      for (int written = 0; written < ZEROS; written += zeros.length) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  /** Changes a part of a zipped shapefile. */
  private interface Change {
    void to(ByteBuffer bytes);
  }

  private static byte[] countries(Change change, String extension) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(TestFiles.countries()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        if (entry.getName().endsWith("." + extension)) {
          change.to(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        entries.put(entry.getName(), bytes);
      }
    }
    return zip(entries);
  }
}
