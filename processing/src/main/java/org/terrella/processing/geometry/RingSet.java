package org.terrella.processing.geometry;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of areas as flat arrays, each with the inside on its left, or on its right where that
 * is wanted. Edge {@code i} goes from vertex {@code i} to vertex {@code i + 1}; the last vertex of
 * a ring, equal to its first, begins none.
 */
final class RingSet {
  final double[] x;
  final double[] y;

  /** The area of each ring. */
  final int[] owner;

  /** Where each ring begins, and at last where all end. */
  final int[] begin;

  /**
   * The rings of areas.
   *
   * @param areas polygons and multipolygons
   * @param turned the number of an area that is to lie on the right of its rings, -1 for none
   */
  RingSet(List<? extends Geometry> areas, int turned) {
    int rings = 0;
    int vertices = 0;
    for (Geometry area : areas) {
      for (int i = 0; i < area.getNumGeometries(); i++) {
        rings += 1 + ((Polygon) area.getGeometryN(i)).getNumInteriorRing();
      }
      vertices += area.getNumPoints();
    }
    x = new double[vertices];
    y = new double[vertices];
    owner = new int[rings];
    begin = new int[rings + 1];
    int ring = 0;
    for (int a = 0; a < areas.size(); a++) {
      for (int part = 0; part < areas.get(a).getNumGeometries(); part++) {
        Polygon polygon = (Polygon) areas.get(a).getGeometryN(part);
        for (int i = -1; i < polygon.getNumInteriorRing(); i++) {
          owner[ring] = a;
          LinearRing line = i < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i);
          begin[ring + 1] = copy(line, i < 0 != (a == turned), begin[ring]);
          ring++;
        }
      }
    }
  }

  private int copy(LinearRing ring, boolean counterclockwise, int at) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int size = points.size();
    boolean turn = Orientation.isCCW(points) != counterclockwise;
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
