package org.terrella.processing.expression;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.DoubleText;

/** Geometries as well-known text in QGIS's manner, such as {@code Point Z (1 2 3)}. */
final class GeometryText {
  private final StringBuilder out = new StringBuilder();
  private final int places;

  private GeometryText(int places) {
    this.places = places;
  }

  /** With all digits. */
  static String wkt(Geometry geometry) {
    return wkt(geometry, -1);
  }

  /**
   * @param places decimal places at most; below 0 all there are
   */
  static String wkt(Geometry geometry, int places) {
    GeometryText text = new GeometryText(places);
    text.geometry(geometry);
    return text.out.toString();
  }

  static boolean hasZ(Geometry geometry) {
    return has(geometry, true);
  }

  static boolean hasM(Geometry geometry) {
    return has(geometry, false);
  }

  private static boolean has(Geometry geometry, boolean z) {
    Ordinates found = new Ordinates(z);
    geometry.apply(found);
    return found.count() > 0;
  }

  private void geometry(Geometry geometry) {
    String type = geometry.getGeometryType();
    boolean z = hasZ(geometry);
    boolean m = hasM(geometry);
    out.append(type.equals(Geometry.TYPENAME_LINEARRING) ? Geometry.TYPENAME_LINESTRING : type);
    out.append(z || m ? " " : "").append(z ? "Z" : "").append(m ? "M" : "");
    if (geometry.isEmpty()) {
      out.append(" EMPTY");
      return;
    }
    out.append(" (");
    if (geometry instanceof GeometryCollection collection) {
      boolean any = type.equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        out.append(i > 0 ? "," : "");
        if (any) {
          geometry(collection.getGeometryN(i));
        } else {
          out.append('(');
          inside(collection.getGeometryN(i), z, m);
          out.append(')');
        }
      }
    } else {
      inside(geometry, z, m);
    }
    out.append(')');
  }

  private void inside(Geometry part, boolean z, boolean m) {
    if (part instanceof Polygon polygon) {
      for (int i = -1; i < polygon.getNumInteriorRing(); i++) {
        LineString ring = i < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i);
        out.append(i < 0 ? "(" : ",(");
        path(ring.getCoordinateSequence(), z, m);
        out.append(')');
      }
    } else if (part instanceof LineString line) {
      path(line.getCoordinateSequence(), z, m);
    } else if (part instanceof Point point) {
      path(point.getCoordinateSequence(), z, m);
    }
  }

  private void path(CoordinateSequence path, boolean z, boolean m) {
    for (int i = 0; i < path.size(); i++) {
      out.append(i > 0 ? ", " : "");
      number(path.getX(i));
      out.append(' ');
      number(path.getY(i));
      if (z) {
        out.append(' ');
        number(path.getZ(i));
      }
      if (m) {
        out.append(' ');
        number(path.getM(i));
      }
    }
  }

  private void number(double value) {
    if (value != value) {
      out.append("nan");
      return;
    }
    String text = places < 0 ? DoubleText.write(value) : NumberFormat.fixed(value, places);
    if (text.indexOf('.') >= 0 && places > 0) {
      int end = text.length();
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      text = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
    out.append(text);
  }
}
