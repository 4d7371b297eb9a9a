package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.ExactMath;

/** Circles as polygons. */
public final class Circles {
  private Circles() {}

  /** A circle that begins in the north and goes clockwise. */
  public static Polygon of(Coordinate centre, double radius, int segments) {
    Coordinate[] ring = new Coordinate[segments + 1];
    for (int i = 0; i < segments; i++) {
      double angle = ExactMath.PI / 2 - 2 * ExactMath.PI * i / segments;
      ring[i] =
          new Coordinate(
              centre.x + radius * ExactMath.cos(angle), centre.y + radius * ExactMath.sin(angle));
    }
    ring[segments] = ring[0].copy();
    return JtsGeometries.FACTORY.createPolygon(ring);
  }
}
