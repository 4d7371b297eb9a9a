package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.exact.ExactMath;
import org.terrella.processing.geometry.BufferStyle;
import org.terrella.processing.geometry.InnermostPoint;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PlanarBuffer;
import org.terrella.processing.geometry.VariableWidthBuffer;

/** Shapes around and in geometries. */
final class GeometryShapes {
  private GeometryShapes() {}

  static void addTo(Functions functions) {
    functions.add(
        "buffer",
        "geometry distance [segments] [cap] [join] [miter_limit]",
        "All points within a distance of a geometry.",
        (call, out) -> {
          if (call.geometry(0) != null) {
            int segments = GeometryMaking.segments(call, 2, 8);
            int cap = choice(call, 3, "round", "flat", "square");
            int join = choice(call, 4, "round", "miter", "bevel");
            BufferStyle style = new BufferStyle(segments, cap, join, call.realOr(5, 2));
            out.set(PlanarBuffer.of(call.geometry(0), call.real(1), style));
          }
        });
    functions.add(
        "offset_curve",
        "geometry distance [segments] [join] [miter_limit]",
        "A line beside a line, on its left for distances above 0.",
        (call, out) -> {
          if (call.geometry(0) != null && call.geometry(0).getDimension() == 1) {
            Geometry curve =
                new OffsetCurve(call.geometry(0), call.real(1), beside(call)).getCurve();
            out.set(curve.isEmpty() ? null : curve);
          }
        });
    functions.add(
        "single_sided_buffer",
        "geometry distance [segments] [join] [miter_limit]",
        "The area on one side of a line, the left for distances above 0.",
        (call, out) -> {
          if (call.geometry(0) != null && call.geometry(0).getDimension() == 1) {
            BufferParameters parameters = beside(call);
            parameters.setSingleSided(true);
            Geometry area =
                new BufferOp(call.geometry(0), parameters).getResultGeometry(call.real(1));
            out.set(area.isEmpty() ? null : area);
          }
        });
    functions.add(
        "tapered_buffer",
        "geometry start_width end_width [segments]",
        "The area along a line whose width grows or shrinks from its start to its end.",
        (call, out) ->
            along(
                call,
                out,
                3,
                path -> VariableWidthBuffer.tapered(path, call.real(1), call.real(2))));
    functions.add(
        "buffer_by_m",
        "geometry [segments]",
        "The area along a line as wide as the m of its vertices.",
        (call, out) -> along(call, out, 1, VariableWidthBuffer::measures));
    functions.add(
        "wedge_buffer",
        "center azimuth width outer_radius [inner_radius]",
        "A sector of a circle, its middle at an azimuth in degrees.",
        GeometryShapes::wedge);
    GeometryParts.add(
        functions, "centroid", "The centre of gravity.", g -> g.isEmpty() ? null : g.getCentroid());
    GeometryParts.add(
        functions,
        "point_on_surface",
        "A point that lies on the geometry.",
        g -> g.isEmpty() ? null : g.getInteriorPoint());
    functions.add(
        "pole_of_inaccessibility",
        "geometry tolerance",
        "The point of a polygon that is furthest from its boundary, within a tolerance.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null && !geometry.isEmpty() && GeometryMeasures.isOf(geometry, 2)) {
            if (!(call.real(1) > 0)) {
              throw call.refused(1, "a distance above 0");
            }
            out.set(InnermostPoint.of(geometry, call.real(1)));
          }
        });
    GeometryParts.add(functions, "bounds", "The bounding box.", g -> g.isEmpty() ? null : box(g));
    GeometryParts.add(functions, "convex_hull", "The convex hull.", Geometry::convexHull);
    GeometryParts.add(
        functions,
        "oriented_bbox",
        "The smallest rectangle around a geometry, whatever its direction.",
        g ->
            g.isEmpty() || g.getEnvelopeInternal().getDiameter() <= 0
                ? null
                : MinimumAreaRectangle.getMinimumRectangle(g));
    GeometryMeasures.add(
        functions,
        "main_angle",
        "The direction of the longer side of the smallest rectangle, in degrees from north.",
        GeometryShapes::mainAngle);
    functions.add(
        "minimal_circle",
        "geometry [segments]",
        "The smallest circle around a geometry, as a polygon.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null && !geometry.isEmpty()) {
            MinimumBoundingCircle circle = new MinimumBoundingCircle(geometry);
            Coordinate centre = circle.getCentre();
            int segments = GeometryMaking.segments(call, 1, 36);
            out.set(
                GeometryMaking.ellipse(
                    new Coordinate(centre.x, centre.y),
                    circle.getRadius(),
                    circle.getRadius(),
                    0,
                    segments));
          }
        });
  }

  private static int choice(Call call, int index, String first, String second, String third) {
    String chosen = TextCase.lower(call.textOr(index, first));
    if (chosen.equals(first)) {
      return 0;
    } else if (chosen.equals(second)) {
      return 1;
    } else if (chosen.equals(third)) {
      return 2;
    }
    throw call.refused(index, "'" + first + "', '" + second + "' or '" + third + "'");
  }

  /** Joins count from 1 here, as in QGIS: round, mitre, bevel. */
  private static BufferParameters beside(Call call) {
    int join = call.smallOr(3, 1);
    if (join < 1 || join > 3) {
      throw call.failed("the join must be 1, 2 or 3");
    }
    return new BufferParameters(
        GeometryMaking.segments(call, 2, 8), BufferParameters.CAP_FLAT, join, call.realOr(4, 2));
  }

  private static void along(
      Call call, Value out, int segments, Function<LinePath, double[]> widths) {
    Geometry lines = call.geometry(0);
    if (lines != null && lines.getDimension() == 1) {
      int whole = 4 * GeometryMaking.segments(call, segments, 8);
      out.set(VariableWidthBuffer.of(lines, whole, widths));
    }
  }

  private static Geometry box(Geometry geometry) {
    return box(geometry.getEnvelopeInternal());
  }

  static Geometry box(Envelope box) {
    return Parts.polygon(
        List.of(
            new Coordinate(box.getMinX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMaxY()),
            new Coordinate(box.getMinX(), box.getMaxY())));
  }

  private static double mainAngle(Geometry geometry) {
    if (geometry.isEmpty()) {
      return Double.NaN;
    }
    Coordinate[] corners = MinimumAreaRectangle.getMinimumRectangle(geometry).getCoordinates();
    if (corners.length < 2) {
      return Double.NaN;
    }
    Coordinate a = corners[0];
    Coordinate b = corners[1];
    if (corners.length > 2 && corners[1].distance(corners[2]) > a.distance(b)) {
      a = corners[1];
      b = corners[2];
    }
    double degrees = ExactMath.toDegrees(ExactMath.atan2(b.x - a.x, b.y - a.y));
    return degrees < 0 ? degrees + 180 : degrees >= 180 ? degrees - 180 : degrees;
  }

  /** Arcs have a vertex at least every 5°. */
  private static void wedge(Call call, Value out) {
    Geometry geometry = call.geometry(0);
    Point centre = geometry == null ? null : Parts.onlyPoint(geometry);
    if (centre == null) {
      return;
    }
    double width = Math.min(360, Math.abs(call.real(2)));
    double outer = call.real(3);
    double inner = call.realOr(4, 0);
    Coordinate middle = centre.getCoordinate();
    if (width == 360) {
      Geometry disk = GeometryMaking.ellipse(middle, outer, outer, 0, 72);
      out.set(
          inner > 0
              ? OverlayNGRobust.overlay(
                  disk, GeometryMaking.ellipse(middle, inner, inner, 0, 72), OverlayNG.DIFFERENCE)
              : disk);
      return;
    }
    List<Coordinate> ring = new ArrayList<>();
    int pieces = Math.max(1, (int) Math.ceil(width / 5));
    for (int i = 0; i <= pieces; i++) {
      ring.add(on(middle, call.real(1) - width / 2 + width * i / pieces, outer));
    }
    for (int i = pieces; i >= 0; i--) {
      if (inner > 0) {
        ring.add(on(middle, call.real(1) - width / 2 + width * i / pieces, inner));
      }
    }
    if (!(inner > 0)) {
      ring.add(new Coordinate(middle.x, middle.y));
    }
    out.set(Parts.polygon(ring));
  }

  private static Coordinate on(Coordinate centre, double azimuth, double radius) {
    double angle = ExactMath.toRadians(azimuth);
    return new Coordinate(
        centre.x + radius * ExactMath.sin(angle), centre.y + radius * ExactMath.cos(angle));
  }
}
