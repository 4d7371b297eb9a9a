package org.terrella.dist.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The buffers on one thread of a JVM of its own, with whichever JTS is on the class path: {@code
 * JtsBuffer FILE RUNS}. Prints count, sum of areas and the milliseconds of each run.
 */
public final class JtsBuffer {
  private static final int WARM_UP = 2;

  private JtsBuffer() {}

  public static void main(String[] arguments) throws IOException {
    double[][] rings = Stars.read(Path.of(arguments[0]));
    int runs = Integer.parseInt(arguments[1]);
    StringBuilder times = new StringBuilder();
    double sum = 0;
    for (int run = -WARM_UP; run < runs; run++) {
      List<Geometry> stars = polygons(rings);
      System.gc();
      long start = System.nanoTime();
      List<Geometry> buffers = new ArrayList<>(stars.size());
      for (Geometry star : stars) {
        buffers.add(star.buffer(50, 8));
      }
      double millis = (System.nanoTime() - start) / 1e6;
      sum = buffers.stream().mapToDouble(Geometry::getArea).sum();
      if (run >= 0) {
        times.append(String.format(Locale.ROOT, " %.1f", millis));
      }
    }
    System.out.printf(Locale.ROOT, "%d %.3f%s%n", rings.length, sum, times);
  }

  /** New ones for each run: geometries remember what was computed of them. */
  private static List<Geometry> polygons(double[][] rings) {
    GeometryFactory factory = new GeometryFactory();
    List<Geometry> polygons = new ArrayList<>(rings.length);
    for (double[] ring : rings) {
      Coordinate[] coordinates = new Coordinate[ring.length / 2];
      for (int i = 0; i < coordinates.length; i++) {
        coordinates[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
      }
      polygons.add(factory.createPolygon(coordinates));
    }
    return polygons;
  }
}
