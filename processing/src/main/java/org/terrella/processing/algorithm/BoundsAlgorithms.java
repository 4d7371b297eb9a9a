package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.Circles;
import org.terrella.processing.geometry.Hull;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PartList;

/** Algorithms that give what lies around a feature, or a point that stands for it. */
final class BoundsAlgorithms {
  private BoundsAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(box(), hull(), circle(), oriented(), pole(), inside());
  }

  /** A shape and its measures. */
  record Bounds(Geometry shape, Object... measures) {}

  private static Algorithm box() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:boundingboxes",
                "Bounding boxes",
                "The smallest upright rectangle around each feature.",
                "Bounds",
                Declared.any()),
            (feature, sink) -> add(feature, sink, box(feature.geometry())))
        .adding(FieldType.REAL, "width", "height", "area", "perimeter")
        .quick();
  }

  private static void add(Feature feature, FeatureSink sink, Bounds bounds) {
    sink.add(feature.row(), bounds.shape(), bounds.measures());
  }

  static Bounds box(Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    double width = box.getWidth();
    double height = box.getHeight();
    return new Bounds(rectangle(box), width, height, width * height, 2 * (width + height));
  }

  /** A rectangle, which may be flat, from its lower left corner counterclockwise. */
  static Polygon rectangle(Envelope box) {
    return JtsGeometries.FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(box.getMinX(), box.getMinY()),
          new Coordinate(box.getMaxX(), box.getMinY()),
          new Coordinate(box.getMaxX(), box.getMaxY()),
          new Coordinate(box.getMinX(), box.getMaxY()),
          new Coordinate(box.getMinX(), box.getMinY())
        });
  }

  private static Algorithm hull() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:convexhull",
                "Convex hull",
                "The smallest convex polygon around each feature; what lies on a line has none.",
                "Convex hulls",
                Declared.any()),
            (feature, sink) -> add(feature, sink, hull(feature.geometry())))
        .quick()
        .adding(FieldType.REAL, "area", "perimeter");
  }

  /** No shape and no measures where the hull is a point or a line. */
  static Bounds hull(Geometry geometry) {
    Geometry hull = Hull.of(geometry);
    return hull.getDimension() < 2
        ? new Bounds(null)
        : new Bounds(hull, hull.getArea(), hull.getLength());
  }

  private static Algorithm circle() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:minimumenclosingcircle",
                "Minimum enclosing circles",
                "The smallest circle around each feature.",
                "Minimum enclosing circles",
                Declared.any(),
                ParameterDescription.integer("SEGMENTS", "Number of segments in circles", 72)
                    .between(8, 100_000)),
            (feature, sink) ->
                add(
                    feature,
                    sink,
                    circle(feature.geometry(), feature.parameters().integer("SEGMENTS"))))
        .adding(FieldType.REAL, "radius", "area");
  }

  /** A circle that begins in the north and goes clockwise. */
  static Bounds circle(Geometry geometry, int segments) {
    MinimumBoundingCircle circle = new MinimumBoundingCircle(geometry);
    double radius = circle.getRadius();
    // A line that collapsed has no circle in JTS.
    Coordinate centre = circle.getCentre() == null ? geometry.getCoordinate() : circle.getCentre();
    return new Bounds(Circles.of(centre, radius, segments), radius, ExactMath.PI * radius * radius);
  }

  private static Algorithm oriented() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:orientedminimumboundingbox",
                "Oriented minimum bounding box",
                "The rectangle of least area around each feature, whatever its direction.",
                "Bounding boxes",
                Declared.any()),
            (feature, sink) -> add(feature, sink, oriented(feature.geometry())))
        .adding(FieldType.REAL, "width", "height", "angle", "area", "perimeter");
  }

  /**
   * The rectangle along that edge of the hull which leaves the least area, the first of several.
   * The height is the longer side, the angle is its direction in degrees clockwise from north, up
   * to 180. A point has no rectangle.
   */
  static Bounds oriented(Geometry geometry) {
    Coordinate[] hull = Hull.of(geometry).getCoordinates();
    double[] best = null;
    for (int i = 0; i + 1 < hull.length; i++) {
      double angle = LinePath.azimuth(hull[i], hull[i + 1]);
      double length = hull[i].distance(hull[i + 1]);
      double[] tried =
          along(
              hull,
              angle,
              (hull[i + 1].x - hull[i].x) / length,
              (hull[i + 1].y - hull[i].y) / length);
      if (best == null || area(tried) < area(best)) {
        best = tried;
      }
    }
    if (best == null) {
      return new Bounds(null);
    }
    Coordinate[] ring = new Coordinate[5];
    int[][] corners = {{3, 4}, {5, 4}, {5, 6}, {3, 6}, {3, 4}};
    for (int i = 0; i < 5; i++) {
      double across = best[corners[i][0]];
      double ahead = best[corners[i][1]];
      ring[i] =
          new Coordinate(ahead * best[1] + across * best[2], ahead * best[2] - across * best[1]);
    }
    double width = best[5] - best[3];
    double height = best[6] - best[4];
    double degrees = ExactMath.toDegrees(best[0]) + (width > height ? 90 : 0);
    while (degrees > 180) {
      degrees -= 180;
    }
    return new Bounds(
        JtsGeometries.FACTORY.createPolygon(ring),
        ExactMath.min(width, height),
        ExactMath.max(width, height),
        degrees,
        width * height,
        2 * width + 2 * height);
  }

  /** Angle, the direction's x and y, least across and ahead, most across and ahead. */
  private static double[] along(Coordinate[] hull, double angle, double x, double y) {
    double[] found = {angle, x, y, 1 / 0.0, 1 / 0.0, -1 / 0.0, -1 / 0.0};
    for (Coordinate c : hull) {
      double across = c.x * y - c.y * x;
      double ahead = c.x * x + c.y * y;
      found[3] = ExactMath.min(found[3], across);
      found[4] = ExactMath.min(found[4], ahead);
      found[5] = ExactMath.max(found[5], across);
      found[6] = ExactMath.max(found[6], ahead);
    }
    return found;
  }

  private static double area(double[] box) {
    return (box[5] - box[3]) * (box[6] - box[4]);
  }

  private static Algorithm inside() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:pointonsurface",
            "Point on surface",
            "A point that surely lies on each feature, or on each of its parts.",
            "Point",
            Declared.any(),
            ParameterDescription.flag("ALL_PARTS", "Create point on surface for each part", false)
                .asDynamic()),
        (feature, sink) -> {
          List<Geometry> parts = new ArrayList<>();
          if (feature.parameters().flag("ALL_PARTS")) {
            parts.addAll(PartList.of(feature.geometry()));
          } else {
            parts.add(feature.geometry());
          }
          for (Geometry part : parts) {
            sink.add(feature.row(), inside(part));
          }
        });
  }

  /** A point on a geometry, without height and measure. */
  static Point inside(Geometry geometry) {
    Coordinate place = geometry.getInteriorPoint().getCoordinate();
    return JtsGeometries.FACTORY.createPoint(new Coordinate(place.x, place.y));
  }

  /** Of several parts the one with the most room. QGIS's point may differ by the tolerance. */
  private static Algorithm pole() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:poleofinaccessibility",
                "Pole of inaccessibility",
                "The point of each polygon that is farthest from its boundary, to a tolerance.",
                "Point",
                Declared.polygons(),
                Declared.shift("TOLERANCE", "Tolerance", 1).asDynamic()),
            (feature, sink) -> {
              double tolerance = feature.length("TOLERANCE");
              if (!(tolerance > 0)) {
                throw TerrellaException.invalid(
                    "Parameter TOLERANCE of native:poleofinaccessibility must be above 0.");
              }
              if (!(feature.geometry().getArea() > 0)) {
                sink.add(feature.row(), null);
                return;
              }
              MaximumInscribedCircle circle =
                  new MaximumInscribedCircle(feature.geometry(), tolerance);
              sink.add(feature.row(), circle.getCenter(), circle.getRadiusLine().getLength());
            })
        .adding(FieldType.REAL, "dist_pole")
        .slow();
  }
}
