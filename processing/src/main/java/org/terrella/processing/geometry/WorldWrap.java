package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas on the globe, cut at ±180° and closed along the poles, as maps in degrees want them. */
final class WorldWrap {
  private WorldWrap() {}

  /**
   * The polygon of rings that run over the globe without regard to ±180°: each longitude is taken
   * within half a turn of the one before.
   *
   * @param rings closed; the first is the shell
   * @param north which pole the shell goes around, if it goes around one
   * @return valid areas with longitudes from -180° to 180°
   */
  static List<Geometry> polygon(List<Coordinate[]> rings, boolean north) {
    for (Coordinate[] ring : rings) {
      unwrap(ring);
    }
    boolean plain = true;
    for (Coordinate[] ring : rings) {
      plain &= !goesAround(ring) && isWithinWorld(ring);
    }
    if (plain) {
      LinearRing[] holes = new LinearRing[rings.size() - 1];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = JtsGeometries.FACTORY.createLinearRing(rings.get(i + 1));
      }
      LinearRing shell = JtsGeometries.FACTORY.createLinearRing(rings.get(0));
      return List.of(Dissolving.repaired(JtsGeometries.FACTORY.createPolygon(shell, holes)));
    }
    Geometry area = PolygonUnion.of(cut(area(rings.get(0), north)));
    for (int i = 1; i < rings.size(); i++) {
      Geometry hole = PolygonUnion.of(cut(area(rings.get(i), north)));
      area = OverlayNGRobust.overlay(area, hole, OverlayNG.DIFFERENCE);
    }
    return PartList.of(area);
  }

  private static void unwrap(Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      double step = ring[i].x - ring[i - 1].x;
      ring[i].x -= 360 * Math.floor((step + 180) / 360);
    }
  }

  private static boolean goesAround(Coordinate[] ring) {
    return Math.abs(ring[ring.length - 1].x - ring[0].x) > 180;
  }

  private static boolean isWithinWorld(Coordinate[] ring) {
    for (Coordinate vertex : ring) {
      if (Math.abs(vertex.x) > 180) {
        return false;
      }
    }
    return true;
  }

  private static Geometry area(Coordinate[] ring, boolean north) {
    Coordinate[] closed = ring;
    if (goesAround(ring)) {
      int n = ring.length;
      closed = new Coordinate[n + 3];
      System.arraycopy(ring, 0, closed, 0, n);
      // The ring ends where it began but a turn away; the rounding of that must not show.
      closed[n - 1] =
          new Coordinate(ring[0].x + (ring[n - 1].x > ring[0].x ? 360 : -360), ring[0].y);
      double pole = north ? 90 : -90;
      closed[n] = new Coordinate(closed[n - 1].x, pole);
      closed[n + 1] = new Coordinate(ring[0].x, pole);
      closed[n + 2] = ring[0];
    }
    return Dissolving.repaired(JtsGeometries.FACTORY.createPolygon(closed));
  }

  /** The same area with all longitudes brought to -180° … 180°. */
  static List<Geometry> cut(Geometry area) {
    Envelope envelope = area.getEnvelopeInternal();
    if (area.isEmpty() || (envelope.getMinX() >= -180 && envelope.getMaxX() <= 180)) {
      return List.of(area);
    }
    List<Geometry> pieces = new ArrayList<>();
    int first = (int) Math.floor((envelope.getMinX() + 180) / 360);
    int last = (int) Math.floor((envelope.getMaxX() + 180) / 360);
    for (int turn = first; turn <= last; turn++) {
      double west = -180 + 360.0 * turn;
      Geometry strip = JtsGeometries.FACTORY.toGeometry(new Envelope(west, west + 360, -91, 91));
      Geometry piece = OverlayNGRobust.overlay(area, strip, OverlayNG.INTERSECTION);
      for (Geometry part : PartList.of(piece)) {
        if (part instanceof Polygon) {
          pieces.add(AffineTransformation.translationInstance(-360.0 * turn, 0).transform(part));
        }
      }
    }
    return pieces;
  }
}
