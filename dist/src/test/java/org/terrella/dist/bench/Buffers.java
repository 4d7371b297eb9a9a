package org.terrella.dist.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.JsonObject;

/** Stars buffered by 50 m with 8 segments to a quarter circle, by each engine. */
final class Buffers {
  private static final String WORKLOAD = "W1";
  private static final String SCOPE = "compute";

  /** All workers: the way that the page takes. */
  private static final String POOL =
      """
      async ([text, runs]) => {
        const { fileOf, openTable, checksum } = await import('./adapter.js');
        const table = await openTable(await fileOf('../site/', 'engine.js'), text);
        const times = [];
        for (let i = 0; i < runs; i++) {
          const begun = performance.now();
          await table.run('native:buffer', { DISTANCE: 50, SEGMENTS: 8 });
          times.push(performance.now() - begun);
        }
        const { count, sum } = checksum(await table.geojson());
        table.end();
        return { times, count, sum, longest: await longest(), workers: navigator.hardwareConcurrency };
      }""";

  private static final String ONE_WORKER =
      """
      async ([text, runs]) => {
        const { fileOf, openWorker, tableSum } = await import('./adapter.js');
        const worker = openWorker(await fileOf('../site/', 'engine.js'), text);
        const times = [];
        let result;
        for (let i = 0; i < runs; i++) {
          const begun = performance.now();
          result = await worker.run('native:buffer', { DISTANCE: 50, SEGMENTS: 8 });
          times.push(performance.now() - begun);
        }
        worker.end();
        return { times, ...tableSum(result), longest: await longest(), workers: 1 };
      }""";

  private static final String GEOS =
      """
      async ([text, runs]) => {
        await import('./geos.js');
        const run = await startGeos(text);
        const times = [];
        let result;
        for (let i = 0; i < runs; i++) {
          // In a task of its own, which the observer sees.
          await new Promise((resolve) => setTimeout(resolve, 20));
          result = run();
          times.push(result.millis);
        }
        return { times, count: result.count, sum: result.sum, longest: await longest(), workers: 0 };
      }""";

  static final String WATCH =
      "{ let most = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
          + " most = Math.max(most, e.duration); }).observe({ type: 'longtask' });"
          + " window.longest = () => new Promise(r => setTimeout(() => r(most), 200)); }";

  private final double[][] rings;
  private final int runs;

  Buffers(double[][] rings, int runs) {
    this.rings = rings;
    this.runs = runs;
  }

  Row pool(Chromium chromium, StaticServer server, String version) {
    return inPage(chromium, server, "ours", version, POOL);
  }

  Row oneWorker(Chromium chromium, StaticServer server, String version) {
    return inPage(chromium, server, "ours, one worker", version, ONE_WORKER);
  }

  Row geos(Chromium chromium, StaticServer server) {
    return inPage(chromium, server, "geos-wasm", "3.1.1", GEOS);
  }

  private Row inPage(
      Chromium chromium, StaticServer server, String engine, String version, String script) {
    try (BrowserContext context = chromium.browser().newContext()) {
      context.addInitScript(WATCH);
      context.setDefaultTimeout(600_000);
      Page page = context.newPage();
      page.navigate(server.address() + "bench/");
      Map<?, ?> found = (Map<?, ?>) page.evaluate(script, List.of(Stars.geoJson(rings), runs));
      List<Double> times = new ArrayList<>();
      for (Object time : (List<?>) found.get("times")) {
        times.add(((Number) time).doubleValue());
      }
      return new Row(
          engine,
          version,
          WORKLOAD,
          SCOPE,
          times,
          ((Number) found.get("count")).intValue(),
          ((Number) found.get("sum")).doubleValue(),
          JsonObject.of()
              .with("longestTaskMs", Math.round(((Number) found.get("longest")).doubleValue()))
              .with("workers", ((Number) found.get("workers")).longValue()));
    }
  }

  /** On one thread of a warm JVM of its own, with the JTS of the class path. */
  Row jvm(String engine, String version, String classPath, Path data)
      throws IOException, InterruptedException {
    Stars.write(rings, data);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                JtsBuffer.class.getName(),
                data.toString(),
                Integer.toString(runs))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] words =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            .trim()
            .split(" ");
    if (process.waitFor() != 0) {
      throw new IOException("The JVM with " + engine + " failed.");
    }
    List<Double> times = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      times.add(Double.valueOf(words[i]));
    }
    return new Row(
        engine,
        version,
        WORKLOAD,
        SCOPE,
        times,
        Integer.parseInt(words[0]),
        Double.parseDouble(words[1]),
        JsonObject.of());
  }
}
