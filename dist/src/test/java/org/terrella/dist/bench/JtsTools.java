package org.terrella.dist.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Tools as a Java program would do them with JTS and proj4j as published, on one thread of a JVM of
 * its own: {@code JtsTools OPERATION RUNS FILE [FILE]}. Prints count, a sum of the results and the
 * milliseconds of each run; only computing is measured.
 */
public final class JtsTools {
  private static final int WARM_UP = 2;

  /** Runs are repeated, unmeasured and then measured, until they took as long as this. */
  static final int SHORT_MILLIS = 1500;

  private JtsTools() {}

  /** What an operation gave: as many, and a sum that says whether others gave the same. */
  private record Outcome(int count, double sum) {
    static Outcome of(List<Geometry> geometries) {
      double sum = 0;
      for (Geometry geometry : geometries) {
        sum +=
            geometry.getDimension() == 0
                ? geometry.getCoordinate().x + geometry.getCoordinate().y
                : geometry.getArea();
      }
      return new Outcome(geometries.size(), sum);
    }
  }

  public static void main(String[] arguments) throws IOException {
    int runs = Integer.parseInt(arguments[1]);
    double spent = 0;
    for (int run = 0; run < WARM_UP || spent < SHORT_MILLIS; run++) {
      spent += once(arguments).millis;
    }
    StringBuilder times = new StringBuilder();
    Measured last = null;
    spent = 0;
    for (int run = 0; run < runs || spent < SHORT_MILLIS; run++) {
      last = once(arguments);
      spent += last.millis;
      times.append(String.format(Locale.ROOT, " %.1f", last.millis));
    }
    Outcome outcome = last.outcome;
    System.out.printf(Locale.ROOT, "%d %.3f%s%n", outcome.count, outcome.sum, times);
  }

  private record Measured(double millis, Outcome outcome) {}

  private static Measured once(String[] arguments) throws IOException {
    List<Geometry> one = ToolWork.read(Path.of(arguments[2]));
    List<Geometry> other = arguments.length > 3 ? ToolWork.read(Path.of(arguments[3])) : List.of();
    System.gc();
    long start = System.nanoTime();
    Object result = run(arguments[0], one, other);
    double millis = (System.nanoTime() - start) / 1e6;
    return new Measured(millis, outcome(result));
  }

  @SuppressWarnings("unchecked")
  private static Outcome outcome(Object result) {
    return result instanceof Outcome known ? known : Outcome.of((List<Geometry>) result);
  }

  private static Object run(String operation, List<Geometry> one, List<Geometry> other) {
    return switch (operation) {
      case "buffer" -> one.stream().map(geometry -> geometry.buffer(50, 8)).toList();
      case "buffer-union" ->
          List.of(
              OverlayNGRobust.union(one.stream().map(geometry -> geometry.buffer(50, 8)).toList()));
      case "union" -> List.of(OverlayNGRobust.union(one));
      case "intersection" -> intersections(one, other);
      case "clip" -> clipped(one, OverlayNGRobust.union(other));
      case "hull" -> one.stream().map(Geometry::convexHull).toList();
      case "centroid" -> one.stream().<Geometry>map(Geometry::getCentroid).toList();
      case "join" -> joined(one, other);
      default -> reprojected(one);
    };
  }

  private static List<Geometry> intersections(List<Geometry> one, List<Geometry> other) {
    STRtree tree = new STRtree();
    other.forEach(geometry -> tree.insert(geometry.getEnvelopeInternal(), geometry));
    List<Geometry> found = new ArrayList<>();
    for (Geometry geometry : one) {
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(geometry);
      for (Object near : tree.query(geometry.getEnvelopeInternal())) {
        if (prepared.intersects((Geometry) near)) {
          Geometry common =
              OverlayNGRobust.overlay(geometry, (Geometry) near, OverlayNG.INTERSECTION);
          if (common.getDimension() == 2) {
            found.add(common);
          }
        }
      }
    }
    return found;
  }

  private static List<Geometry> clipped(List<Geometry> one, Geometry mask) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(mask);
    List<Geometry> found = new ArrayList<>();
    for (Geometry geometry : one) {
      if (prepared.intersects(geometry)) {
        found.add(OverlayNGRobust.overlay(geometry, mask, OverlayNG.INTERSECTION));
      }
    }
    return found;
  }

  private static Outcome joined(List<Geometry> points, List<Geometry> areas) {
    STRtree tree = new STRtree();
    IndexedPointInAreaLocator[] locators = new IndexedPointInAreaLocator[areas.size()];
    for (int i = 0; i < locators.length; i++) {
      tree.insert(areas.get(i).getEnvelopeInternal(), i);
    }
    int found = 0;
    for (Geometry point : points) {
      Coordinate place = point.getCoordinate();
      for (Object near : tree.query(new Envelope(place))) {
        int area = (Integer) near;
        if (locators[area] == null) {
          locators[area] = new IndexedPointInAreaLocator(areas.get(area));
        }
        if (locators[area].locate(place) != Location.EXTERIOR) {
          found++;
          break;
        }
      }
    }
    return new Outcome(points.size(), found);
  }

  private static Outcome reprojected(List<Geometry> points) {
    CRSFactory systems = new CRSFactory();
    CoordinateReferenceSystem degrees =
        systems.createFromParameters("degrees", "+proj=longlat +datum=WGS84 +no_defs");
    CoordinateReferenceSystem mercator =
        systems.createFromParameters(
            "mercator", "+proj=merc +a=6378137 +b=6378137 +units=m +no_defs");
    CoordinateReferenceSystem utm =
        systems.createFromParameters("utm", "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs");
    CoordinateTransformFactory factory = new CoordinateTransformFactory();
    CoordinateTransform first = factory.createTransform(degrees, mercator);
    CoordinateTransform second = factory.createTransform(mercator, utm);
    ProjCoordinate from = new ProjCoordinate();
    ProjCoordinate between = new ProjCoordinate();
    ProjCoordinate to = new ProjCoordinate();
    double sum = 0;
    for (Geometry point : points) {
      from.x = point.getCoordinate().x;
      from.y = point.getCoordinate().y;
      first.transform(from, between);
      second.transform(between, to);
      sum += to.x + to.y;
    }
    return new Outcome(points.size(), sum);
  }
}
