package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.DoubleText;
import org.terrella.processing.geometry.JtsGeometries;

/** Reads well-known text, of which EWKT's SRID is passed over; curves are unknown. */
final class WktParser {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;
  private static final int MOST_LEVELS = 50;

  private final String text;
  private int at;
  private boolean z;
  private boolean m;
  private int depth;

  private WktParser(String text) {
    this.text = text;
  }

  /** The geometry that a text is; null when it is none. */
  static Geometry parse(String text) {
    WktParser parser = new WktParser(text);
    if (TextCase.upper(text.trim()).startsWith("SRID=")) {
      parser.at = text.indexOf(';') + 1;
    }
    try {
      Geometry geometry = parser.geometry();
      parser.blanks();
      return parser.at == text.length() ? geometry : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("no well-known text");
  }

  private Geometry geometry() {
    if (++depth > MOST_LEVELS) {
      throw malformed();
    }
    String type = TextCase.upper(word());
    z = false;
    m = false;
    String suffix = type;
    int mark = at;
    String next = TextCase.upper(word());
    if (next.equals("Z") || next.equals("M") || next.equals("ZM")) {
      suffix = next;
    } else {
      at = mark;
    }
    if (suffix.endsWith("ZM")) {
      z = true;
      m = true;
    } else if (suffix.endsWith("Z")) {
      z = true;
    } else if (suffix.endsWith("M")) {
      m = true;
    }
    while (type.endsWith("M") || type.endsWith("Z")) {
      type = type.substring(0, type.length() - 1);
    }
    mark = at;
    boolean empty = TextCase.upper(word()).equals("EMPTY");
    at = empty ? at : mark;
    Geometry found = body(type, empty);
    depth--;
    return found;
  }

  private Geometry body(String type, boolean empty) {
    switch (type) {
      case "POINT" -> {
        return empty ? FACTORY.createPoint() : point();
      }
      case "LINESTRING", "LINEARRING" -> {
        return empty ? FACTORY.createLineString() : line();
      }
      case "POLYGON", "TRIANGLE" -> {
        return empty ? FACTORY.createPolygon() : polygon();
      }
      case "MULTIPOINT" -> {
        List<Point> parts = new ArrayList<>();
        for (boolean more = !empty && open(); more; more = more()) {
          blanks();
          parts.add(peek() == '(' ? point() : FACTORY.createPoint(vertex()));
        }
        return FACTORY.createMultiPoint(parts.toArray(new Point[0]));
      }
      case "MULTILINESTRING" -> {
        List<LineString> parts = new ArrayList<>();
        for (boolean more = !empty && open(); more; more = more()) {
          parts.add(line());
        }
        return FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
      }
      case "MULTIPOLYGON" -> {
        List<Polygon> parts = new ArrayList<>();
        for (boolean more = !empty && open(); more; more = more()) {
          parts.add(polygon());
        }
        return FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
      }
      case "GEOMETRYCOLLECTION" -> {
        List<Geometry> parts = new ArrayList<>();
        for (boolean more = !empty && open(); more; more = more()) {
          parts.add(geometry());
        }
        return FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
      }
      default -> throw malformed();
    }
  }

  private Point point() {
    open();
    Coordinate vertex = vertex();
    if (more()) {
      throw malformed();
    }
    return FACTORY.createPoint(vertex);
  }

  private Coordinate[] path() {
    List<Coordinate> vertices = new ArrayList<>();
    for (boolean more = open(); more; more = more()) {
      vertices.add(vertex());
    }
    return vertices.toArray(new Coordinate[0]);
  }

  private LineString line() {
    return FACTORY.createLineString(path());
  }

  private Polygon polygon() {
    List<LinearRing> rings = new ArrayList<>();
    for (boolean more = open(); more; more = more()) {
      rings.add(FACTORY.createLinearRing(path()));
    }
    LinearRing shell = rings.remove(0);
    return FACTORY.createPolygon(shell, rings.toArray(new LinearRing[0]));
  }

  private Coordinate vertex() {
    double[] numbers = new double[4];
    int count = 0;
    blanks();
    while (count < 4 && peek() != ',' && peek() != ')') {
      int start = at;
      while (at < text.length() && " ,()\t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String number = text.substring(start, at);
      numbers[count] = DoubleText.parseOrNaN(number.startsWith("+") ? number.substring(1) : number);
      if (numbers[count] != numbers[count] && !number.equalsIgnoreCase("nan")) {
        throw malformed();
      }
      count++;
      blanks();
    }
    if (count < 2 || peek() != ',' && peek() != ')') {
      throw malformed();
    }
    boolean third = count > 2;
    return vertex(
        numbers[0],
        numbers[1],
        third && !(m && !z) ? numbers[2] : Double.NaN,
        count == 4 ? numbers[3] : third && m && !z ? numbers[2] : Double.NaN);
  }

  /** A vertex with those of z and m that are not NaN. */
  static Coordinate vertex(double x, double y, double z, double m) {
    if (m != m) {
      return new Coordinate(x, y, z);
    }
    return z == z ? new CoordinateXYZM(x, y, z, m) : new CoordinateXYM(x, y, m);
  }

  private boolean open() {
    blanks();
    if (peek() != '(') {
      throw malformed();
    }
    at++;
    return true;
  }

  private boolean more() {
    blanks();
    char c = peek();
    at++;
    if (c != ',' && c != ')') {
      throw malformed();
    }
    return c == ',';
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private String word() {
    blanks();
    int start = at;
    while (at < text.length()
        && (text.charAt(at) | 0x20) >= 'a'
        && (text.charAt(at) | 0x20) <= 'z') {
      at++;
    }
    return text.substring(start, at);
  }
}
