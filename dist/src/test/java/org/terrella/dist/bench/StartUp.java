package org.terrella.dist.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.JsonObject;

/**
 * The start of the application from localhost, with nothing in any cache: bytes on the wire before
 * the map, time until the map is shown, and time until the page's thread is free again as well.
 */
final class StartUp {
  private static final String WATCH =
      "window.longTasks = []; new PerformanceObserver(list => { for (const e of list.getEntries())"
          + " longTasks.push([e.startTime, e.duration]); })"
          + ".observe({ type: 'longtask', buffered: true });";

  private static final String READY =
      """
      async () => {
        while (!window.terrella) {
          if (performance.now() > 60000) throw new Error('The page did not start in a minute.');
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        await terrella.ready;
        return performance.now();
      }""";

  private static final String SETTLED =
      """
      async (ready) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return {
          interactive: Math.max(ready, ...longTasks.map(([start, duration]) => start + duration)),
          longest: Math.max(0, ...longTasks.map((task) => task[1])),
        };
      }""";

  private StartUp() {}

  /** One load in a browser of its own. */
  private record Load(
      double ready, double interactive, double longest, long gzip, long raw, int requests) {}

  static Row measure(Path browser, StaticServer server, String folder, String version, int runs) {
    List<Load> loads = new ArrayList<>();
    // The first load only fills the server's cache of compressed files.
    for (int run = -1; run < runs; run++) {
      Load load = load(browser, server, folder);
      if (run >= 0) {
        loads.add(load);
      }
    }
    Load middle =
        loads.stream()
            .sorted(Comparator.comparingDouble(Load::interactive))
            .skip(loads.size() / 2)
            .findFirst()
            .orElseThrow();
    return new Row(
        "ours",
        version,
        "START",
        "page",
        loads.stream().map(Load::interactive).toList(),
        1,
        0,
        JsonObject.of()
            .with("readyMs", Math.round(middle.ready))
            .with("ttiMs", Math.round(middle.interactive))
            .with("longestTaskMs", Math.round(middle.longest))
            .with("gzipBytes", middle.gzip)
            .with("rawBytes", middle.raw)
            .with("requests", (long) middle.requests));
  }

  private static Load load(Path browser, StaticServer server, String folder) {
    server.forget();
    try (Chromium chromium = Chromium.startWithoutGraphics(browser);
        BrowserContext context = chromium.browser().newContext()) {
      context.addInitScript(WATCH);
      Page page = context.newPage();
      page.navigate(server.address() + folder);
      Number ready = (Number) page.evaluate(READY);
      List<StaticServer.Answer> answers = server.answers();
      Map<?, ?> times = (Map<?, ?>) page.evaluate(SETTLED, ready);
      return new Load(
          ready.doubleValue(),
          ((Number) times.get("interactive")).doubleValue(),
          ((Number) times.get("longest")).doubleValue(),
          answers.stream().mapToLong(StaticServer.Answer::sent).sum(),
          answers.stream().mapToLong(StaticServer.Answer::size).sum(),
          answers.size());
    }
  }
}
