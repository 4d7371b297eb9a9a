package org.terrella.processing.geometry;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The convex hull by monotone chains: Andrew (1979), Another efficient algorithm for convex hulls
 * in two dimensions. Orientations are exact, so that it has the vertices that JTS finds, and they
 * come in JTS's order: clockwise from the lowest, of several lowest the leftmost. JTS makes a set
 * and a list of objects of them first, which takes four times as long.
 *
 * <p>Of many vertices, those inside of the octagon of the outermost ones are left out before they
 * are sorted: Akl and Toussaint (1978), A fast convex hull algorithm.
 */
public final class Hull {
  /** Below this, looking for the octagon takes longer than sorting. */
  private static final int MANY = 24;

  /** More than rounding makes of a cross product, as a share of what it is the difference of. */
  private static final double ROUNDING = 1e-14;

  private Hull() {}

  /** A polygon, or the line or point that a geometry of no area has; empty for an empty one. */
  public static Geometry of(Geometry geometry) {
    Coordinate[] vertices = geometry.getCoordinates();
    int size = vertices.length;
    if (size < 3) {
      return geometry.convexHull();
    }
    int[] order = new int[size];
    double[] xs = new double[size];
    double[] ys = new double[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
      xs[i] = vertices[i].x;
      ys[i] = vertices[i].y;
    }
    size = size < MANY ? size : outer(order, xs, ys);
    KeyOrder.sort(order, 0, size, xs);
    for (int from = 0, end; from < size; from = end) {
      end = from + 1;
      while (end < size && xs[order[end]] == xs[order[from]]) {
        end++;
      }
      KeyOrder.sort(order, from, end, ys);
    }
    int[] ring = new int[2 * size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      count = pushed(ring, count, 0, order[i], xs, ys);
    }
    int turn = count - 1;
    for (int i = size - 2; i >= 0; i--) {
      count = pushed(ring, count, turn, order[i], xs, ys);
    }
    // Points and lines are rare, and JTS knows what to make of them.
    return count < 4 ? geometry.convexHull() : polygon(vertices, ring, count - 1);
  }

  /** Puts the vertices that are not certainly inside to the front; how many these are. */
  private static int outer(int[] order, double[] xs, double[] ys) {
    int[] octagon = new int[8];
    double[] most = new double[8];
    for (int i = 0; i < 8; i++) {
      most[i] = Double.NEGATIVE_INFINITY;
    }
    for (int i = 0; i < xs.length; i++) {
      double x = xs[i];
      double y = ys[i];
      // Counterclockwise, from the east.
      farther(octagon, most, 0, i, x);
      farther(octagon, most, 1, i, x + y);
      farther(octagon, most, 2, i, y);
      farther(octagon, most, 3, i, y - x);
      farther(octagon, most, 4, i, -x);
      farther(octagon, most, 5, i, -x - y);
      farther(octagon, most, 6, i, -y);
      farther(octagon, most, 7, i, x - y);
    }
    int corners = 0;
    for (int i = 0; i < 8; i++) {
      int next = octagon[(i + 1) % 8];
      if (xs[octagon[i]] != xs[next] || ys[octagon[i]] != ys[next]) {
        octagon[corners++] = octagon[i];
      }
    }
    if (corners < 3) {
      return xs.length;
    }
    int kept = 0;
    for (int i = 0; i < xs.length; i++) {
      if (!isInside(xs[i], ys[i], octagon, corners, xs, ys)) {
        order[kept++] = i;
      }
    }
    return kept;
  }

  private static void farther(int[] octagon, double[] most, int corner, int vertex, double far) {
    if (far > most[corner]) {
      most[corner] = far;
      octagon[corner] = vertex;
    }
  }

  private static boolean isInside(
      double x, double y, int[] octagon, int corners, double[] xs, double[] ys) {
    int from = octagon[corners - 1];
    for (int i = 0; i < corners; i++) {
      int to = octagon[i];
      double left = (xs[to] - xs[from]) * (y - ys[from]);
      double right = (ys[to] - ys[from]) * (x - xs[from]);
      if (!(left - right > ROUNDING * (Math.abs(left) + Math.abs(right)))) {
        return false;
      }
      from = to;
    }
    return true;
  }

  /** Adds a vertex to a chain that bends to the right only. */
  private static int pushed(
      int[] ring, int count, int first, int vertex, double[] xs, double[] ys) {
    int kept = count;
    double x = xs[vertex];
    double y = ys[vertex];
    if (kept > 0 && xs[ring[kept - 1]] == x && ys[ring[kept - 1]] == y) {
      return kept;
    }
    while (kept - first >= 2) {
      int a = ring[kept - 2];
      int b = ring[kept - 1];
      if (CGAlgorithmsDD.orientationIndex(xs[a], ys[a], xs[b], ys[b], x, y) < 0) {
        break;
      }
      kept--;
    }
    ring[kept] = vertex;
    return kept + 1;
  }

  private static Geometry polygon(Coordinate[] vertices, int[] ring, int count) {
    int lowest = 0;
    for (int i = 1; i < count; i++) {
      Coordinate one = vertices[ring[i]];
      Coordinate other = vertices[ring[lowest]];
      if (one.y < other.y || one.y == other.y && one.x < other.x) {
        lowest = i;
      }
    }
    Coordinate[] shell = new Coordinate[count + 1];
    for (int i = 0; i <= count; i++) {
      shell[i] = vertices[ring[(lowest + i) % count]];
    }
    return JtsGeometries.FACTORY.createPolygon(shell);
  }
}
