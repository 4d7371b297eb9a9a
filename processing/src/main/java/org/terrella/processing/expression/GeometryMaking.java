package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.terrella.exact.ExactMath;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.geometry.JtsGeometries;

/** Geometries made of numbers and points. */
final class GeometryMaking {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;
  private static final int MOST_SEGMENTS = 1_000_000;

  private GeometryMaking() {}

  static void addTo(Functions functions) {
    functions.add(
        "make_point",
        "…",
        "A point of x and y, and perhaps z and m.",
        (call, out) -> {
          if (call.count() < 2 || call.count() > 4) {
            throw call.failed("a point has 2 to 4 numbers");
          }
          double z = call.count() > 2 ? call.real(2) : Double.NaN;
          double m = call.count() > 3 ? call.real(3) : Double.NaN;
          out.set(FACTORY.createPoint(WktParser.vertex(call.real(0), call.real(1), z, m)));
        });
    functions.add(
        "make_point_m",
        "x y m",
        "A point of x, y and m.",
        (call, out) ->
            out.set(
                FACTORY.createPoint(
                    WktParser.vertex(call.real(0), call.real(1), Double.NaN, call.real(2)))));
    functions.addLazy(
        "make_line",
        "…",
        "A line through points, or through an array of them.",
        (call, out) -> {
          List<Coordinate> path = new ArrayList<>();
          for (Geometry geometry : geometries(call)) {
            path.addAll(List.of(geometry.getCoordinates()));
          }
          if (path.size() > 1) {
            out.set(Parts.line(path));
          }
        });
    functions.addLazy(
        "make_polygon", "…", "A polygon of its outer ring and its holes.", GeometryMaking::polygon);
    functions.addLazy(
        "collect_geometries",
        "…",
        "Several geometries, or an array, as one.",
        (call, out) -> {
          List<Geometry> geometries = geometries(call);
          if (!geometries.isEmpty()) {
            out.set(Parts.collected(geometries));
          }
        });
    functions.add(
        "make_triangle",
        "point1 point2 point3",
        "A triangle of its corners.",
        (call, out) ->
            out.set(Parts.polygon(List.of(corner(call, 0), corner(call, 1), corner(call, 2)))));
    functions.add(
        "make_circle",
        "center radius [segments]",
        "A circle as a polygon, clockwise from north.",
        (call, out) -> {
          int segments = segments(call, 2, 36);
          out.set(ellipse(corner(call, 0), call.real(1), call.real(1), 0, segments));
        });
    functions.add(
        "make_ellipse",
        "center semi_major_axis semi_minor_axis azimuth [segments]",
        "An ellipse as a polygon, its longer axis at an azimuth in degrees.",
        (call, out) -> {
          int segments = segments(call, 4, 36);
          double azimuth = ExactMath.toRadians(call.real(3));
          out.set(ellipse(corner(call, 0), call.real(1), call.real(2), azimuth, segments));
        });
    functions.add(
        "make_regular_polygon",
        "center radius number_sides [circle]",
        "A regular polygon with a corner, or for circle 1 the middle of a side, at a point.",
        GeometryMaking::regular);
    functions.add(
        "make_square",
        "point1 point2",
        "A square of two opposite corners.",
        (call, out) -> {
          Coordinate a = corner(call, 0);
          Coordinate c = corner(call, 1);
          double halfX = (c.x - a.x) / 2;
          double halfY = (c.y - a.y) / 2;
          Coordinate b = new Coordinate(a.x + halfX - halfY, a.y + halfY + halfX);
          Coordinate d = new Coordinate(a.x + halfX + halfY, a.y + halfY - halfX);
          out.set(Parts.polygon(List.of(a, b, c, d)));
        });
    functions.add(
        "make_rectangle_3points",
        "point1 point2 point3 [option]",
        "A rectangle of a side and the distance of a point, by option 1 from that side's line.",
        GeometryMaking::rectangle);
    functions.add(
        "project",
        "point distance azimuth [elevation]",
        "The point at a distance and an azimuth in radians from another.",
        (call, out) -> {
          Coordinate from = corner(call, 0);
          double distance = call.real(1);
          double azimuth = call.real(2);
          double elevation = call.realOr(3, ExactMath.PI / 2);
          double flat = call.has(3) ? distance * ExactMath.sin(elevation) : distance;
          double rise = call.has(3) ? distance * ExactMath.cos(elevation) : 0;
          double z = call.has(3) && from.getZ() != from.getZ() ? 0 : from.getZ();
          out.set(
              FACTORY.createPoint(
                  new Coordinate(
                      from.x + flat * ExactMath.sin(azimuth),
                      from.y + flat * ExactMath.cos(azimuth),
                      z + rise)));
        });
  }

  /** All arguments that are geometries, and those in arrays; NULL is passed over. */
  private static List<Geometry> geometries(Call call) {
    List<Geometry> found = new ArrayList<>();
    for (int i = 0; i < call.count(); i++) {
      if (call.value(i).kind() == Kind.ARRAY) {
        for (Value member : call.list(i)) {
          if (member.kind() == Kind.GEOMETRY) {
            found.add(member.geometry());
          }
        }
      } else if (call.has(i) && call.geometry(i) != null) {
        found.add(call.geometry(i));
      }
    }
    return found;
  }

  /** The vertex of an argument that must be a point. */
  static Coordinate corner(Call call, int index) {
    Geometry geometry = call.geometry(index);
    Point point = geometry == null ? null : Parts.onlyPoint(geometry);
    if (point == null) {
      throw call.refused(index, "a point");
    }
    return point.getCoordinate();
  }

  static int segments(Call call, int index, int otherwise) {
    int segments = call.smallOr(index, otherwise);
    if (segments < 1 || segments > MOST_SEGMENTS) {
      throw call.failed("there can be 1 to " + MOST_SEGMENTS + " segments");
    }
    return segments;
  }

  private static void polygon(Call call, Value out) {
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    for (Geometry geometry : geometries(call)) {
      LineString line = Parts.onlyLine(geometry);
      if (line == null || line.getNumPoints() < 3) {
        throw call.failed("rings must be lines of three vertices at least");
      }
      LinearRing ring = Parts.polygon(List.of(line.getCoordinates())).getExteriorRing();
      if (shell == null) {
        shell = ring;
      } else {
        holes.add(ring);
      }
    }
    if (shell != null) {
      out.set(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
    }
  }

  /** Clockwise from the end of the longer axis. */
  static Geometry ellipse(Coordinate centre, double a, double b, double azimuth, int segments) {
    double longer = Math.max(Math.abs(a), Math.abs(b));
    double shorter = Math.min(Math.abs(a), Math.abs(b));
    double turned = Math.abs(a) >= Math.abs(b) ? azimuth : azimuth + ExactMath.PI / 2;
    double sin = ExactMath.sin(turned);
    double cos = ExactMath.cos(turned);
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < Math.max(3, segments); i++) {
      double angle = 2 * ExactMath.PI * i / Math.max(3, segments);
      double along = longer * ExactMath.cos(angle);
      double across = shorter * ExactMath.sin(angle);
      double x = centre.x + along * sin + across * cos;
      ring.add(new Coordinate(x, centre.y + along * cos - across * sin, centre.getZ()));
    }
    return Parts.polygon(ring);
  }

  private static void regular(Call call, Value out) {
    Coordinate centre = corner(call, 0);
    Coordinate other = corner(call, 1);
    int sides = call.small(2);
    int circle = call.smallOr(3, 0);
    if (sides < 3 || sides > MOST_SEGMENTS) {
      throw call.failed("there can be 3 to " + MOST_SEGMENTS + " sides");
    } else if (circle != 0 && circle != 1) {
      throw call.failed("circle must be 0 or 1");
    }
    double radius = centre.distance(other);
    double azimuth = ExactMath.atan2(other.x - centre.x, other.y - centre.y);
    if (circle == 1) {
      radius /= ExactMath.cos(ExactMath.PI / sides);
      azimuth -= ExactMath.PI / sides;
    }
    out.set(ellipse(centre, radius, radius, azimuth, sides));
  }

  private static void rectangle(Call call, Value out) {
    Coordinate a = corner(call, 0);
    Coordinate b = corner(call, 1);
    Coordinate c = corner(call, 2);
    int option = call.smallOr(3, 0);
    if (option != 0 && option != 1) {
      throw call.failed("the option must be 0 or 1");
    }
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double side = ExactMath.hypot(dx, dy);
    if (side == 0) {
      return;
    }
    double cross = dx * (c.y - b.y) - dy * (c.x - b.x);
    double height = option == 0 ? b.distance(c) : Math.abs(cross) / side;
    double sign = cross < 0 ? -1 : 1;
    double x = -dy / side * height * sign;
    double y = dx / side * height * sign;
    out.set(
        Parts.polygon(
            List.of(a, b, new Coordinate(b.x + x, b.y + y), new Coordinate(a.x + x, a.y + y))));
  }
}
