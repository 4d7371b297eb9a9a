package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.Crs;

/** Geodesic lines, and lines cut where a geodesic would cross the meridian of 180°. */
public final class Antimeridian {
  private static final double MERCATOR_RADIUS = 6_378_137;

  private final boolean mercator;

  private Antimeridian(boolean mercator) {
    this.mercator = mercator;
  }

  /**
   * For layers in a system.
   *
   * @param algorithm named in the error
   * @throws TerrellaException unsupported where coordinates cannot be brought onto the ellipsoid
   */
  public static Antimeridian of(Crs crs, String algorithm) {
    if (!GeodesicMeasure.canMeasure(crs)) {
      throw TerrellaException.unsupported(
          algorithm
              + " finds geodesics for layers in degrees and in EPSG:3857 only; reproject the layer"
              + " first.");
    }
    return new Antimeridian(!crs.geographic());
  }

  /** The shortest way between two places, as multi lines. */
  public Geometry geodesic(Coordinate from, Coordinate to, double interval, boolean split) {
    List<LineString> lines = new ArrayList<>();
    Coordinate begin = new Coordinate(from.x, from.y);
    Coordinate end = new Coordinate(to.x, to.y);
    GeodesicWay way = new GeodesicWay(Ellipsoid.WGS84, degrees(begin), degrees(end));
    for (Coordinate[] line : way.lines(interval, split)) {
      lines.add(line(List.of(line)));
    }
    return JtsGeometries.FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
  }

  /** Lines as multi lines whose pieces end at the meridian of 180°; heights go evenly. */
  public Geometry split(Geometry geometry) {
    List<LineString> lines = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      List<Coordinate> line = new ArrayList<>();
      Coordinate last = null;
      for (Coordinate vertex : part.getCoordinates()) {
        Coordinate next = degrees(vertex);
        if (last != null && GeodesicWay.crosses(last.x, next.x)) {
          GeodesicWay way = new GeodesicWay(Ellipsoid.WGS84, last, next);
          double share = way.crossing();
          Coordinate middle = Sequences.between(last, next, share);
          double latitude = way.at(share * way.length()).y;
          line.add(at(last.x < 0 ? -180 : 180, latitude, middle));
          lines.add(line(line));
          line.clear();
          line.add(at(next.x < 0 ? -180 : 180, latitude, middle));
        }
        line.add(next);
        last = next;
      }
      lines.add(line(line));
    }
    return JtsGeometries.FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
  }

  private static Coordinate at(double x, double y, Coordinate like) {
    return Sequences.at(x, y, like.getZ(), Sequences.measure(like));
  }

  private Coordinate degrees(Coordinate place) {
    if (!mercator) {
      return place;
    }
    double latitude = ExactMath.atan(ExactMath.sinh(place.y / MERCATOR_RADIUS));
    return at(ExactMath.toDegrees(place.x / MERCATOR_RADIUS), ExactMath.toDegrees(latitude), place);
  }

  private LineString line(List<Coordinate> degrees) {
    Coordinate[] line = new Coordinate[degrees.size()];
    for (int i = 0; i < line.length; i++) {
      Coordinate place = degrees.get(i);
      line[i] = mercator ? projected(place) : place;
    }
    return JtsGeometries.FACTORY.createLineString(line);
  }

  private static Coordinate projected(Coordinate place) {
    double sine = ExactMath.sin(ExactMath.toRadians(place.y));
    double y = MERCATOR_RADIUS * ExactMath.log((1 + sine) / (1 - sine)) / 2;
    return at(MERCATOR_RADIUS * ExactMath.toRadians(place.x), y, place);
  }
}
