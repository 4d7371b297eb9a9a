package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** What geometries consist of, and are. Parts and vertices count from 1, below 0 from the end. */
final class GeometryParts {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;

  private GeometryParts() {}

  /** A geometry out of another one; null becomes NULL. */
  @FunctionalInterface
  interface Change {
    Geometry of(Geometry geometry);
  }

  @FunctionalInterface
  private interface Test {
    boolean of(Geometry geometry);
  }

  static void addTo(Functions functions) {
    functions.addVarying(
        "geometry",
        "feature",
        "The geometry of a feature.",
        (call, out) -> {
          if (call.has(0)) {
            out.set(call.geometry(0));
          }
        });
    functions.add(
        "point_n",
        "geometry index",
        "A vertex as a point.",
        (call, out) -> {
          Coordinate[] vertices = vertices(call);
          int at = place(call, vertices.length);
          if (at >= 0) {
            out.set(FACTORY.createPoint(vertices[at].copy()));
          }
        });
    add(
        functions,
        "start_point",
        "The first vertex as a point.",
        g -> g.isEmpty() ? null : FACTORY.createPoint(g.getCoordinates()[0].copy()));
    add(
        functions,
        "end_point",
        "The last vertex as a point.",
        g -> g.isEmpty() ? null : FACTORY.createPoint(last(g.getCoordinates()).copy()));
    functions.add(
        "geometry_n",
        "geometry index",
        "A part of a geometry.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          int at =
              geometry instanceof GeometryCollection
                  ? place(call, geometry.getNumGeometries())
                  : -1;
          if (at >= 0) {
            out.set(geometry.getGeometryN(at));
          }
        });
    add(
        functions,
        "exterior_ring",
        "The outer ring of a polygon as a line.",
        g -> {
          Polygon polygon = onlyPolygon(g);
          return polygon == null ? null : plain(polygon.getExteriorRing());
        });
    functions.add(
        "interior_ring_n",
        "geometry index",
        "A hole of a polygon as a line.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          Polygon polygon = geometry == null ? null : onlyPolygon(geometry);
          int at = polygon == null ? -1 : place(call, polygon.getNumInteriorRing());
          if (at >= 0) {
            out.set(plain(polygon.getInteriorRingN(at)));
          }
        });
    add(
        functions,
        "boundary",
        "The rings of polygons, or the ends of lines.",
        g -> isCollection(g) || g.getDimension() == 0 ? null : boundary(g));
    functions.add(
        "nodes_to_points",
        "geometry [ignore_closing_nodes]",
        "All vertices as a multipoint.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null) {
            out.set(nodes(geometry, call.truthOr(1, false)));
          }
        });
    add(
        functions,
        "segments_to_lines",
        "All segments as lines of their own.",
        g -> {
          List<LineString> lines = new ArrayList<>();
          for (Coordinate[] path : paths(g)) {
            for (int i = 1; i < path.length; i++) {
              lines.add(FACTORY.createLineString(Arrays.copyOfRange(path, i - 1, i + 1)));
            }
          }
          return lines.isEmpty()
              ? null
              : FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
        });
    test(
        functions,
        "is_valid",
        "Whether a geometry follows the rules of its type.",
        g -> new IsValidOp(g).isValid());
    test(functions, "is_empty", "Whether a geometry has no vertex.", Geometry::isEmpty);
    test(
        functions,
        "is_multipart",
        "Whether a geometry is of a type that has parts.",
        GeometryMeasures::isMulti);
    functions.addLazy(
        "is_empty_or_null",
        "geometry",
        "Whether a geometry has no vertex, or is NULL.",
        (call, out) ->
            out.set(!call.has(0) || call.geometry(0) == null || call.geometry(0).isEmpty()));
    functions.add(
        "is_closed",
        "geometry",
        "Whether lines end where they begin.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null && GeometryMeasures.isOf(geometry, 1)) {
            boolean closed = !geometry.isEmpty();
            for (Geometry part : PartList.of(geometry)) {
              closed &= ((LineString) part).isClosed();
            }
            out.set(closed);
          }
        });
    functions.add(
        "geom_to_wkt",
        "geometry [precision]",
        "A geometry as well-known text, with 8 decimal places at most if no others are asked for.",
        (call, out) -> {
          if (call.geometry(0) != null) {
            int places = call.smallOr(1, 8);
            if (places < 0 || places > 20) {
              throw call.failed("there can be 0 to 20 decimal places");
            }
            out.set(GeometryText.wkt(call.geometry(0), places));
          }
        });
    functions.add(
        "geom_to_wkb",
        "geometry",
        "A geometry as well-known binary.",
        (call, out) -> {
          if (call.geometry(0) != null) {
            out.set(WkbParser.write(call.geometry(0)));
          }
        });
    functions.add(
        "geom_from_wkt",
        "text",
        "The geometry of well-known text; NULL for other text.",
        (call, out) -> out.set(WktParser.parse(call.text(0))));
    functions.add(
        "geom_from_wkb",
        "binary",
        "The geometry of well-known binary.",
        (call, out) -> {
          if (call.value(0).kind() == Value.Kind.BINARY) {
            out.set(WkbParser.parse(call.value(0).bytes()));
          }
        });
  }

  /** A function of a geometry alone. */
  static void add(Functions functions, String name, String help, Change change) {
    functions.add(
        name,
        "geometry",
        help,
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          out.set(geometry == null ? null : change.of(geometry));
        });
  }

  private static void test(Functions functions, String name, String help, Test test) {
    functions.add(
        name,
        "geometry",
        help,
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null) {
            out.set(test.of(geometry));
          }
        });
  }

  private static Coordinate[] vertices(Call call) {
    Geometry geometry = call.geometry(0);
    return geometry == null ? new Coordinate[0] : geometry.getCoordinates();
  }

  /** The place from 0 that the second argument says; -1 where there is none. */
  private static int place(Call call, int size) {
    int given = call.small(1);
    int at = given < 0 ? size + given : given - 1;
    return at < 0 || at >= size ? -1 : at;
  }

  static Coordinate last(Coordinate[] path) {
    return path[path.length - 1];
  }

  static Polygon onlyPolygon(Geometry geometry) {
    List<Geometry> parts = PartList.of(geometry);
    return parts.size() == 1 && parts.get(0) instanceof Polygon polygon ? polygon : null;
  }

  private static LineString plain(LineString ring) {
    return FACTORY.createLineString(ring.getCoordinates());
  }

  private static boolean isCollection(Geometry geometry) {
    return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
  }

  private static Geometry boundary(Geometry geometry) {
    Geometry boundary = geometry.getBoundary();
    if (boundary.isEmpty()) {
      return null;
    }
    return boundary instanceof LineString ring ? plain(ring) : boundary;
  }

  /** The vertices of each point, line and ring. */
  static List<Coordinate[]> paths(Geometry geometry) {
    List<Coordinate[]> paths = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof Polygon polygon) {
        paths.add(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          paths.add(polygon.getInteriorRingN(i).getCoordinates());
        }
      } else {
        paths.add(part.getCoordinates());
      }
    }
    return paths;
  }

  private static Geometry nodes(Geometry geometry, boolean ignoreClosing) {
    List<Coordinate> nodes = new ArrayList<>();
    for (Coordinate[] path : paths(geometry)) {
      boolean closed = path.length > 1 && path[0].equals2D(last(path));
      nodes.addAll(Arrays.asList(path).subList(0, path.length - (ignoreClosing && closed ? 1 : 0)));
    }
    return FACTORY.createMultiPointFromCoords(nodes.toArray(new Coordinate[0]));
  }
}
