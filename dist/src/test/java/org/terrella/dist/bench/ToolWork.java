package org.terrella.dist.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * The layers that tools are measured with, the same in every run: as GeoJSON for the page, and as
 * arrays for the JVM. A layer is a list of polygons, each a list of rings of x, y, x, y, …; a point
 * is one ring of one vertex.
 *
 * @param epsg 3857 or 4326
 */
record ToolWork(String name, int epsg, List<double[][]> shapes) {
  private static final double X0 = 1_000_000;
  private static final double Y0 = 6_500_000;

  /** Mulberry32, as the peers' benchmark has it. */
  private static final class Random {
    private int seed;

    Random(int seed) {
      this.seed = seed;
    }

    double next() {
      seed += 0x6d2b79f5;
      int t = (seed ^ seed >>> 15) * (1 | seed);
      t = t + (t ^ t >>> 7) * (61 | t) ^ t;
      return ((t ^ t >>> 14) & 0xFFFFFFFFL) / 4294967296.0;
    }

    double[][] star(double x, double y, double radius, int vertices, double spike) {
      double[] ring = new double[2 * vertices + 2];
      for (int i = 0; i < vertices; i++) {
        double angle = 2 * Math.PI * i / vertices;
        double reach = (i % 2 == 1 ? 1 - spike : 1) * (0.75 + 0.25 * next()) * radius;
        ring[2 * i] = Math.round((x + reach * Math.cos(angle)) * 100) / 100.0;
        ring[2 * i + 1] = Math.round((y + reach * Math.sin(angle)) * 100) / 100.0;
      }
      ring[2 * vertices] = ring[0];
      ring[2 * vertices + 1] = ring[1];
      return new double[][] {ring};
    }
  }

  static ToolWork stars(int count) {
    List<double[][]> shapes = new ArrayList<>();
    for (double[] ring : Stars.rings(count)) {
      shapes.add(new double[][] {ring});
    }
    return new ToolWork("stars", 3857, shapes);
  }

  /** About three layers deep. */
  static ToolWork overlapping(int count) {
    Random random = new Random(2);
    List<double[][]> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = X0 + 1e5 * random.next();
      double y = Y0 + 1e5 * random.next();
      shapes.add(random.star(x, y, 700 + 700 * random.next(), 32, 0.2));
    }
    return new ToolWork("overlapping", 3857, shapes);
  }

  static ToolWork layer(String name, int seed, int count) {
    Random random = new Random(seed);
    List<double[][]> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = X0 + 70_000 * random.next();
      double y = Y0 + 70_000 * random.next();
      shapes.add(random.star(x, y, 300 + 400 * random.next(), 32, 0.2));
    }
    return new ToolWork(name, 3857, shapes);
  }

  static ToolWork small(int count) {
    Random random = new Random(6);
    List<double[][]> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = X0 + i % 400 * 300;
      double y = Y0 + i / 400 * 300.0;
      shapes.add(random.star(x, y, 60 + 80 * random.next(), 16, 0.2));
    }
    return new ToolWork("small", 3857, shapes);
  }

  static ToolWork points(
      String name, int seed, int count, double west, double wide, double south, double high) {
    Random random = new Random(seed);
    List<double[][]> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = Math.round((west + wide * random.next()) * 1e6) / 1e6;
      double y = Math.round((south + high * random.next()) * 1e6) / 1e6;
      shapes.add(new double[][] {{x, y}});
    }
    return new ToolWork(name, 4326, shapes);
  }

  /** Each polygon of the countries is a shape of its own. */
  static ToolWork countries(Path geoJson) throws IOException {
    List<double[][]> shapes = new ArrayList<>();
    JsonObject file = Json.parseObject(Files.readString(geoJson));
    for (JsonObject feature : file.array("features").objects()) {
      JsonObject geometry = feature.object("geometry");
      JsonArray coordinates = geometry.array("coordinates");
      if (geometry.string("type").equals("Polygon")) {
        shapes.add(rings(coordinates));
      } else {
        for (int i = 0; i < coordinates.size(); i++) {
          shapes.add(rings(coordinates.array(i)));
        }
      }
    }
    return new ToolWork("countries", 4326, shapes);
  }

  private static double[][] rings(JsonArray polygon) {
    double[][] rings = new double[polygon.size()][];
    for (int r = 0; r < rings.length; r++) {
      JsonArray ring = polygon.array(r);
      rings[r] = new double[2 * ring.size()];
      for (int i = 0; i < ring.size(); i++) {
        rings[r][2 * i] = ring.array(i).number(0);
        rings[r][2 * i + 1] = ring.array(i).number(1);
      }
    }
    return rings;
  }

  /** Writes both files into a folder. */
  void write(Path folder) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".shapes"))))) {
      out.writeInt(shapes.size());
      for (double[][] shape : shapes) {
        out.writeInt(shape.length);
        for (double[] ring : shape) {
          out.writeInt(ring.length);
          for (double ordinate : ring) {
            out.writeDouble(ordinate);
          }
        }
      }
    }
    try (var out = Files.newBufferedWriter(folder.resolve(name + ".geojson"))) {
      out.write("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":");
      out.write("{\"name\":\"urn:ogc:def:crs:EPSG::" + epsg + "\"}},\"features\":[\n");
      for (int i = 0; i < shapes.size(); i++) {
        out.write(i == 0 ? "" : ",\n");
        out.write("{\"type\":\"Feature\",\"properties\":{\"num\":" + i + "},\"geometry\":");
        out.write(geometry(shapes.get(i)));
        out.write("}");
      }
      out.write("]}");
    }
  }

  private static String geometry(double[][] shape) {
    StringBuilder text = new StringBuilder();
    if (shape[0].length == 2) {
      return text.append("{\"type\":\"Point\",\"coordinates\":")
          .append(vertex(shape[0], 0))
          .append('}')
          .toString();
    }
    text.append("{\"type\":\"Polygon\",\"coordinates\":[");
    for (int r = 0; r < shape.length; r++) {
      text.append(r == 0 ? "[" : ",[");
      for (int i = 0; i < shape[r].length; i += 2) {
        text.append(i == 0 ? "" : ",").append(vertex(shape[r], i));
      }
      text.append(']');
    }
    return text.append("]}").toString();
  }

  private static String vertex(double[] ring, int at) {
    return "["
        + BigDecimal.valueOf(ring[at]).toPlainString()
        + ","
        + BigDecimal.valueOf(ring[at + 1]).toPlainString()
        + "]";
  }

  /**
   * New geometries of a file that {@link #write} wrote: they remember what was computed of them.
   */
  static List<Geometry> read(Path file) throws IOException {
    GeometryFactory factory = new GeometryFactory();
    List<Geometry> geometries = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        LinearRing[] rings = new LinearRing[in.readInt()];
        Coordinate[] vertices = {};
        for (int r = 0; r < rings.length; r++) {
          vertices = new Coordinate[in.readInt() / 2];
          for (int v = 0; v < vertices.length; v++) {
            vertices[v] = new Coordinate(in.readDouble(), in.readDouble());
          }
          rings[r] = vertices.length == 1 ? null : factory.createLinearRing(vertices);
        }
        geometries.add(
            rings[0] == null ? factory.createPoint(vertices[0]) : polygon(factory, rings));
      }
    }
    return geometries;
  }

  private static Polygon polygon(GeometryFactory factory, LinearRing[] rings) {
    LinearRing[] holes = new LinearRing[rings.length - 1];
    System.arraycopy(rings, 1, holes, 0, holes.length);
    return factory.createPolygon(rings[0], holes);
  }
}
