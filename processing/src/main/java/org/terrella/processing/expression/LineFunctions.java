package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.terrella.exact.ExactMath;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** Functions of lines and of places on them; of polygons the rings count. */
final class LineFunctions {
  private LineFunctions() {}

  static void addTo(Functions functions) {
    functions.add(
        "line_interpolate_point",
        "geometry distance",
        "The point at a distance along.",
        (call, out) -> {
          LineString line = path(call);
          double along = call.real(1);
          if (line != null && along >= 0 && along <= line.getLength()) {
            out.set(JtsGeometries.FACTORY.createPoint(at(line, along)));
          }
        });
    functions.add(
        "line_interpolate_angle",
        "geometry distance",
        "The direction of a line at a distance along, in degrees clockwise from north.",
        LineFunctions::angleAt);
    functions.add(
        "line_locate_point",
        "geometry point",
        "How far along a line the place closest to a point is.",
        (call, out) -> {
          LineString line = call.geometry(0) == null ? null : Parts.onlyLine(call.geometry(0));
          if (line != null) {
            out.set(new LengthIndexedLine(line).project(GeometryMaking.corner(call, 1)));
          }
        });
    functions.add(
        "line_substring",
        "geometry start_distance end_distance",
        "The part of a line between two distances along.",
        LineFunctions::substring);
    functions.add(
        "angle_at_vertex",
        "geometry vertex",
        "The mean direction of a line at a vertex, from 0, in degrees clockwise from north.",
        LineFunctions::angleAtVertex);
    functions.add(
        "distance_to_vertex",
        "geometry vertex",
        "How far along a line a vertex is, from 0; -1 where there is none.",
        (call, out) -> {
          LineString line = path(call);
          int at = line == null ? -1 : vertex(call, line.getNumPoints());
          if (at >= 0) {
            double sum = 0;
            for (int i = 1; i <= at; i++) {
              sum += line.getCoordinateN(i).distance(line.getCoordinateN(i - 1));
            }
            out.set(sum);
          } else if (call.geometry(0) != null) {
            out.set(-1.0);
          }
        });
    functions.add(
        "extend",
        "geometry start_distance end_distance",
        "A line made longer at both ends.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null && GeometryMeasures.isOf(geometry, 1)) {
            out.set(
                Parts.changed(
                    geometry, (path, ring) -> extended(path, call.real(1), call.real(2))));
          }
        });
    GeometryParts.add(
        functions,
        "close_line",
        "A line that ends where it begins.",
        g -> GeometryMeasures.isOf(g, 1) ? Parts.changed(g, (path, ring) -> closed(path)) : null);
    GeometryParts.add(
        functions,
        "line_merge",
        "Lines joined where the end of one meets another.",
        LineFunctions::merged);
  }

  /** An angle in radians from 0 to below 2π. */
  static double turned(double angle) {
    return angle < 0 ? angle + 2 * ExactMath.PI : angle;
  }

  /** The line, or the outer ring of the polygon, that the first argument is; or null. */
  private static LineString path(Call call) {
    Geometry geometry = call.geometry(0);
    if (geometry == null) {
      return null;
    }
    LineString line = Parts.onlyLine(geometry);
    var polygon = line == null ? GeometryParts.onlyPolygon(geometry) : null;
    return polygon == null ? line : polygon.getExteriorRing();
  }

  private static int vertex(Call call, int count) {
    int given = call.small(1);
    int at = given < 0 ? count + given : given;
    return at < 0 || at >= count ? -1 : at;
  }

  private static Coordinate at(LineString line, double along) {
    double passed = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      Coordinate a = line.getCoordinateN(i - 1);
      Coordinate b = line.getCoordinateN(i);
      double length = a.distance(b);
      if (passed + length >= along && length > 0) {
        return GeometryChanges.between(a, b, (along - passed) / length);
      }
      passed += length;
    }
    return line.getCoordinateN(line.getNumPoints() - 1).copy();
  }

  private static double azimuth(Coordinate a, Coordinate b) {
    return turned(ExactMath.atan2(b.x - a.x, b.y - a.y));
  }

  private static void angleAt(Call call, Value out) {
    LineString line = path(call);
    double along = call.real(1);
    if (line == null || !(along >= 0 && along <= line.getLength())) {
      return;
    }
    double passed = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      Coordinate a = line.getCoordinateN(i - 1);
      Coordinate b = line.getCoordinateN(i);
      passed += a.distance(b);
      if (passed >= along && !a.equals2D(b)) {
        // At a vertex both of its segments count, as for the angle of a vertex.
        boolean corner = passed == along && i + 1 < line.getNumPoints();
        double angle =
            corner ? mean(azimuth(a, b), azimuth(b, line.getCoordinateN(i + 1))) : azimuth(a, b);
        out.set(ExactMath.toDegrees(angle));
        return;
      }
    }
  }

  /** The direction half way between two, by the shorter way. */
  private static double mean(double first, double second) {
    double turn = second - first;
    if (turn > ExactMath.PI) {
      turn -= 2 * ExactMath.PI;
    } else if (turn < -ExactMath.PI) {
      turn += 2 * ExactMath.PI;
    }
    double angle = turned(first + turn / 2);
    return angle >= 2 * ExactMath.PI ? angle - 2 * ExactMath.PI : angle;
  }

  private static void angleAtVertex(Call call, Value out) {
    LineString line = path(call);
    int at = line == null ? -1 : vertex(call, line.getNumPoints());
    if (at < 0) {
      if (call.geometry(0) != null) {
        out.set(0.0);
      }
      return;
    }
    int last = line.getNumPoints() - 1;
    boolean closed = line.isClosed();
    Coordinate here = line.getCoordinateN(at);
    Coordinate before = at > 0 ? line.getCoordinateN(at - 1) : line.getCoordinateN(last - 1);
    Coordinate after = at < last ? line.getCoordinateN(at + 1) : line.getCoordinateN(1);
    double angle;
    if (at == 0 && !closed) {
      angle = azimuth(here, after);
    } else if (at == last && !closed) {
      angle = azimuth(before, here);
    } else {
      angle = mean(azimuth(before, here), azimuth(here, after));
    }
    out.set(ExactMath.toDegrees(angle));
  }

  /** Distances before the start or behind the end count as those. */
  private static void substring(Call call, Value out) {
    LineString line = path(call);
    double from = Math.max(0, call.real(1));
    double to = call.real(2);
    if (line == null || !(from <= to)) {
      return;
    }
    to = Math.min(to, line.getLength());
    from = Math.min(from, to);
    List<Coordinate> path = new ArrayList<>();
    path.add(at(line, from));
    double passed = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      passed += line.getCoordinateN(i).distance(line.getCoordinateN(i - 1));
      if (passed > from && passed < to) {
        path.add(line.getCoordinateN(i).copy());
      }
    }
    path.add(at(line, to));
    out.set(Parts.line(path));
  }

  private static List<Coordinate> extended(Coordinate[] path, double start, double end) {
    List<Coordinate> longer = new ArrayList<>(Arrays.asList(path));
    int last = path.length - 1;
    longer.set(0, beyond(path[1], path[0], start));
    longer.set(last, beyond(path[last - 1], path[last], end));
    return longer;
  }

  private static Coordinate beyond(Coordinate from, Coordinate to, double distance) {
    double length = from.distance(to);
    return length == 0 ? to : GeometryChanges.between(from, to, 1 + distance / length);
  }

  private static List<Coordinate> closed(Coordinate[] path) {
    List<Coordinate> ring = new ArrayList<>(Arrays.asList(path));
    if (!path[0].equals2D(path[path.length - 1])) {
      ring.add(path[0].copy());
    }
    return ring;
  }

  static Geometry merged(Geometry geometry) {
    LineMerger merger = new LineMerger();
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof LineString) {
        merger.add(part);
      }
    }
    List<LineString> lines = new ArrayList<>();
    for (Object line : merger.getMergedLineStrings()) {
      lines.add((LineString) line);
    }
    if (lines.isEmpty()) {
      return null;
    }
    return lines.size() == 1
        ? lines.get(0)
        : JtsGeometries.FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
  }
}
