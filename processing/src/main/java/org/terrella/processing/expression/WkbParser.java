package org.terrella.processing.expression;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.JtsGeometries;

/** Reads and writes well-known binary, with ISO's codes of Z and M, and reads EWKB's as well. */
final class WkbParser {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;
  private static final int MOST_LEVELS = 50;

  private byte[] bytes;
  private int at;
  private boolean little;
  private boolean z;
  private boolean m;

  private WkbParser(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The geometry that bytes are; null when they are none. */
  static Geometry parse(byte[] bytes) {
    try {
      return new WkbParser(bytes).geometry(0);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return null;
    }
  }

  private Geometry geometry(int depth) {
    if (depth > MOST_LEVELS) {
      throw new IllegalArgumentException();
    }
    little = bytes[at++] == 1;
    int code = integer();
    z = (code & 0x80000000) != 0;
    m = (code & 0x40000000) != 0;
    if ((code & 0x20000000) != 0) {
      integer();
    }
    int plain = code & 0xFFFFFFF;
    z |= plain / 1000 == 1 || plain / 1000 == 3;
    m |= plain / 1000 == 2 || plain / 1000 == 3;
    switch (plain % 1000) {
      case 1 -> {
        Coordinate vertex = vertex();
        return vertex.x == vertex.x ? FACTORY.createPoint(vertex) : FACTORY.createPoint();
      }
      case 2 -> {
        return FACTORY.createLineString(path());
      }
      case 3 -> {
        LinearRing[] rings = new LinearRing[count(4)];
        for (int i = 0; i < rings.length; i++) {
          rings[i] = FACTORY.createLinearRing(path());
        }
        if (rings.length == 0) {
          return FACTORY.createPolygon();
        }
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(rings[0], holes);
      }
      case 4, 5, 6, 7 -> {
        Geometry[] parts = new Geometry[count(5)];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = geometry(depth + 1);
        }
        return collection(plain % 1000, parts);
      }
      default -> throw new IllegalArgumentException();
    }
  }

  private static Geometry collection(int code, Geometry[] parts) {
    if (code == 7) {
      return FACTORY.createGeometryCollection(parts);
    }
    for (Geometry part : parts) {
      if (JtsGeometries.typeOf(part).code() != code - 3) {
        throw new IllegalArgumentException();
      }
    }
    return Parts.multi(GeometryType.ofCode(code), List.of(parts));
  }

  private int count(int leastBytes) {
    int count = integer();
    if (count < 0 || count > (bytes.length - at) / leastBytes) {
      throw new IllegalArgumentException();
    }
    return count;
  }

  private Coordinate[] path() {
    Coordinate[] vertices = new Coordinate[count(16)];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = vertex();
    }
    return vertices;
  }

  private Coordinate vertex() {
    double x = number();
    double y = number();
    double height = z ? number() : Double.NaN;
    return WktParser.vertex(x, y, height, m ? number() : Double.NaN);
  }

  private double number() {
    return Double.longBitsToDouble(bits(8));
  }

  private int integer() {
    return (int) bits(4);
  }

  private long bits(int size) {
    long bits = 0;
    for (int i = 0; i < size; i++) {
      bits |= (bytes[at + i] & 0xFFL) << 8 * (little ? i : size - 1 - i);
    }
    at += size;
    return bits;
  }

  /** Little-endian bytes. */
  static byte[] write(Geometry geometry) {
    WkbParser writer = new WkbParser(new byte[64]);
    writer.z = GeometryText.hasZ(geometry);
    writer.m = GeometryText.hasM(geometry);
    writer.put(geometry);
    return Arrays.copyOf(writer.bytes, writer.at);
  }

  private void put(Geometry geometry) {
    put(1, 1);
    int code = JtsGeometries.typeOf(geometry).code();
    put(code + (z ? 1000 : 0) + (m ? 2000 : 0), 4);
    if (geometry instanceof Point point) {
      if (point.isEmpty()) {
        for (int i = 0; i < 2 + (z ? 1 : 0) + (m ? 1 : 0); i++) {
          put(0x7FF8000000000000L, 8);
        }
      } else {
        vertices(point.getCoordinateSequence());
      }
    } else if (geometry instanceof LineString line) {
      put(line.getNumPoints(), 4);
      vertices(line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      put(polygon.isEmpty() ? 0 : polygon.getNumInteriorRing() + 1, 4);
      for (int i = -1; i < polygon.getNumInteriorRing() && !polygon.isEmpty(); i++) {
        LineString ring = i < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i);
        put(ring.getNumPoints(), 4);
        vertices(ring.getCoordinateSequence());
      }
    } else if (geometry instanceof GeometryCollection collection) {
      put(collection.getNumGeometries(), 4);
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        put(collection.getGeometryN(i));
      }
    }
  }

  private void vertices(CoordinateSequence path) {
    for (int i = 0; i < path.size(); i++) {
      put(Double.doubleToRawLongBits(path.getX(i)), 8);
      put(Double.doubleToRawLongBits(path.getY(i)), 8);
      if (z) {
        put(Double.doubleToRawLongBits(path.getZ(i)), 8);
      }
      if (m) {
        put(Double.doubleToRawLongBits(path.getM(i)), 8);
      }
    }
  }

  private void put(long bits, int size) {
    if (at + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    for (int i = 0; i < size; i++) {
      bytes[at++] = (byte) (bits >>> 8 * i);
    }
  }
}
