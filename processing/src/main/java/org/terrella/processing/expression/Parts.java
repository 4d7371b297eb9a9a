package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** Geometries taken apart and put together. */
final class Parts {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;

  private Parts() {}

  /** Changes the vertices of a line, or of a ring, whose first and last are the same place. */
  @FunctionalInterface
  interface PathChange {
    /** The changed vertices; fewer than the geometry needs leave the part out. */
    List<Coordinate> of(Coordinate[] vertices, boolean ring);
  }

  /** A multi geometry or collection of parts that fit it. */
  static Geometry multi(GeometryType type, List<? extends Geometry> parts) {
    return switch (type) {
      case MULTI_POINT -> FACTORY.createMultiPoint(parts.toArray(new Point[0]));
      case MULTI_LINE_STRING -> FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
      case MULTI_POLYGON -> FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
      default -> FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    };
  }

  /** Geometries as one: of one kind a multi geometry, else a collection. */
  static Geometry collected(List<Geometry> geometries) {
    List<Geometry> parts = new ArrayList<>();
    for (Geometry geometry : geometries) {
      parts.addAll(PartList.of(geometry));
    }
    GeometryType type = parts.isEmpty() ? GeometryType.GEOMETRY_COLLECTION : multiOf(parts.get(0));
    for (Geometry part : parts) {
      type = multiOf(part) == type ? type : GeometryType.GEOMETRY_COLLECTION;
    }
    return multi(type, parts);
  }

  private static GeometryType multiOf(Geometry part) {
    return part instanceof Point
        ? GeometryType.MULTI_POINT
        : part instanceof LineString ? GeometryType.MULTI_LINE_STRING : GeometryType.MULTI_POLYGON;
  }

  /** All rings and lines changed; points stay. */
  static Geometry changed(Geometry geometry, PathChange change) {
    List<Geometry> parts = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      Geometry changed = part;
      if (part instanceof LineString line) {
        List<Coordinate> path = change.of(line.getCoordinates(), false);
        changed = path.size() < 2 ? null : line(path);
      } else if (part instanceof Polygon polygon) {
        changed = polygon(polygon, change);
      }
      if (changed != null) {
        parts.add(changed);
      }
    }
    GeometryType type = JtsGeometries.typeOf(geometry);
    if (type.code() > GeometryType.POLYGON.code()) {
      return multi(type, parts);
    }
    return parts.isEmpty() ? empty(type) : parts.get(0);
  }

  private static Geometry empty(GeometryType type) {
    return switch (type) {
      case LINE_STRING -> FACTORY.createLineString();
      case POLYGON -> FACTORY.createPolygon();
      default -> FACTORY.createPoint();
    };
  }

  private static Polygon polygon(Polygon polygon, PathChange change) {
    List<Coordinate> shell = change.of(polygon.getExteriorRing().getCoordinates(), true);
    if (shell.size() < 4) {
      return null;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      List<Coordinate> hole = change.of(polygon.getInteriorRingN(i).getCoordinates(), true);
      if (hole.size() >= 4) {
        holes.add(FACTORY.createLinearRing(hole.toArray(new Coordinate[0])));
      }
    }
    return FACTORY.createPolygon(
        FACTORY.createLinearRing(shell.toArray(new Coordinate[0])),
        holes.toArray(new LinearRing[0]));
  }

  static LineString line(List<Coordinate> path) {
    return FACTORY.createLineString(path.toArray(new Coordinate[0]));
  }

  /** A polygon of vertices that need not be closed. */
  static Polygon polygon(List<Coordinate> path) {
    List<Coordinate> ring = new ArrayList<>(path);
    if (!ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    return FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
  }

  /** The only line of a geometry; null when it is something else. */
  static LineString onlyLine(Geometry geometry) {
    List<Geometry> parts = PartList.of(geometry);
    return parts.size() == 1 && parts.get(0) instanceof LineString line ? line : null;
  }

  /** The only point of a geometry; null when it is something else. */
  static Point onlyPoint(Geometry geometry) {
    List<Geometry> parts = PartList.of(geometry);
    return parts.size() == 1 && parts.get(0) instanceof Point point ? point : null;
  }
}
