package org.terrella.dist.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The polygons that are buffered: a grid of stars with 64 vertices each, in EPSG:3857, the same in
 * every run. Their angles grow steadily, so that all are valid.
 */
public final class Stars {
  private static final int VERTICES = 64;
  private static final double SPIKE = 0.4;
  private static final double X0 = 1_000_000;
  private static final double Y0 = 6_500_000;

  private int seed = 1;

  private Stars() {}

  /** Rings of 65 vertices, each as x, y, x, y, …; the last vertex is the first again. */
  public static double[][] rings(int count) {
    Stars random = new Stars();
    double[][] rings = new double[count][];
    for (int i = 0; i < count; i++) {
      double x = X0 + i % 100 * 1000 + 200 * random.next();
      double y = Y0 + i / 100 * 1000 + 200 * random.next();
      rings[i] = random.ring(x, y, 250 + 230 * random.next());
    }
    return rings;
  }

  private double[] ring(double x, double y, double radius) {
    double[] ring = new double[2 * (VERTICES + 1)];
    for (int i = 0; i < VERTICES; i++) {
      double angle = 2 * Math.PI * i / VERTICES;
      double reach = (i % 2 == 1 ? 1 - SPIKE : 1) * (0.75 + 0.25 * next()) * radius;
      ring[2 * i] = Math.round((x + reach * Math.cos(angle)) * 100) / 100.0;
      ring[2 * i + 1] = Math.round((y + reach * Math.sin(angle)) * 100) / 100.0;
    }
    ring[2 * VERTICES] = ring[0];
    ring[2 * VERTICES + 1] = ring[1];
    return ring;
  }

  /** Mulberry32: from 0 inclusive to 1 exclusive. */
  private double next() {
    seed += 0x6d2b79f5;
    int t = (seed ^ seed >>> 15) * (1 | seed);
    t = t + (t ^ t >>> 7) * (61 | t) ^ t;
    return ((t ^ t >>> 14) & 0xFFFFFFFFL) / 4294967296.0;
  }

  public static String geoJson(double[][] rings) {
    StringBuilder json =
        new StringBuilder("{\"type\":\"FeatureCollection\",\"name\":\"stars\",\"crs\":")
            .append("{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},")
            .append("\"features\":[");
    for (int i = 0; i < rings.length; i++) {
      json.append(i == 0 ? "\n" : ",\n")
          .append("{\"type\":\"Feature\",\"properties\":{\"num\":")
          .append(i)
          .append("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
      for (int k = 0; k < rings[i].length; k += 2) {
        json.append(k == 0 ? "[" : ",[");
        // No exponents: these numbers have two decimals at most.
        json.append(BigDecimal.valueOf(rings[i][k]).toPlainString()).append(',');
        json.append(BigDecimal.valueOf(rings[i][k + 1]).toPlainString()).append(']');
      }
      json.append("]]}}");
    }
    return json.append("\n]}\n").toString();
  }

  /** Big-endian doubles, ring after ring. */
  static void write(double[][] rings, Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(rings.length * rings[0].length * 8);
    for (double[] ring : rings) {
      for (double ordinate : ring) {
        bytes.putDouble(ordinate);
      }
    }
    Files.write(file, bytes.array());
  }

  static double[][] read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    double[][] rings = new double[bytes.remaining() / 8 / (2 * (VERTICES + 1))][];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = new double[2 * (VERTICES + 1)];
      for (int k = 0; k < rings[i].length; k++) {
        rings[i][k] = bytes.getDouble();
      }
    }
    return rings;
  }
}
