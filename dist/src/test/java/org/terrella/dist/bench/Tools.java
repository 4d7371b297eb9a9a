package org.terrella.dist.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.JsonObject;

/**
 * Tools of the toolbox, from the layer in the engine to the new layer there, beside JTS and proj4j
 * on one warm thread of the JVM, of which only computing is measured.
 */
final class Tools {
  private static final String SECOND = "second";

  /**
   * A tool and its work.
   *
   * @param operation of {@link JtsTools}; empty for none
   * @param steps algorithms and their parameters, one after the other
   * @param second the parameter of the second layer; empty for none
   * @param most the ratio that is to be reached
   */
  private record Work(
      String title,
      String operation,
      List<List<String>> steps,
      ToolWork input,
      String second,
      ToolWork other,
      double most) {}

  private static final String RUN =
      """
      async ([input, other, second, steps, runs, short]) => {
        const { fileOf, startEngine, checksum } = await import('./adapter.js');
        const engine = startEngine(await fileOf('../site/', 'engine.js'), 'owner');
        const read = async (table, file) =>
          engine.request('read', { table, name: table, format: 'geojson' }, { attachment: await (await fetch(file)).blob() });
        await read('in', input);
        if (other) await read('second', other);
        // Compilers on both sides have two runs, and a while where these are short, before it counts.
        const times = [], before = [];
        const sum = (list) => list.reduce((total, time) => total + time, 0);
        while (times.length < runs || sum(times) < short) {
          const begun = performance.now();
          let from = 'in';
          for (const [algorithm, parameters] of steps) {
            const inputs = [{ name: 'INPUT', table: from }];
            if (other) inputs.push({ name: second, table: 'second' });
            await engine.request('run', {
              algorithm, parameters: JSON.parse(parameters), inputs, outputs: { OUTPUT: 'out' }, names: { OUTPUT: 'out' },
            });
            from = 'out';
          }
          (before.length < 2 || sum(before) < short ? before : times).push(performance.now() - begun);
        }
        const found = checksum(await (await engine.request('write', { table: 'out', format: 'geojson' })).attachment.text());
        engine.end();
        return { times, cold: before[0], ...found, longest: await longest() };
      }""";

  private final Path target;
  private final int runs;
  private final List<Work> works = new ArrayList<>();

  Tools(Path target, int runs) throws IOException {
    this.target = target;
    this.runs = runs;
    ToolWork stars = ToolWork.stars(10_000);
    ToolWork one = ToolWork.layer("one", 3, 5000);
    ToolWork other = ToolWork.layer("other", 4, 5000);
    ToolWork world = ToolWork.points("world", 7, 200_000, -180, 360, -60, 140);
    ToolWork europe = ToolWork.points("europe", 8, 1_000_000, 3, 12, 47, 13);
    ToolWork countries = ToolWork.countries(target.resolve("site/samples/countries-50m.geojson"));
    add(
        "buffer 10,000 stars",
        "buffer",
        "native:buffer",
        "{\"DISTANCE\":50,\"SEGMENTS\":8}",
        stars,
        1);
    add(
        "the same, dissolved",
        "buffer-union",
        "native:buffer",
        "{\"DISTANCE\":50,\"SEGMENTS\":8,\"DISSOLVE\":true}",
        stars,
        0.5);
    add(
        "dissolve 10,000 overlapping",
        "union",
        "native:dissolve",
        "{}",
        ToolWork.overlapping(10_000),
        0.6);
    add("intersection of 5,000 and 5,000", "intersection", "native:intersection", one, other, 0.7);
    add("clip 5,000 by 5,000", "clip", "native:clip", one, other, 0.2);
    add("convex hulls of 10,000", "hull", "native:convexhull", "{}", stars, 1);
    add("centroids of 100,000", "centroid", "native:centroids", "{}", ToolWork.small(100_000), 1);
    works.add(
        new Work(
            "join 200,000 points to " + countries.shapes().size() + " polygons of countries",
            "join",
            List.of(
                List.of(
                    "native:joinattributesbylocation",
                    "{\"PREDICATE\":[5],\"METHOD\":1,\"DISCARD_NONMATCHING\":true}")),
            world,
            "JOIN",
            countries,
            0.8));
    works.add(
        new Work(
            "reproject 1,000,000 points, two steps",
            "reproject",
            List.of(
                List.of("native:reprojectlayer", target("EPSG:3857", "")),
                List.of(
                    "native:reprojectlayer",
                    target("EPSG:25832", "+proj=utm +zone=32 +ellps=GRS80 +units=m"))),
            europe,
            "",
            null,
            1));
    add(
        "field calculator over 1,000,000 rows",
        "",
        "native:fieldcalculator",
        "{\"FIELD_NAME\":\"x\",\"FIELD_TYPE\":0,\"FORMULA\":\"\\\"num\\\" * 2 + sqrt(\\\"num\\\") / 3\"}",
        europe,
        Double.NaN);
  }

  private static String target(String id, String definition) {
    return "{\"TARGET_CRS\":{\"id\":\""
        + (definition.isEmpty() ? id : "bench:utm")
        + "\",\"definition\":\""
        + definition
        + "\",\"geographic\":false,\"metersPerUnit\":1}}";
  }

  private void add(
      String title,
      String operation,
      String algorithm,
      String parameters,
      ToolWork input,
      double most) {
    works.add(
        new Work(title, operation, List.of(List.of(algorithm, parameters)), input, "", null, most));
  }

  private void add(
      String title,
      String operation,
      String algorithm,
      ToolWork input,
      ToolWork other,
      double most) {
    works.add(
        new Work(
            title, operation, List.of(List.of(algorithm, "{}")), input, "OVERLAY", other, most));
  }

  /** Measures all and prints a table. */
  List<Row> measure(Path browser, StaticServer server, String version)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    StringBuilder table =
        new StringBuilder(
                "\n| work | JTS, proj4j on the JVM | ours | ours / JVM | wanted | same |\n")
            .append("|---|--:|--:|--:|--:|---|\n");
    for (Work work : works) {
      Path folder = target.resolve("bench");
      write(work.input, folder);
      if (work.other != null) {
        write(work.other, folder);
      }
      Row ours = ours(browser, server, version, work);
      Row theirs = work.operation.isEmpty() ? null : jvm(work, folder);
      rows.add(ours);
      if (theirs != null) {
        rows.add(theirs);
      }
      table.append(line(work, ours, theirs));
    }
    System.out.println(table);
    return rows;
  }

  private static void write(ToolWork work, Path folder) throws IOException {
    if (!Files.exists(folder.resolve(work.name() + ".geojson"))) {
      work.write(folder);
    }
  }

  private static String line(Work work, Row ours, Row theirs) {
    if (theirs == null) {
      return String.format(
          Locale.ROOT, "| %s | – | %.0f ms | – | – | – |%n", work.title, ours.median());
    }
    // How many of the points found a country is the count here and the sum there.
    boolean join = work.operation.equals("join");
    double gave = join ? ours.count() : ours.sum();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ms | %.0f ms | %.2f | %.1f | %s |%n",
        work.title,
        theirs.median(),
        ours.median(),
        ours.median() / theirs.median(),
        work.most,
        Math.abs(gave / theirs.sum() - 1) < 1e-8 ? "yes" : "no");
  }

  private Row ours(Path browser, StaticServer server, String version, Work work) {
    try (Chromium chromium = Chromium.start(browser);
        BrowserContext context = chromium.browser().newContext()) {
      context.addInitScript(Buffers.WATCH);
      context.setDefaultTimeout(600_000);
      Page page = context.newPage();
      page.navigate(server.address() + "bench/");
      Map<?, ?> found =
          (Map<?, ?>)
              page.evaluate(
                  RUN,
                  List.of(
                      work.input.name() + ".geojson",
                      work.other == null ? "" : work.other.name() + ".geojson",
                      work.second.isEmpty() ? SECOND : work.second,
                      work.steps,
                      runs,
                      JtsTools.SHORT_MILLIS));
      List<Double> times = new ArrayList<>();
      for (Object time : (List<?>) found.get("times")) {
        times.add(((Number) time).doubleValue());
      }
      return new Row(
          "ours",
          version,
          work.title,
          "layer to layer",
          times,
          ((Number) found.get("count")).intValue(),
          ((Number) found.get("sum")).doubleValue(),
          JsonObject.of()
              .with("coldMs", Math.round(((Number) found.get("cold")).doubleValue()))
              .with("longestTaskMs", Math.round(((Number) found.get("longest")).doubleValue())));
    }
  }

  private Row jvm(Work work, Path folder) throws IOException, InterruptedException {
    String classPath =
        String.join(
            File.pathSeparator,
            target.resolve("test-classes").toString(),
            folder.resolve("jts-core.jar").toString(),
            folder.resolve("proj4j.jar").toString(),
            System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-cp",
                classPath,
                JtsTools.class.getName(),
                work.operation,
                Integer.toString(runs),
                folder.resolve(work.input.name() + ".shapes").toString()));
    if (work.other != null) {
      command.add(folder.resolve(work.other.name() + ".shapes").toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String[] words =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            .trim()
            .split(" ");
    if (process.waitFor() != 0) {
      throw new IOException("The JVM failed at " + work.title + ".");
    }
    List<Double> times = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      times.add(Double.valueOf(words[i]));
    }
    return new Row(
        "JTS and proj4j on the JVM",
        "1.20.0",
        work.title,
        "compute",
        times,
        Integer.parseInt(words[0]),
        Double.parseDouble(words[1]),
        JsonObject.of());
  }
}
