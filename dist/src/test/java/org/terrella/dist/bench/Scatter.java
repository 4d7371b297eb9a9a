package org.terrella.dist.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Files of many features, the same ones each time: points and polygons in central Europe. */
final class Scatter {
  static final double[] EXTENT = {3, 47, 15, 60};

  private int seed;

  private Scatter(int seed) {
    this.seed = seed;
  }

  /** Numbers from 0 to 1 (mulberry32), as the peers' benchmark makes them. */
  private double next() {
    seed += 0x6d2b79f5;
    int t = (seed ^ (seed >>> 15)) * (1 | seed);
    t = (t + ((t ^ (t >>> 7)) * (61 | t))) ^ t;
    return ((t ^ (t >>> 14)) & 0xFFFFFFFFL) / 4294967296.0;
  }

  /** GeoJSON of points with the attribute {@code val}: workload R1 for 100,000 and 1,000,000. */
  static Path points(Path folder, int count) throws IOException {
    Scatter random = new Scatter(8);
    return write(
        folder.resolve("points-" + count + ".geojson"),
        count,
        (text, i) ->
            text.append("{\"type\":\"Point\",\"coordinates\":[")
                .append(degrees(3 + 12 * random.next()))
                .append(',')
                .append(degrees(47 + 13 * random.next()))
                .append("]}"));
  }

  /** GeoJSON of polygons of 16 vertices, side by side, with the attribute {@code val}. */
  static Path polygons(Path folder, int count) throws IOException {
    Scatter random = new Scatter(9);
    int columns = (int) Math.ceil(Math.sqrt(count));
    double wide = 12.0 / columns;
    double high = 13.0 / columns;
    return write(
        folder.resolve("polygons-" + count + ".geojson"),
        count,
        (text, i) -> {
          double x = 3 + (i % columns + 0.5) * wide;
          double y = 47 + (i / columns + 0.5) * high;
          StringBuilder first = new StringBuilder();
          text.append("{\"type\":\"Polygon\",\"coordinates\":[[");
          for (int k = 0; k < 16; k++) {
            double reach = (k % 2 == 0 ? 1 : 0.8) * (0.75 + 0.25 * random.next()) / 2;
            double angle = 2 * Math.PI * k / 16;
            StringBuilder vertex =
                new StringBuilder("[")
                    .append(degrees(x + wide * reach * Math.cos(angle)))
                    .append(',')
                    .append(degrees(y + high * reach * Math.sin(angle)))
                    .append(']');
            first.append(k == 0 ? vertex : "");
            text.append(vertex).append(',');
          }
          text.append(first).append("]]}");
        });
  }

  /** Writes one geometry. */
  private interface Geometry {
    void write(StringBuilder text, int row);
  }

  private static Path write(Path file, int count, Geometry geometry) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.US_ASCII)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.setLength(0);
        text.append("{\"type\":\"Feature\",\"properties\":{\"val\":").append(i % 1000);
        text.append("},\"geometry\":");
        geometry.write(text, i);
        out.append(text.append(i < count - 1 ? "},\n" : "}\n"));
      }
      out.write("]}\n");
    }
    return Files.move(part, file);
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
