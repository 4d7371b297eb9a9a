package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.terrella.exact.ExactMath;

/**
 * A concave hull of points by their nearest neighbours, after A. Moreira and M. Y. Santos, Concave
 * hull: a k-nearest neighbours approach (2007): from the lowest point always to the neighbour that
 * is farthest to the right without crossing the hull so far.
 */
public final class NeighbourHull {
  private final List<Coordinate> points;

  private NeighbourHull(List<Coordinate> points) {
    this.points = points;
  }

  /**
   * The hull as a ring; null for less than three different places, or where all lie on a line.
   *
   * @param neighbours how many to look at, at least 3; more where these do not lead round all
   */
  public static Coordinate[] of(List<Coordinate> places, int neighbours) {
    TreeSet<Coordinate> different = new TreeSet<>();
    places.forEach(place -> different.add(new Coordinate(place.x, place.y)));
    List<Coordinate> points = new ArrayList<>(different);
    if (JtsGeometries.FACTORY
            .createMultiPointFromCoords(points.toArray(new Coordinate[0]))
            .convexHull()
            .getDimension()
        < 2) {
      return null;
    }
    NeighbourHull search = new NeighbourHull(points);
    for (int k = Math.min(Math.max(3, neighbours), points.size()); k <= points.size(); k++) {
      Coordinate[] ring = points.size() == 3 ? null : search.ring(k);
      if (ring != null) {
        return ring;
      }
    }
    return JtsGeometries.FACTORY
        .createMultiPointFromCoords(points.toArray(new Coordinate[0]))
        .convexHull()
        .getCoordinates();
  }

  private Coordinate[] ring(int neighbours) {
    List<Coordinate> left = new ArrayList<>(points);
    Coordinate first = points.get(0);
    for (Coordinate point : points) {
      first = point.y < first.y ? point : first;
    }
    left.remove(first);
    List<Coordinate> hull = new ArrayList<>(List.of(first));
    Coordinate current = first;
    double back = ExactMath.PI;
    while (!left.isEmpty() || hull.size() == 4) {
      if (hull.size() == 4) {
        left.add(first);
      }
      Coordinate next = next(candidates(left, current, neighbours, back), hull, first);
      if (next == null) {
        return null;
      }
      back = angle(next, current);
      current = next;
      hull.add(current);
      left.remove(current);
      if (current == first) {
        Coordinate[] ring = hull.toArray(new Coordinate[0]);
        return ring.length > 3 && holdsAll(ring) ? ring : null;
      }
    }
    return null;
  }

  private boolean holdsAll(Coordinate[] ring) {
    for (Coordinate point : points) {
      if (!PointLocation.isInRing(point, ring)) {
        return false;
      }
    }
    return true;
  }

  private static double angle(Coordinate from, Coordinate to) {
    return ExactMath.atan2(to.y - from.y, to.x - from.x);
  }

  /** The nearest ones, beginning with the one farthest to the right of where we came from. */
  private static List<Coordinate> candidates(
      List<Coordinate> left, Coordinate current, int neighbours, double back) {
    List<Coordinate> near = new ArrayList<>(left);
    near.sort(Comparator.comparingDouble(current::distance));
    near = new ArrayList<>(near.subList(0, Math.min(neighbours, near.size())));
    near.sort(
        Comparator.comparingDouble((Coordinate point) -> turn(back, angle(current, point)))
            .reversed());
    return near;
  }

  /** How far clockwise the second direction is from the first, from 0 to 2 π. */
  private static double turn(double from, double to) {
    double turn = from - to;
    return turn < 0 ? turn + 2 * ExactMath.PI : turn;
  }

  private static Coordinate next(
      List<Coordinate> candidates, List<Coordinate> hull, Coordinate first) {
    Coordinate current = hull.get(hull.size() - 1);
    LineIntersector crossing = new RobustLineIntersector();
    for (Coordinate candidate : candidates) {
      boolean free = true;
      for (int i = candidate == first ? 1 : 0; free && i < hull.size() - 2; i++) {
        crossing.computeIntersection(current, candidate, hull.get(i), hull.get(i + 1));
        free = !crossing.hasIntersection();
      }
      if (free) {
        return candidate;
      }
    }
    return null;
  }
}
