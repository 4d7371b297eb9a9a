package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.Crs;

/**
 * Lengths and areas on an ellipsoid, where edges are geodesics between their ends, as QGIS measures
 * them. Coordinates are degrees, or Web Mercator's metres.
 */
public final class GeodesicMeasure {
  private static final double MERCATOR_RADIUS = 6_378_137;

  private final Geodesic geodesic;
  private final boolean mercator;

  private GeodesicMeasure(Ellipsoid ellipsoid, boolean mercator) {
    this.geodesic = new Geodesic(ellipsoid);
    this.mercator = mercator;
  }

  /** Whether coordinates of this system can be brought onto the ellipsoid. */
  public static boolean canMeasure(Crs crs) {
    return crs.geographic() || crs.id().equals(Crs.WEB_MERCATOR.id());
  }

  /** Measures in a system that {@link #canMeasure} says yes to. */
  public static GeodesicMeasure of(Crs crs, Ellipsoid ellipsoid) {
    return new GeodesicMeasure(ellipsoid, !crs.geographic());
  }

  /** Metres between two places. */
  public double distance(Coordinate from, Coordinate to) {
    edge(from, to);
    return geodesic.distance();
  }

  /** Metres of all lines; polygons have none. */
  public double length(Geometry geometry) {
    double sum = 0;
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof LineString line) {
        sum += path(line.getCoordinates());
      }
    }
    return sum;
  }

  /** Metres of all rings of polygons. */
  public double perimeter(Geometry geometry) {
    double sum = 0;
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += path(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          sum += path(polygon.getInteriorRingN(i).getCoordinates());
        }
      }
    }
    return sum;
  }

  /** Square metres of all polygons, whatever the direction of their rings. */
  public double area(Geometry geometry) {
    double sum = 0;
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += ring(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          sum -= ring(polygon.getInteriorRingN(i).getCoordinates());
        }
      }
    }
    return sum;
  }

  private double path(Coordinate[] vertices) {
    double sum = 0;
    for (int i = 1; i < vertices.length; i++) {
      edge(vertices[i - 1], vertices[i]);
      sum += geodesic.distance();
    }
    return sum;
  }

  private void edge(Coordinate from, Coordinate to) {
    geodesic.inverse(latitude(from.y), longitude(from.x), latitude(to.y), longitude(to.x));
  }

  private double longitude(double x) {
    return mercator ? ExactMath.toDegrees(x / MERCATOR_RADIUS) : x;
  }

  private double latitude(double y) {
    if (mercator) {
      double angle = ExactMath.atan(ExactMath.sinh(y / MERCATOR_RADIUS));
      return ExactMath.toDegrees(angle);
    }
    return Math.max(-90, Math.min(90, y));
  }

  /** The smaller of the two areas that a ring bounds, once it goes round a pole. */
  private double ring(Coordinate[] vertices) {
    double sum = 0;
    int crossings = 0;
    for (int i = 1; i < vertices.length; i++) {
      edge(vertices[i - 1], vertices[i]);
      sum += geodesic.areaBelow();
      crossings += crossing(longitude(vertices[i - 1].x), longitude(vertices[i].x));
    }
    double whole = geodesic.wholeArea();
    if (crossings % 2 != 0) {
      sum += sum < 0 ? whole / 2 : -whole / 2;
    }
    sum = Math.abs(sum) % whole;
    return Math.min(sum, whole - sum);
  }

  /** Whether an edge crosses the prime meridian: 1 to the east, -1 to the west. */
  private static int crossing(double from, double to) {
    double difference = Geodesic.difference(from, to);
    double lon1 = Geodesic.difference(0, from);
    double lon2 = Geodesic.difference(0, to);
    if (lon1 <= 0 && lon2 > 0 && difference > 0) {
      return 1;
    }
    return lon2 <= 0 && lon1 > 0 && difference < 0 ? -1 : 0;
  }
}
