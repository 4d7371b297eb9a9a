package org.terrella.dist.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.JsonObject;

/**
 * Large files from their address to the picture, then moved, zoomed, and given another style. Times
 * are in milliseconds, memory in MB.
 */
final class Drawing {
  private static final String WATCH =
      "window.longTasks = []; new PerformanceObserver(list => { for (const e of list.getEntries())"
          + " longTasks.push(e.duration); }).observe({ type: 'longtask', buffered: true });";

  private static final String OPEN =
      """
      async (url) => {
        await terrella.ready;
        await terrella.execute('document:new', {});
        await new Promise((resolve) => setTimeout(resolve, 1500));
        longTasks.length = 0;
        const begin = performance.now();
        const { layerIds } = await terrella.execute('layer:add-file', { url });
        const added = performance.now() - begin;
        await terrella.execute('view:image', {});
        const picture = performance.now() - begin;
        window.layerId = layerIds[0];
        const info = await terrella.execute('layer:info', { layerId });
        return { added, picture, count: info.featureCount, longest: Math.max(0, ...longTasks) };
      }""";

  private static final String FRAMES =
      """
      () => {
        window.frames_ = [];
        window.watching = true;
        let last = performance.now();
        const tick = () => {
          const now = performance.now();
          frames_.push(now - last);
          last = now;
          if (watching) requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }""";

  private static final String FRAMES_END =
      """
      () => {
        watching = false;
        const sorted = frames_.slice(2).sort((a, b) => a - b);
        return [sorted[sorted.length >> 1], sorted[sorted.length - 1]];
      }""";

  private static final String RESTYLE =
      """
      async () => {
        const begin = performance.now();
        await terrella.execute('layer:classify',
          { layerId, field: 'val', mode: 'equal interval', classes: 5, ramp: 'viridis' });
        await terrella.execute('view:image', {});
        return performance.now() - begin;
      }""";

  private final Path browser;
  private final StaticServer server;
  private final String version;

  Drawing(Path browser, StaticServer server, String version) {
    this.browser = browser;
    this.server = server;
    this.version = version;
  }

  /** Terrella. */
  Row ours(String file) {
    try (Chromium chromium = Chromium.startWithoutGraphics(browser);
        BrowserContext context = chromium.browser().newContext()) {
      context.addInitScript(WATCH);
      Page page = context.newPage();
      page.setDefaultTimeout(600_000);
      page.navigate(server.address() + "site/");
      Map<?, ?> opened = (Map<?, ?>) page.evaluate(OPEN, server.address() + "bench/" + file);
      JsonObject more =
          JsonObject.of()
              .with("addedMs", rounded(opened.get("added")))
              .with("longestTaskMs", rounded(opened.get("longest")))
              .with("pageHeapMb", heap(page));
      page.evaluate("() => { longTasks.length = 0; }");
      page.evaluate(FRAMES);
      page.mouse().move(900, 400);
      page.mouse().down();
      for (int i = 1; i <= 40; i++) {
        page.mouse().move(900 - 10 * i, 400);
        page.waitForTimeout(16);
      }
      page.mouse().up();
      page.waitForTimeout(600);
      List<?> pan = (List<?>) page.evaluate(FRAMES_END);
      page.evaluate(FRAMES);
      for (int i = 0; i < 12; i++) {
        page.mouse().wheel(0, i < 6 ? -200 : 200);
        page.waitForTimeout(120);
      }
      page.waitForTimeout(600);
      List<?> zoom = (List<?>) page.evaluate(FRAMES_END);
      Object restyle = page.evaluate(RESTYLE);
      more =
          more.with("panMedianMs", rounded(pan.get(0)))
              .with("panWorstMs", rounded(pan.get(1)))
              .with("zoomMedianMs", rounded(zoom.get(0)))
              .with("zoomWorstMs", rounded(zoom.get(1)))
              .with("restyleMs", rounded(restyle))
              .with(
                  "movedLongestTaskMs", rounded(page.evaluate("() => Math.max(0, ...longTasks)")));
      return row("ours", version, file, opened.get("picture"), opened.get("count"), more);
    }
  }

  /** A peer of {@code draw.mjs}; fails with what went wrong. */
  Row peer(String engine, String kind, String engineVersion, String file) {
    // Only maplibre needs WebGL; all else is slower where that is imitated.
    boolean graphics = kind.equals("maplibre");
    try (Chromium chromium =
            graphics ? Chromium.start(browser) : Chromium.startWithoutGraphics(browser);
        BrowserContext context = chromium.browser().newContext()) {
      context.addInitScript(WATCH);
      Page page = context.newPage();
      page.setDefaultTimeout(300_000);
      page.navigate(server.address() + "bench/");
      page.evaluate("async () => { await import('./draw.js'); longTasks.length = 0; }");
      Map<?, ?> drawn =
          (Map<?, ?>)
              page.evaluate(
                  "([kind, url, extent]) => draw(kind, url, extent)",
                  List.of(kind, server.address() + "bench/" + file, List.of(3, 47, 15, 60)));
      JsonObject more =
          JsonObject.of()
              .with("longestTaskMs", rounded(page.evaluate("() => Math.max(0, ...longTasks)")))
              .with("pageHeapMb", heap(page));
      return row(engine, engineVersion, file, drawn.get("ms"), drawn.get("count"), more);
    } catch (PlaywrightException failed) {
      String reason = failed.getMessage().lines().findFirst().orElse("");
      return row(
          engine, engineVersion, file, Double.NaN, 0, JsonObject.of().with("failed", reason));
    }
  }

  private static Row row(
      String engine, String version, String file, Object ms, Object count, JsonObject more) {
    return new Row(
        engine,
        version,
        "DRAW " + file.replace(".geojson", ""),
        "page",
        List.of(((Number) ms).doubleValue()),
        ((Number) count).intValue(),
        0,
        more);
  }

  private static long heap(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("HeapProfiler.collectGarbage");
    return Math.round(session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / 1e6);
  }

  private static long rounded(Object value) {
    return Math.round(((Number) value).doubleValue());
  }

  /** A table of these rows, as ratios to the first one of each file. */
  static void print(List<Row> rows) {
    System.out.println();
    System.out.println(
        "| file | engine | first picture, s | ours / it | longest task, ms | page heap, MB | pan median / worst, ms"
            + " | zoom median / worst, ms | new style, ms |");
    System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|");
    for (Row row : rows) {
      double own =
          rows.stream()
              .filter(r -> r.workload().equals(row.workload()) && r.engine().equals("ours"))
              .findFirst()
              .orElseThrow()
              .median();
      JsonObject more = row.more();
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.1f | %.2f | %s | %s | %s / %s | %s / %s | %s |%n",
          row.workload().substring(5),
          row.engine(),
          row.median() / 1000,
          own / row.median(),
          shown(more, "longestTaskMs"),
          shown(more, "pageHeapMb"),
          shown(more, "panMedianMs"),
          shown(more, "panWorstMs"),
          shown(more, "zoomMedianMs"),
          shown(more, "zoomWorstMs"),
          shown(more, "restyleMs"));
    }
    System.out.println();
  }

  private static String shown(JsonObject more, String key) {
    return more.has(key) ? Integer.toString(more.integer(key)) : "–";
  }
}
