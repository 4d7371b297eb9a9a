package org.terrella.dist.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.Chromium;
import org.terrella.json.Json;

/**
 * Prints a line of JSON for each measurement, then the buffers of all engines as a table: {@code
 * Benchmark TARGET_FOLDER STARS RUNS}.
 */
public final class Benchmark {
  private static final String VERSION = "0.1.0";

  private final List<Row> rows = new ArrayList<>();

  private Benchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Benchmark()
        .run(
            Path.of(arguments[0]).toAbsolutePath(),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
  }

  private void run(Path target, int stars, int runs) throws IOException, InterruptedException {
    Path browser = Chromium.find().orElseThrow();
    Buffers buffers = new Buffers(Stars.rings(stars), runs);
    Path data = target.resolve("bench/stars.f64");
    Path classes = target.resolve("test-classes");
    add(
        buffers.jvm(
            "JTS on the JVM",
            "1.20.0",
            classes + File.pathSeparator + target.resolve("bench/jts-core.jar"),
            data));
    add(buffers.jvm("our JTS on the JVM", VERSION, System.getProperty("java.class.path"), data));
    try (StaticServer server = StaticServer.start(target, "/", 0)) {
      try (Chromium chromium = Chromium.start(browser)) {
        add(buffers.geos(chromium, server));
        add(buffers.oneWorker(chromium, server, VERSION));
        add(buffers.pool(chromium, server, VERSION));
      }
      printTable();
      add(StartUp.measure(browser, server, "site/", VERSION, runs));
    }
  }

  private void add(Row row) {
    rows.add(row);
    System.out.println(Json.write(row.toJson()));
  }

  private void printTable() {
    double reference = rows.get(0).median();
    System.out.println();
    System.out.println("| buffer of " + rows.get(0).count() + " stars | ms | ratio | same areas |");
    System.out.println("|---|--:|--:|---|");
    for (Row row : rows) {
      boolean same = Math.abs(row.sum() / rows.get(0).sum() - 1) < 1e-9;
      System.out.printf(
          Locale.ROOT,
          "| %s %s | %.0f | %.2f | %s |%n",
          row.engine(),
          row.version(),
          row.median(),
          row.median() / reference,
          same ? "yes" : "no");
    }
    System.out.println();
  }
}
