package org.terrella.processing.geometry;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

/**
 * Geometries between the flat arrays of a table and JTS, in the units of the table.
 *
 * <p>Heights go both ways; a vertex without height has NaN. Coordinates become arrays of {@link
 * Coordinate}, the representation that JTS's own algorithms take without copying.
 */
public final class JtsGeometries {
  /** Factory of all geometries here: full double precision, no SRID. */
  public static final GeometryFactory FACTORY = new GeometryFactory();

  private JtsGeometries() {}

  /**
   * The geometry of feature {@code row}; null when it has none.
   *
   * <p>What JTS refuses to construct is completed: an open ring is closed, and a line or ring with
   * too few vertices repeats its last one. Such a geometry is invalid but can be repaired.
   */
  public static Geometry of(GeometryColumn column, int row) {
    GeometryType type = column.type(row);
    if (type == GeometryType.NONE) {
      return null;
    }
    int first = column.partOffsets()[row];
    int count = column.partOffsets()[row + 1] - first;
    return switch (type) {
      case POINT -> count == 0 ? FACTORY.createPoint() : point(column, first);
      case LINE_STRING -> count == 0 ? FACTORY.createLineString() : line(column, first);
      case POLYGON -> count == 0 ? FACTORY.createPolygon() : polygon(column, first);
      case MULTI_POINT -> {
        Point[] points = new Point[count];
        Arrays.setAll(points, i -> point(column, first + i));
        yield FACTORY.createMultiPoint(points);
      }
      case MULTI_LINE_STRING -> {
        LineString[] lines = new LineString[count];
        Arrays.setAll(lines, i -> line(column, first + i));
        yield FACTORY.createMultiLineString(lines);
      }
      case MULTI_POLYGON -> {
        Polygon[] polygons = new Polygon[count];
        Arrays.setAll(polygons, i -> polygon(column, first + i));
        yield FACTORY.createMultiPolygon(polygons);
      }
      default -> {
        Geometry[] parts = new Geometry[count];
        Arrays.setAll(parts, i -> part(column, row, first + i));
        yield FACTORY.createGeometryCollection(parts);
      }
    };
  }

  private static Geometry part(GeometryColumn column, int row, int part) {
    return switch (column.partType(row, part)) {
      case POINT -> point(column, part);
      case LINE_STRING -> line(column, part);
      default -> polygon(column, part);
    };
  }

  private static Point point(GeometryColumn column, int part) {
    Coordinate[] vertices = vertices(column, column.ringOffsets()[part], 0);
    return vertices.length == 0 ? FACTORY.createPoint() : FACTORY.createPoint(vertices[0]);
  }

  private static LineString line(GeometryColumn column, int part) {
    return FACTORY.createLineString(vertices(column, column.ringOffsets()[part], 2));
  }

  private static Polygon polygon(GeometryColumn column, int part) {
    int first = column.ringOffsets()[part];
    int count = column.ringOffsets()[part + 1] - first;
    if (count == 0) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[count - 1];
    Arrays.setAll(holes, i -> ring(column, first + 1 + i));
    return FACTORY.createPolygon(ring(column, first), holes);
  }

  private static LinearRing ring(GeometryColumn column, int ring) {
    Coordinate[] vertices = vertices(column, ring, 4);
    int last = vertices.length - 1;
    if (last > 0 && !vertices[0].equals2D(vertices[last])) {
      vertices = Arrays.copyOf(vertices, last + 2);
      vertices[last + 1] = vertices[0].copy();
    }
    return FACTORY.createLinearRing(vertices);
  }

  private static Coordinate[] vertices(GeometryColumn column, int ring, int least) {
    int begin = column.vertexOffsets()[ring];
    int count = column.vertexOffsets()[ring + 1] - begin;
    int stride = column.stride();
    double[] ordinates = column.coordinates();
    Coordinate[] vertices = new Coordinate[count == 0 ? 0 : Math.max(count, least)];
    for (int i = 0; i < vertices.length; i++) {
      int at = (begin + Math.min(i, count - 1)) * stride;
      vertices[i] =
          stride > 3
              ? new CoordinateXYZM(
                  ordinates[at], ordinates[at + 1], ordinates[at + 2], ordinates[at + 3])
              : new Coordinate(
                  ordinates[at], ordinates[at + 1], stride > 2 ? ordinates[at + 2] : Double.NaN);
    }
    return vertices;
  }

  /** Adds a feature of {@code geometry}'s own type; null adds a feature without geometry. */
  public static void add(GeometryColumnBuilder builder, Geometry geometry) {
    if (geometry == null) {
      builder.addNone();
      return;
    }
    builder.beginFeature(typeOf(geometry));
    addParts(builder, geometry);
    builder.endFeature();
  }

  /** As {@link #add}, with a point, line or polygon made the only member of a multi geometry. */
  public static void addMulti(GeometryColumnBuilder builder, Geometry geometry) {
    if (geometry == null) {
      builder.addNone();
      return;
    }
    GeometryType type =
        switch (typeOf(geometry)) {
          case POINT -> GeometryType.MULTI_POINT;
          case LINE_STRING -> GeometryType.MULTI_LINE_STRING;
          case POLYGON -> GeometryType.MULTI_POLYGON;
          default -> typeOf(geometry);
        };
    builder.beginFeature(type);
    addParts(builder, geometry);
    builder.endFeature();
  }

  /** The type that a table gives to {@code geometry}. */
  public static GeometryType typeOf(Geometry geometry) {
    return switch (geometry.getGeometryType()) {
      case Geometry.TYPENAME_POINT -> GeometryType.POINT;
      case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_LINEARRING -> GeometryType.LINE_STRING;
      case Geometry.TYPENAME_POLYGON -> GeometryType.POLYGON;
      case Geometry.TYPENAME_MULTIPOINT -> GeometryType.MULTI_POINT;
      case Geometry.TYPENAME_MULTILINESTRING -> GeometryType.MULTI_LINE_STRING;
      case Geometry.TYPENAME_MULTIPOLYGON -> GeometryType.MULTI_POLYGON;
      default -> GeometryType.GEOMETRY_COLLECTION;
    };
  }

  private static void addParts(GeometryColumnBuilder builder, Geometry geometry) {
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof Polygon polygon) {
        builder.beginPart(GeometryType.POLYGON);
        addRing(builder, polygon.getExteriorRing().getCoordinateSequence());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          addRing(builder, polygon.getInteriorRingN(i).getCoordinateSequence());
        }
      } else if (part instanceof LineString line) {
        builder.beginPart(GeometryType.LINE_STRING);
        addRing(builder, line.getCoordinateSequence());
      } else {
        builder.beginPart(GeometryType.POINT);
        addRing(builder, ((Point) part).getCoordinateSequence());
      }
    }
  }

  private static void addRing(GeometryColumnBuilder builder, CoordinateSequence vertices) {
    builder.beginRing();
    for (int i = 0; i < vertices.size(); i++) {
      builder.vertex(vertices.getX(i), vertices.getY(i), vertices.getZ(i));
    }
  }
}
