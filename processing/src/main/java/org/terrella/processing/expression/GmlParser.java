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
import org.terrella.exact.DoubleText;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * Reads the plain geometries of GML 2 and 3 (OGC 02-069, 07-036): points, lines, polygons and
 * several of one kind. Axes stay in the order in which they are written; curves are unknown.
 */
final class GmlParser {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;

  private GmlParser() {}

  static void addTo(Functions functions) {
    functions.add(
        "geom_from_gml",
        "gml",
        "The geometry of a text of GML; NULL for other text.",
        (call, out) -> out.set(parse(call.text(0))));
  }

  /** The geometry that a text is; null when it is none. */
  static Geometry parse(String text) {
    try {
      return geometry(XmlElement.parse(text));
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static Geometry geometry(XmlElement element) {
    return switch (element.name()) {
      case "Point" -> point(element);
      case "LineString", "LineStringSegment" -> FACTORY.createLineString(path(element));
      case "Curve" -> line(element);
      case "Polygon", "PolygonPatch" -> polygon(element);
      case "Surface" -> only(element, "patches", "polygonPatches");
      case "MultiPoint" -> multi(element, "pointMember");
      case "MultiLineString" -> multi(element, "lineStringMember");
      case "MultiCurve" -> multi(element, "curveMember");
      case "MultiPolygon" -> multi(element, "polygonMember");
      case "MultiSurface" -> multi(element, "surfaceMember");
      case "MultiGeometry" -> multi(element, "geometryMember");
      default -> throw XmlElement.malformed();
    };
  }

  private static Point point(XmlElement element) {
    Coordinate[] vertices = path(element);
    if (vertices.length != 1) {
      throw XmlElement.malformed();
    }
    return FACTORY.createPoint(vertices[0]);
  }

  /** The segments of a curve, each of which begins where the one before ends. */
  private static LineString line(XmlElement curve) {
    List<Coordinate> path = new ArrayList<>();
    for (XmlElement segment : child(curve, "segments").children()) {
      if (!segment.name().equals("LineStringSegment")) {
        throw XmlElement.malformed();
      }
      for (Coordinate vertex : path(segment)) {
        boolean joint = !path.isEmpty() && path.get(path.size() - 1).equals2D(vertex);
        if (!joint) {
          path.add(vertex);
        }
      }
    }
    return Parts.line(path);
  }

  private static Geometry only(XmlElement element, String... names) {
    for (String name : names) {
      for (XmlElement child : element.children()) {
        if (child.name().equals(name) && child.children().size() == 1) {
          return geometry(child.children().get(0));
        }
      }
    }
    throw XmlElement.malformed();
  }

  private static Polygon polygon(XmlElement element) {
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    for (XmlElement child : element.children()) {
      boolean outer = child.name().equals("exterior") || child.name().equals("outerBoundaryIs");
      boolean inner = child.name().equals("interior") || child.name().equals("innerBoundaryIs");
      if (outer && shell == null) {
        shell = ring(child);
      } else if (inner) {
        holes.add(ring(child));
      } else {
        throw XmlElement.malformed();
      }
    }
    if (shell == null) {
      throw XmlElement.malformed();
    }
    return FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
  }

  private static LinearRing ring(XmlElement boundary) {
    return FACTORY.createLinearRing(path(child(boundary, "LinearRing")));
  }

  private static Geometry multi(XmlElement element, String member) {
    List<Geometry> parts = new ArrayList<>();
    for (XmlElement child : element.children()) {
      if (!child.name().equals(member) && !child.name().equals(member + "s")) {
        throw XmlElement.malformed();
      }
      for (XmlElement part : child.children()) {
        parts.add(geometry(part));
      }
    }
    if (member.equals("geometryMember")) {
      return FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    } else if (member.equals("pointMember")) {
      return FACTORY.createMultiPoint(of(parts, Point.class).toArray(new Point[0]));
    } else if (member.equals("lineStringMember") || member.equals("curveMember")) {
      return FACTORY.createMultiLineString(of(parts, LineString.class).toArray(new LineString[0]));
    }
    return FACTORY.createMultiPolygon(of(parts, Polygon.class).toArray(new Polygon[0]));
  }

  private static <T> List<T> of(List<Geometry> parts, Class<T> type) {
    List<T> cast = new ArrayList<>();
    for (Geometry part : parts) {
      if (!type.isInstance(part)) {
        throw XmlElement.malformed();
      }
      cast.add(type.cast(part));
    }
    return cast;
  }

  private static XmlElement child(XmlElement element, String name) {
    for (XmlElement child : element.children()) {
      if (child.name().equals(name)) {
        return child;
      }
    }
    throw XmlElement.malformed();
  }

  private static Coordinate[] path(XmlElement element) {
    List<Coordinate> path = new ArrayList<>();
    int inherited = dimension(element, 0);
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "pos" -> path.add(vertex(words(child.text(), " "), 0, -1));
        case "posList" -> {
          String[] numbers = words(child.text(), " ");
          int dimension = dimension(child, inherited == 0 ? 2 : inherited);
          if (numbers.length % dimension != 0) {
            throw XmlElement.malformed();
          }
          for (int i = 0; i < numbers.length; i += dimension) {
            path.add(vertex(numbers, i, dimension));
          }
        }
        case "coordinates" -> coordinates(child, path);
        case "coord" -> path.add(coord(child));
        case "pointProperty", "pointRep" -> path.add(point(child(child, "Point")).getCoordinate());
        default -> throw XmlElement.malformed();
      }
    }
    return path.toArray(new Coordinate[0]);
  }

  private static int dimension(XmlElement element, int otherwise) {
    String text = element.attributes().getOrDefault("srsDimension", "");
    if (text.isEmpty()) {
      return otherwise;
    } else if (!text.equals("2") && !text.equals("3")) {
      throw XmlElement.malformed();
    }
    return text.charAt(0) - '0';
  }

  /** Tuples such as {@code 1,2 3,4}, whose signs may be others. */
  private static void coordinates(XmlElement element, List<Coordinate> path) {
    String decimal = element.attributes().getOrDefault("decimal", ".");
    String comma = element.attributes().getOrDefault("cs", ",");
    String blank = element.attributes().getOrDefault("ts", " ");
    for (String tuple : words(element.text(), blank)) {
      String[] numbers = words(tuple, comma);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = numbers[i].replace(decimal, ".");
      }
      path.add(vertex(numbers, 0, -1));
    }
  }

  private static Coordinate coord(XmlElement element) {
    String[] numbers = new String[element.children().size()];
    for (int i = 0; i < numbers.length; i++) {
      XmlElement child = element.children().get(i);
      if (i > 2 || !child.name().equals("XYZ".substring(i, i + 1))) {
        throw XmlElement.malformed();
      }
      numbers[i] = child.text().trim();
    }
    return vertex(numbers, 0, -1);
  }

  /**
   * @param count of ordinates, or -1 for all there are
   */
  private static Coordinate vertex(String[] numbers, int from, int count) {
    int ordinates = count < 0 ? numbers.length : count;
    if (ordinates < 2 || ordinates > 3) {
      throw XmlElement.malformed();
    }
    double z = ordinates > 2 ? number(numbers[from + 2]) : Double.NaN;
    return new Coordinate(number(numbers[from]), number(numbers[from + 1]), z);
  }

  private static double number(String text) {
    double number = DoubleText.parseOrNaN(text.startsWith("+") ? text.substring(1) : text);
    if (number - number != 0) {
      throw XmlElement.malformed();
    }
    return number;
  }

  /** The pieces between separators; a blank stands for all white space. */
  private static String[] words(String text, String separator) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean between = separator.isBlank() ? c <= ' ' : separator.indexOf(c) >= 0;
      if (i == text.length() || between) {
        if (!word.isEmpty()) {
          words.add(word.toString().trim());
        }
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return words.toArray(new String[0]);
  }
}
