package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries made of others by changing their sequences of vertices, points, lines and rings. */
public final class Sequences {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;

  private Sequences() {}

  /** What becomes of the vertices of a point, a line or, first like last, a ring. */
  @FunctionalInterface
  public interface Edit {
    Coordinate[] of(Coordinate[] vertices, boolean ring);
  }

  /** What becomes of a vertex. */
  @FunctionalInterface
  public interface Move {
    Coordinate of(Coordinate vertex);
  }

  /**
   * A geometry of the same type whose every sequence was edited. A line with less than 2 vertices
   * and a ring with less than 4 vanish, the latter with all of its polygon when it is the shell.
   *
   * @return null when nothing is left
   */
  public static Geometry map(Geometry geometry, Edit edit) {
    if (geometry instanceof Point point) {
      Coordinate[] vertices = point.getCoordinates();
      Coordinate[] made = vertices.length == 0 ? vertices : edit.of(vertices, false);
      return made.length == 0 ? null : FACTORY.createPoint(made[0]);
    }
    if (geometry instanceof LineString line) {
      Coordinate[] made = edit.of(line.getCoordinates(), false);
      return made.length < 2 ? null : FACTORY.createLineString(made);
    }
    if (geometry instanceof Polygon polygon) {
      return polygon(polygon, edit);
    }
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = map(geometry.getGeometryN(i), edit);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? null : multi(geometry, parts);
  }

  /** As {@link #map}, one vertex after the other. */
  public static Geometry move(Geometry geometry, Move move) {
    return map(
        geometry,
        (vertices, ring) -> {
          Coordinate[] moved = new Coordinate[vertices.length];
          for (int i = 0; i < moved.length; i++) {
            moved[i] = move.of(vertices[i]);
          }
          return moved;
        });
  }

  private static Geometry polygon(Polygon polygon, Edit edit) {
    if (polygon.isEmpty()) {
      return null;
    }
    LinearRing shell = ring(polygon.getExteriorRing(), edit);
    if (shell == null) {
      return null;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = ring(polygon.getInteriorRingN(i), edit);
      if (hole != null) {
        holes.add(hole);
      }
    }
    return FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
  }

  private static LinearRing ring(LineString ring, Edit edit) {
    Coordinate[] made = edit.of(ring.getCoordinates(), true);
    return made.length < 4 ? null : FACTORY.createLinearRing(made);
  }

  /** Parts as a geometry of the same type as one they were made of. */
  public static Geometry multi(Geometry like, List<Geometry> parts) {
    return switch (JtsGeometries.typeOf(like)) {
      case MULTI_POINT -> FACTORY.createMultiPoint(parts.toArray(new Point[0]));
      case MULTI_LINE_STRING -> FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
      case MULTI_POLYGON -> FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
      default -> FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    };
  }

  /** Polygons as one geometry: null for none, the only one itself, else a multipolygon. */
  public static Geometry polygons(List<Polygon> polygons) {
    if (polygons.size() < 2) {
      return polygons.isEmpty() ? null : polygons.get(0);
    }
    return FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  /** A vertex at another place, with height and measure. */
  public static Coordinate at(double x, double y, double z, double m) {
    return m == m ? new CoordinateXYZM(x, y, z, m) : new Coordinate(x, y, z);
  }

  /** The measure of a vertex; NaN where there is none. */
  public static double measure(Coordinate vertex) {
    return vertex instanceof CoordinateXYZM ? vertex.getM() : Double.NaN;
  }

  /** The point that lies at {@code share} of the way, with height and measure in proportion. */
  public static Coordinate between(Coordinate from, Coordinate to, double share) {
    return at(
        from.x + share * (to.x - from.x),
        from.y + share * (to.y - from.y),
        from.getZ() + share * (to.getZ() - from.getZ()),
        measure(from) + share * (measure(to) - measure(from)));
  }
}
