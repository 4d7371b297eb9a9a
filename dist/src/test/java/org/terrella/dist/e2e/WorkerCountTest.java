package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.processing.algorithm.AlgorithmRun;
import org.terrella.processing.algorithm.Algorithms;
import org.terrella.processing.algorithm.Progress;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonReader;

/** Results have the same bytes with one worker, with two and with eight, and on the JVM. */
@BrowserTest
class WorkerCountTest {
  /** Runs that are cut, joined, and have inputs that are not cut. */
  private static final List<String[]> RUNS =
      List.of(
          new String[] {"native:buffer", "{\"DISTANCE\": 40}", ""},
          new String[] {"native:buffer", "{\"DISTANCE\": 40, \"DISSOLVE\": true}", ""},
          new String[] {"native:dissolve", "{}", ""},
          new String[] {"native:dissolve", "{\"FIELD\": [\"k\"]}", ""},
          new String[] {"native:intersection", "{}", "OVERLAY"},
          new String[] {"native:clip", "{}", "OVERLAY"},
          new String[] {"native:difference", "{}", "OVERLAY"},
          new String[] {"native:union", "{}", "OVERLAY"},
          new String[] {"native:symmetricaldifference", "{}", "OVERLAY"},
          new String[] {"native:joinattributesbylocation", "{\"METHOD\": 0}", "JOIN"},
          new String[] {"native:reprojectlayer", "{}", ""},
          new String[] {
            "native:fieldcalculator",
            "{\"FIELD_NAME\": \"x\", \"FORMULA\": \"sqrt(n) + @row_number\"}",
            ""
          });

  private static final String RUN =
      """
      async ([algorithm, parameters, second]) => {
        const inputs = [{ name: 'INPUT', table: 'one' }];
        if (second) inputs.push({ name: second, table: 'two' });
        await request('run', { algorithm, parameters: JSON.parse(parameters), inputs, outputs: { OUTPUT: 'out' }, names: { OUTPUT: 'out' } });
        const file = await (await request('write', { table: 'out', format: 'flatgeobuf' })).attachment.arrayBuffer();
        return [...new Uint8Array(await crypto.subtle.digest('SHA-256', file))].map((b) => b.toString(16).padStart(2, '0')).join('');
      }""";

  @Test
  void bytesAreTheSame(Site site) throws Exception {
    String one = stars(1, 2500);
    String two = stars(2, 1500);
    List<String> expected = onTheJvm(read("one", one), read("two", two));
    for (int count : new int[] {1, 2, 8}) {
      site.openBlank().page().evaluate(EngineScript.OPEN_WITH_CORES, count);
      for (String[] table : new String[][] {{"one", one}, {"two", two}}) {
        site.page()
            .evaluate(
                "([table, text]) => request('read', { table, name: table, format: 'geojson' }, new"
                    + " Blob([text])).then(() => 0)",
                table);
      }
      List<String> hashes = new ArrayList<>();
      for (String[] run : RUNS) {
        hashes.add((String) site.page().evaluate(RUN, run));
      }
      assertEquals(expected, hashes, "with " + count + " workers");
    }
  }

  private static List<String> onTheJvm(FeatureTable one, FeatureTable two) throws Exception {
    List<String> hashes = new ArrayList<>();
    for (String[] run : RUNS) {
      Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>();
      inputs.put("INPUT", List.of(one));
      if (!run[2].isEmpty()) {
        inputs.put(run[2], List.of(two));
      }
      FeatureTable result =
          AlgorithmRun.run(Algorithms.get(run[0]), inputs, Json.parseObject(run[1]), Progress.NONE)
              .table("OUTPUT");
      byte[] file = FlatGeobufWriter.write(result.withName("out"));
      hashes.add(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    }
    return hashes;
  }

  private static FeatureTable read(String name, String text) {
    GeoJsonReader reader = new GeoJsonReader(name);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    reader.feed(utf8, 0, utf8.length);
    return reader.finish();
  }

  /** Stars that overlap, some of them with common corners. */
  private static String stars(int seed, int count) {
    Random random = new Random(seed);
    StringBuilder text =
        new StringBuilder(
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                + "\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":[");
    for (int i = 0; i < count; i++) {
      double x = 1_000_000 + Math.floor(40_000 * random.nextDouble());
      double y = 6_500_000 + Math.floor(40_000 * random.nextDouble());
      text.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"n\":" + i + ",\"k\":\"k" + i % 7 + "\"}")
          .append(",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
      String first = "";
      for (int v = 0; v < 20; v++) {
        double radius = 300 + 300 * random.nextDouble();
        String vertex =
            String.format(
                Locale.ROOT,
                "[%.1f,%.1f]",
                x + radius * Math.cos(v * Math.PI / 10),
                y + radius * Math.sin(v * Math.PI / 10));
        first = v == 0 ? vertex : first;
        text.append(vertex).append(',');
      }
      text.append(first).append("]]}}");
    }
    return text.append("]}").toString();
  }
}
