package org.terrella.processing.geometry;

import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;

/**
 * How far a position is from features, on the plane of their coordinates. It needs no JTS, which
 * the owner of the tables is built without.
 */
public final class PointDistance {
  private final GeometryColumn geometry;
  private final double x;
  private final double y;

  /** Distances from (x, y), in the coordinates of {@code geometry}. */
  public PointDistance(GeometryColumn geometry, double x, double y) {
    this.geometry = geometry;
    this.x = x;
    this.y = y;
  }

  /**
   * The distance to feature {@code row} in coordinate units; 0 within polygons, infinite where
   * there is no geometry.
   */
  public double to(int row) {
    double least = Double.POSITIVE_INFINITY;
    int[] parts = geometry.partOffsets();
    for (int part = parts[row]; part < parts[row + 1] && least > 0; part++) {
      if (geometry.partType(row, part) == GeometryType.POLYGON && covers(part)) {
        return 0;
      }
      int[] rings = geometry.ringOffsets();
      for (int ring = rings[part]; ring < rings[part + 1]; ring++) {
        least = Math.min(least, toRing(ring));
      }
    }
    return Math.sqrt(least);
  }

  /** Whether the row's bounding box comes within {@code distance} of the position. */
  public boolean mayReach(int row, double distance) {
    boolean left = false;
    boolean right = false;
    boolean below = false;
    boolean above = false;
    int end = geometry.endVertex(row);
    for (int vertex = geometry.firstVertex(row); vertex < end; vertex++) {
      double vx = vertexX(vertex);
      double vy = vertexY(vertex);
      left |= vx <= x + distance;
      right |= vx >= x - distance;
      below |= vy <= y + distance;
      above |= vy >= y - distance;
    }
    return left && right && below && above;
  }

  /** By the parity of the edges that a ray to the east crosses, over shell and holes alike. */
  private boolean covers(int part) {
    boolean inside = false;
    int[] rings = geometry.ringOffsets();
    for (int ring = rings[part]; ring < rings[part + 1]; ring++) {
      int end = geometry.vertexOffsets()[ring + 1];
      for (int b = geometry.vertexOffsets()[ring] + 1; b < end; b++) {
        double ay = vertexY(b - 1) - y;
        double by = vertexY(b) - y;
        if (ay > 0 != by > 0) {
          double ax = vertexX(b - 1) - x;
          double bx = vertexX(b) - x;
          inside ^= (ax * by - bx * ay > 0) == by > ay;
        }
      }
    }
    return inside;
  }

  /** The square of the distance to a ring or line, or to a point, which is a line of one vertex. */
  private double toRing(int ring) {
    int first = geometry.vertexOffsets()[ring];
    int end = geometry.vertexOffsets()[ring + 1];
    if (first == end) {
      return Double.POSITIVE_INFINITY;
    }
    double least = square(vertexX(first) - x, vertexY(first) - y);
    for (int vertex = first + 1; vertex < end; vertex++) {
      least = Math.min(least, toSegment(vertex - 1, vertex));
    }
    return least;
  }

  private double toSegment(int from, int to) {
    double ax = vertexX(from) - x;
    double ay = vertexY(from) - y;
    double dx = vertexX(to) - vertexX(from);
    double dy = vertexY(to) - vertexY(from);
    double length = square(dx, dy);
    double along = length == 0 ? 0 : -(ax * dx + ay * dy) / length;
    double nearest = Math.max(0, Math.min(1, along));
    return square(ax + nearest * dx, ay + nearest * dy);
  }

  private static double square(double dx, double dy) {
    return dx * dx + dy * dy;
  }

  private double vertexX(int vertex) {
    return geometry.coordinates()[vertex * geometry.stride()];
  }

  private double vertexY(int vertex) {
    return geometry.coordinates()[vertex * geometry.stride() + 1];
  }
}
