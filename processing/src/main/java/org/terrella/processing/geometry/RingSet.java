package org.terrella.processing.geometry;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of polygons as flat arrays, each with the inside on its left. Edge {@code i} goes from
 * vertex {@code i} to vertex {@code i + 1}; the last vertex of a ring, equal to its first, begins
 * none.
 */
final class RingSet {
  final double[] x;
  final double[] y;

  /** The polygon of each ring. */
  final int[] owner;

  /** Where each ring begins, and at last where all end. */
  final int[] begin;

  RingSet(List<Polygon> polygons) {
    int rings = 0;
    int vertices = 0;
    for (Polygon polygon : polygons) {
      rings += 1 + polygon.getNumInteriorRing();
      vertices += polygon.getNumPoints();
    }
    x = new double[vertices];
    y = new double[vertices];
    owner = new int[rings];
    begin = new int[rings + 1];
    int ring = 0;
    for (int p = 0; p < polygons.size(); p++) {
      Polygon polygon = polygons.get(p);
      for (int i = -1; i < polygon.getNumInteriorRing(); i++) {
        owner[ring] = p;
        begin[ring + 1] =
            i < 0
                ? copy(polygon.getExteriorRing(), true, begin[ring])
                : copy(polygon.getInteriorRingN(i), false, begin[ring]);
        ring++;
      }
    }
  }

  private int copy(LinearRing ring, boolean shell, int at) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int size = points.size();
    boolean turn = Orientation.isCCW(points) != shell;
    for (int i = 0; i < size; i++) {
      int from = turn ? size - 1 - i : i;
      x[at + i] = points.getX(from);
      y[at + i] = points.getY(from);
    }
    return at + size;
  }

  int rings() {
    return owner.length;
  }

  double length(int edge) {
    double dx = x[edge + 1] - x[edge];
    double dy = y[edge + 1] - y[edge];
    return Math.sqrt(dx * dx + dy * dy);
  }
}
