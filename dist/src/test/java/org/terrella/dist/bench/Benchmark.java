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
 * Prints a line of JSON for each measurement, then a table. The buffers of all engines and the
 * start: {@code Benchmark TARGET_FOLDER STARS RUNS}; large files: {@code Benchmark draw
 * TARGET_FOLDER points-1000000 …}, or {@code formats} in place of {@code draw}; tools: {@code
 * Benchmark tools TARGET_FOLDER RUNS}.
 */
public final class Benchmark {
  private static final String VERSION = "0.1.0";

  /** With more features the peers' pages break down. */
  private static final int MOST_FOR_PEERS = 1_000_000;

  private final List<Row> rows = new ArrayList<>();

  private Benchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("tools")) {
      new Benchmark().tools(Path.of(arguments[1]).toAbsolutePath(), Integer.parseInt(arguments[2]));
      return;
    }
    if (arguments[0].equals("draw") || arguments[0].equals("formats")) {
      Path target = Path.of(arguments[1]).toAbsolutePath();
      List<String> workloads = List.of(arguments).subList(2, arguments.length);
      if (arguments[0].equals("draw")) {
        new Benchmark().draw(target, workloads);
      } else {
        new Benchmark().formats(target, workloads);
      }
      return;
    }
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

  /** Draws large files, beside peers where they manage: {@code points-1000000} and the like. */
  private void draw(Path target, List<String> workloads) throws IOException {
    Path browser = Chromium.find().orElseThrow();
    try (StaticServer server = StaticServer.start(target, "/", 0)) {
      Drawing drawing = new Drawing(browser, server, VERSION);
      for (String workload : workloads) {
        int count = Integer.parseInt(workload.substring(workload.indexOf('-') + 1));
        String name = file(target, workload);
        add(drawing.ours(name));
        if (count <= MOST_FOR_PEERS) {
          add(drawing.peer("OpenLayers, VectorImage", "openlayers", "10.11.0", name));
          add(drawing.peer("maplibre", "maplibre", "5.6.0", name));
        }
      }
    }
    Drawing.print(rows);
  }

  /** The same features in several formats. */
  private void formats(Path target, List<String> workloads)
      throws IOException, InterruptedException {
    Path browser = Chromium.find().orElseThrow();
    try (StaticServer server = StaticServer.start(target, "/", 0)) {
      FileFormats formats = new FileFormats(browser, server, target.resolve("bench"), VERSION);
      for (String workload : workloads) {
        for (Row row : formats.measure(file(target, workload))) {
          add(row);
        }
      }
    }
    FileFormats.print(rows);
  }

  /** Tools of the toolbox, beside JTS and proj4j. */
  private void tools(Path target, int runs) throws IOException, InterruptedException {
    try (StaticServer server = StaticServer.start(target, "/", 0)) {
      new Tools(target, runs)
          .measure(Chromium.find().orElseThrow(), server, VERSION)
          .forEach(this::add);
    }
  }

  /** The name of a workload's GeoJSON, which is made unless it is there. */
  private static String file(Path target, String workload) throws IOException {
    int count = Integer.parseInt(workload.substring(workload.indexOf('-') + 1));
    Path folder = target.resolve("bench");
    Path file =
        workload.startsWith("points")
            ? Scatter.points(folder, count)
            : Scatter.polygons(folder, count);
    return file.getFileName().toString();
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
