package org.terrella.dist.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.JsonObject;

/**
 * The same features in several formats: how fast they are written and read here, and by GDAL where
 * it is installed. GDAL is measured twice: as {@code ogrinfo -al -so}, which is told the most from
 * headers by some formats, and as {@code ogr2ogr} into memory, which reads every feature.
 */
final class FileFormats {
  private static final String[][] FORMATS = {
    {"geojson", "GeoJSON"},
    {"fgb", "FlatGeobuf, indexed"},
    {"parquet", "GeoParquet"},
    {"gpkg", "GeoPackage"},
    {"zip", "Shapefile, zipped"},
  };

  private static final String WRITE =
      """
      async ([url, formats]) => {
        await terrella.ready;
        await terrella.execute('document:new', {});
        const { layerIds: [layerId] } = await terrella.execute('layer:add-file', { url });
        const written = {};
        for (const extension of formats) {
          const begin = performance.now();
          const { size } = await terrella.execute('layer:export', { layerId, path: `exports/same.${extension}` });
          written[extension] = [size, performance.now() - begin];
        }
        return written;
      }""";

  private static final String READ =
      """
      async (path) => {
        await terrella.ready;
        await terrella.execute('document:new', {});
        await new Promise((resolve) => setTimeout(resolve, 500));
        const begin = performance.now();
        const { layerIds: [layerId] } = await terrella.execute('layer:add-file', { path });
        const { featureCount } = await terrella.execute('layer:info', { layerId });
        return [performance.now() - begin, featureCount];
      }""";

  private static final String PART =
      """
      async ([name, from, most]) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports');
        const file = await (await folder.getFileHandle(name)).getFile();
        const bytes = new Uint8Array(await file.slice(from, from + most).arrayBuffer());
        let text = '';
        for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
        return btoa(text);
      }""";

  private static final int PART_BYTES = 6_000_000;

  private final Path browser;
  private final StaticServer server;
  private final Path folder;
  private final String version;

  /**
   * A measurement.
   *
   * @param folder where the files are put for GDAL
   */
  FileFormats(Path browser, StaticServer server, Path folder, String version) {
    this.browser = browser;
    this.server = server;
    this.folder = folder;
    this.version = version;
  }

  /** One row for each format. */
  List<Row> measure(String geoJson) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    try (Chromium chromium = Chromium.startWithoutGraphics(browser);
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.setDefaultTimeout(600_000);
      page.navigate(server.address() + "site/");
      List<String> extensions = new ArrayList<>();
      for (String[] format : FORMATS) {
        extensions.add(format[0]);
      }
      Map<?, ?> written =
          (Map<?, ?>)
              page.evaluate(WRITE, List.of(server.address() + "bench/" + geoJson, extensions));
      for (String[] format : FORMATS) {
        List<?> sizeAndTime = (List<?>) written.get(format[0]);
        double megabytes = ((Number) sizeAndTime.get(0)).doubleValue() / 1e6;
        page.reload();
        page.waitForFunction("() => window.terrella");
        List<?> read = (List<?>) page.evaluate(READ, "exports/same." + format[0]);
        Path file = save(page, "same." + format[0], (long) (megabytes * 1e6 + 0.5));
        double millis = ((Number) read.get(0)).doubleValue();
        JsonObject more =
            JsonObject.of()
                .with("megabytes", Math.round(megabytes * 10) / 10.0)
                .with("writeMs", (long) ((Number) sizeAndTime.get(1)).doubleValue());
        String source = format[0].equals("zip") ? "/vsizip/" + file : file.toString();
        double summary = seconds("ogrinfo", "-ro", "-al", "-so", source);
        double whole =
            seconds(
                "ogr2ogr", "-f", "Memory", "memory", source, "-nln", "same", "-nlt", "GEOMETRY");
        more = summary > 0 ? more.with("ogrinfoMs", (long) (summary * 1000)) : more;
        more = whole > 0 ? more.with("ogr2ogrMs", (long) (whole * 1000)) : more;
        rows.add(
            new Row(
                "ours",
                version,
                format[1],
                geoJson,
                List.of(millis),
                ((Number) read.get(1)).intValue(),
                0,
                more));
      }
    }
    return rows;
  }

  private Path save(Page page, String name, long size) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long from = 0; from < size; from += PART_BYTES) {
        String part = (String) page.evaluate(PART, List.of(name, (double) from, PART_BYTES));
        out.write(Base64.getDecoder().decode(part));
      }
    }
    return file;
  }

  /**
   * The time of the better of two runs; 0 where the program is not there or cannot read the file.
   */
  private static double seconds(String... command) throws InterruptedException {
    double best = 0;
    for (int run = 0; run < 2; run++) {
      long begin = System.nanoTime();
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
          return 0;
        }
      } catch (IOException missing) {
        return 0;
      }
      double time = (System.nanoTime() - begin) / 1e9;
      best = run == 0 ? time : Math.min(best, time);
    }
    return best;
  }

  static void print(List<Row> rows) {
    System.out.println();
    System.out.println(
        "| file | format | MB | written, s (MB/s) | read, s (MB/s) | ogr2ogr into memory, s (MB/s) | ours / it | ogrinfo -al -so, s |");
    System.out.println("|---|---|--:|--:|--:|--:|--:|--:|");
    for (Row row : rows) {
      JsonObject more = row.more();
      double megabytes = more.number("megabytes");
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.1f | %s | %s | %s | %s | %s |%n",
          row.scope().replace(".geojson", ""),
          row.workload(),
          megabytes,
          speed(megabytes, more.number("writeMs")),
          speed(megabytes, row.median()),
          more.has("ogr2ogrMs") ? speed(megabytes, more.number("ogr2ogrMs")) : "–",
          more.has("ogr2ogrMs")
              ? String.format(Locale.ROOT, "%.2f", row.median() / more.number("ogr2ogrMs"))
              : "–",
          more.has("ogrinfoMs")
              ? String.format(Locale.ROOT, "%.2f", more.number("ogrinfoMs") / 1000)
              : "–");
    }
    System.out.println();
  }

  private static String speed(double megabytes, double millis) {
    return String.format(Locale.ROOT, "%.2f (%.0f)", millis / 1000, megabytes / millis * 1000);
  }
}
