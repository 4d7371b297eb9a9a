package org.terrella.processing.expression;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.ExactMath;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.geometry.GeodesicMeasure;
import org.terrella.processing.geometry.PartList;

/** Numbers of geometries, on the plane of their coordinates but for those that begin with $. */
final class GeometryMeasures {
  private GeometryMeasures() {}

  static void addTo(Functions functions) {
    own(
        functions,
        "$area",
        "The area of this feature on the ellipsoid, in square metres.",
        (measure, geometry) -> measure == null ? geometry.getArea() : measure.area(geometry));
    own(
        functions,
        "$length",
        "The length of this feature on the ellipsoid, in metres.",
        (measure, g) -> measure == null ? lines(g, false) : measure.length(g));
    own(
        functions,
        "$perimeter",
        "The perimeter of this feature on the ellipsoid, in metres.",
        (measure, g) -> measure == null ? lines(g, true) : measure.perimeter(g));
    functions.addVarying(
        "$x",
        "",
        "The x of this feature's point, or of the first of several.",
        (call, out) -> number(out, first(own(call), true)));
    functions.addVarying(
        "$y",
        "",
        "The y of this feature's point, or of the first of several.",
        (call, out) -> number(out, first(own(call), false)));
    functions.addVarying(
        "$z",
        "",
        "The z of this feature's point.",
        (call, out) -> number(out, ordinate(own(call), true)));
    functions.addVarying(
        "$x_at",
        "i",
        "The x of a vertex of this feature, from 0.",
        (call, out) -> vertex(call, out, true));
    functions.addVarying(
        "$y_at",
        "i",
        "The y of a vertex of this feature, from 0.",
        (call, out) -> vertex(call, out, false));
    functions.add(
        "length",
        "[text]",
        "The characters of a text, or the length of a line.",
        (call, out) -> {
          if (call.count() == 0) {
            throw call.function().wrongCount(call.position);
          } else if (isGeometry(call)) {
            number(out, isOf(call.geometry(0), 1) ? lines(call.geometry(0), false) : Double.NaN);
          } else {
            out.set((long) call.text(0).length());
          }
        });
    add(functions, "area", "The area of a polygon.", g -> isOf(g, 2) ? g.getArea() : Double.NaN);
    add(
        functions,
        "perimeter",
        "The length of all rings of a polygon.",
        g -> isOf(g, 2) ? lines(g, true) : Double.NaN);
    add(
        functions,
        "length3D",
        "The length of a line with its heights.",
        g -> isOf(g, 1) ? length3d(g) : Double.NaN);
    add(functions, "x", "The x of a point, or of the centroid.", g -> centre(g, true));
    add(functions, "y", "The y of a point, or of the centroid.", g -> centre(g, false));
    add(functions, "z", "The z of a point.", g -> ordinate(g, true));
    add(functions, "m", "The m of a point.", g -> ordinate(g, false));
    add(functions, "x_min", "The least x.", g -> bound(g, Envelope::getMinX));
    add(functions, "x_max", "The greatest x.", g -> bound(g, Envelope::getMaxX));
    add(functions, "y_min", "The least y.", g -> bound(g, Envelope::getMinY));
    add(functions, "y_max", "The greatest y.", g -> bound(g, Envelope::getMaxY));
    add(
        functions,
        "bounds_width",
        "The width of the bounding box.",
        g -> bound(g, Envelope::getWidth));
    add(
        functions,
        "bounds_height",
        "The height of the bounding box.",
        g -> bound(g, Envelope::getHeight));
    add(functions, "z_min", "The least z.", g -> extreme(g, true, false));
    add(functions, "z_max", "The greatest z.", g -> extreme(g, true, true));
    add(functions, "m_min", "The least m.", g -> extreme(g, false, false));
    add(functions, "m_max", "The greatest m.", g -> extreme(g, false, true));
    count(functions, "num_points", "How many vertices there are.", Geometry::getNumPoints);
    count(
        functions,
        "num_geometries",
        "How many parts there are.",
        g -> g.isEmpty() ? 0 : g.getNumGeometries());
    count(functions, "num_interior_rings", "How many holes a polygon has.", g -> rings(g, 0));
    count(
        functions, "num_rings", "How many rings a polygon has, holes included.", g -> rings(g, 1));
    add(
        functions,
        "sinuosity",
        "A line's length by the distance of its ends.",
        g -> {
          LineString line = Parts.onlyLine(g);
          double straight = straight(line);
          return straight > 0 ? line.getLength() / straight : Double.NaN;
        });
    add(
        functions,
        "straight_distance_2d",
        "The distance of a line's ends.",
        g -> straight(Parts.onlyLine(g)));
    functions.add(
        "geometry_type",
        "geometry",
        "'Point', 'Line' or 'Polygon'.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null) {
            out.set(
                isOf(geometry, 0)
                    ? "Point"
                    : isOf(geometry, 1) ? "Line" : isOf(geometry, 2) ? "Polygon" : "Unknown");
          }
        });
  }

  @FunctionalInterface
  private interface OwnMeasure {
    /**
     * @param measure null for the plane
     */
    double of(GeodesicMeasure measure, Geometry geometry);
  }

  /** Measures of the feature itself, on the ellipsoid where coordinates can be brought there. */
  private static void own(Functions functions, String name, String help, OwnMeasure measure) {
    functions.addVarying(
        name,
        "",
        help,
        (call, out) -> {
          Geometry geometry = own(call);
          Crs crs = call.scope().table().crs();
          if (geometry == null) {
            return;
          } else if (!crs.isKnown()) {
            out.set(measure.of(null, geometry));
          } else if (GeodesicMeasure.canMeasure(crs)) {
            out.set(measure.of(call.scope().geodesic(), geometry));
          } else {
            throw call.failed(
                "measuring on the ellipsoid needs degrees or Web Mercator, not "
                    + crs.id()
                    + "; "
                    + name.substring(1)
                    + "(@geometry) measures on the plane");
          }
        });
  }

  /** A function of one geometry whose answer is a number, or NULL. */
  static void add(
      Functions functions, String name, String help, ToDoubleFunction<Geometry> measure) {
    functions.add(
        name,
        "geometry",
        help,
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          number(out, geometry == null ? Double.NaN : measure.applyAsDouble(geometry));
        });
  }

  private static void count(
      Functions functions, String name, String help, ToDoubleFunction<Geometry> measure) {
    functions.add(
        name,
        "geometry",
        help,
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          double count = geometry == null ? Double.NaN : measure.applyAsDouble(geometry);
          if (count == count) {
            out.set((long) count);
          }
        });
  }

  private static Geometry own(Call call) {
    return call.scope().geometry(call.row());
  }

  private static boolean isGeometry(Call call) {
    Kind kind = call.value(0).kind();
    return kind == Kind.GEOMETRY || kind == Kind.FEATURE && call.geometry(0) != null;
  }

  static void number(Value out, double value) {
    if (value == value) {
      out.set(value);
    }
  }

  /** Whether all parts have a dimension, and there is one. */
  static boolean isOf(Geometry geometry, int dimension) {
    if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      List<Geometry> parts = PartList.of(geometry);
      for (Geometry part : parts) {
        if (part.getDimension() != dimension) {
          return false;
        }
      }
      return !parts.isEmpty();
    }
    return geometry.getDimension() == dimension;
  }

  /** The length of lines, or of rings; JTS's own sums both. */
  static double lines(Geometry geometry, boolean rings) {
    double sum = 0;
    for (Geometry part : PartList.of(geometry)) {
      if (part.getDimension() == (rings ? 2 : 1)) {
        sum += part.getLength();
      }
    }
    return sum;
  }

  private static double length3d(Geometry geometry) {
    double sum = 0;
    for (Geometry part : PartList.of(geometry)) {
      Coordinate[] path = part.getCoordinates();
      for (int i = 1; i < path.length; i++) {
        double rise = path[i].getZ() - path[i - 1].getZ();
        sum += ExactMath.hypot(path[i].distance(path[i - 1]), rise == rise ? rise : 0);
      }
    }
    return sum;
  }

  private static double centre(Geometry geometry, boolean x) {
    if (geometry == null || geometry.isEmpty()) {
      return Double.NaN;
    }
    Point point = geometry instanceof Point own ? own : geometry.getCentroid();
    return x ? point.getX() : point.getY();
  }

  private static double first(Geometry points, boolean x) {
    return points == null || points.isEmpty() || points.getDimension() > 0
        ? Double.NaN
        : x ? points.getCoordinate().x : points.getCoordinate().y;
  }

  private static double ordinate(Geometry geometry, boolean z) {
    Point point = geometry == null ? null : Parts.onlyPoint(geometry);
    if (point == null) {
      return Double.NaN;
    }
    return z ? point.getCoordinateSequence().getZ(0) : point.getCoordinateSequence().getM(0);
  }

  private static double bound(Geometry geometry, ToDoubleFunction<Envelope> measure) {
    return geometry.isEmpty() ? Double.NaN : measure.applyAsDouble(geometry.getEnvelopeInternal());
  }

  private static double extreme(Geometry geometry, boolean z, boolean most) {
    Ordinates ordinates = new Ordinates(z);
    geometry.apply(ordinates);
    return ordinates.count() == 0 ? Double.NaN : most ? ordinates.most() : ordinates.least();
  }

  private static double rings(Geometry geometry, int own) {
    if (!isOf(geometry, 2)) {
      return Double.NaN;
    }
    int count = 0;
    for (Geometry part : PartList.of(geometry)) {
      count += ((Polygon) part).getNumInteriorRing() + own;
    }
    return count;
  }

  private static double straight(LineString line) {
    return line == null
        ? Double.NaN
        : line.getCoordinateN(0).distance(line.getCoordinateN(line.getNumPoints() - 1));
  }

  private static void vertex(Call call, Value out, boolean x) {
    Geometry geometry = own(call);
    if (geometry == null || !call.has(0)) {
      return;
    }
    Coordinate[] vertices = geometry.getCoordinates();
    int at = call.small(0);
    at = at < 0 ? vertices.length + at : at;
    if (at >= 0 && at < vertices.length) {
      out.set(x ? vertices[at].x : vertices[at].y);
    }
  }

  static boolean isMulti(Geometry geometry) {
    return geometry instanceof GeometryCollection;
  }
}
