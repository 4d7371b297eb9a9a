package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.processing.algorithm.Fingerprints;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonReader;
import org.terrella.processing.geojson.GeoJsonWriter;

/** The engine in WebAssembly gives what the JVM gives, bit by bit. */
@BrowserTest
class EngineInWasmTest {
  private static final String ROUND_TRIP =
      """
      async (text) => {
        const bytes = async (table, format) => new Uint8Array(await (await request('write', { table, format })).attachment.arrayBuffer());
        await request('read', { table: 'a', name: 'seeded', format: 'geojson' }, new Blob([text]));
        const fgb = await bytes('a', 'flatgeobuf');
        await request('read', { table: 'b', name: 'seeded', format: 'flatgeobuf' }, new Blob([fgb]));
        const base64 = (array) => {
          let s = '';
          for (const b of array) s += String.fromCharCode(b);
          return btoa(s);
        };
        return [base64(fgb), base64(await bytes('b', 'geojson'))];
      }""";

  @Test
  void fingerprintsAreThoseOfTheJvm(Site site) {
    site.openBlank().page().evaluate(EngineScript.OPEN, "compute");
    String header =
        (String) site.page().evaluate("async () => (await request('fingerprints', {})).header");
    List<String> lines = Json.parseObject(header).array("lines").strings();
    assertTrue(lines.size() > 30, "the engine must have computed something");
    assertEquals(String.join("\n", Fingerprints.lines()), String.join("\n", lines));
  }

  @Test
  void filesAreThoseOfTheJvm(Site site) {
    String text = seededGeoJson();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    GeoJsonReader reader = new GeoJsonReader("seeded");
    reader.feed(utf8, 0, utf8.length);
    byte[] flatGeobuf = FlatGeobufWriter.write(reader.finish());
    FeatureTable again = FlatGeobufReader.read("seeded", flatGeobuf);

    site.openBlank().page().evaluate(EngineScript.OPEN, "owner");
    List<?> files = (List<?>) site.page().evaluate(ROUND_TRIP, text);
    assertArrayEquals(flatGeobuf, Base64.getDecoder().decode((String) files.get(0)));
    assertEquals(
        new String(GeoJsonWriter.write(again), StandardCharsets.UTF_8),
        new String(Base64.getDecoder().decode((String) files.get(1)), StandardCharsets.UTF_8));
  }

  /** Points, lines and polygons with attributes of every type, missing ones among them. */
  private static String seededGeoJson() {
    Random random = new Random(1);
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < 500; i++) {
      double x = 360 * random.nextDouble() - 180;
      double y = 170 * random.nextDouble() - 85;
      String a = "[" + x + "," + y + "]";
      String b = "[" + (x + random.nextDouble()) + "," + y + "]";
      String c = "[" + x + "," + (y + random.nextDouble()) + "]";
      String geometry =
          switch (i % 4) {
            case 0 -> "{\"type\":\"Point\",\"coordinates\":" + a + "}";
            case 1 -> "{\"type\":\"LineString\",\"coordinates\":[" + a + "," + b + "]}";
            case 2 ->
                "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", a, b, c, a) + "]]}";
            default -> "null";
          };
      json.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"n\":")
          .append(i % 7 == 0 ? "null" : Long.toString(random.nextLong() >> 12))
          .append(",\"x\":")
          .append(random.nextGaussian() * Math.pow(10, i % 30 - 15))
          .append(",\"ok\":")
          .append(i % 3 == 0)
          .append(",\"name\":\"")
          .append(i % 5 == 0 ? "Zürich \\\"東京\\\" \\ud83c\\udf0d" : "n" + i)
          .append("\"},\"geometry\":")
          .append(geometry)
          .append('}');
    }
    return json.append("]}").toString();
  }
}
