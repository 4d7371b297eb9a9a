package org.terrella.processing.geometry;

import java.util.PriorityQueue;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.terrella.exact.ExactMath;

/**
 * The point of polygons that is furthest from their boundary, by splitting squares, the most
 * promising first, as Agafonkin's polylabel does (2016). Squares that promise the same come in the
 * order in which they were made: JTS's own search leaves that to the class library.
 */
public final class InnermostPoint {
  private static final int MOST_COLUMNS = 1000;

  /** A tolerance near 0 would never be reached. */
  private static final int MOST_CELLS = 1_000_000;

  private final IndexedPointInAreaLocator locator;
  private final IndexedFacetDistance boundary;
  private final PriorityQueue<Cell> cells = new PriorityQueue<>();
  private int made;

  private record Cell(double x, double y, double half, double distance, double most, int number)
      implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = Double.compare(other.most, most);
      return order != 0 ? order : Integer.compare(number, other.number);
    }
  }

  private InnermostPoint(Geometry polygons) {
    locator = new IndexedPointInAreaLocator(polygons);
    boundary = new IndexedFacetDistance(polygons.getBoundary());
  }

  /**
   * The point, to within a distance.
   *
   * @param polygons not empty
   * @param tolerance above 0
   */
  public static Point of(Geometry polygons, double tolerance) {
    Envelope box = polygons.getEnvelopeInternal();
    double least = Math.min(box.getWidth(), box.getHeight());
    double size = Math.max(least, Math.max(box.getWidth(), box.getHeight()) / MOST_COLUMNS);
    if (!(least > 0)) {
      return polygons.getInteriorPoint();
    }
    return new InnermostPoint(polygons).search(polygons, box, size, tolerance);
  }

  private Point search(Geometry polygons, Envelope box, double size, double tolerance) {
    Coordinate centroid = polygons.getCentroid().getCoordinate();
    Cell best = cell(centroid.x, centroid.y, 0);
    for (double x = box.getMinX(); x < box.getMaxX(); x += size) {
      for (double y = box.getMinY(); y < box.getMaxY(); y += size) {
        cells.add(cell(x + size / 2, y + size / 2, size / 2));
      }
    }
    while (!cells.isEmpty() && made < MOST_CELLS) {
      Cell next = cells.poll();
      if (next.distance > best.distance) {
        best = next;
      }
      if (next.most - best.distance <= tolerance) {
        break;
      }
      double half = next.half / 2;
      cells.add(cell(next.x - half, next.y - half, half));
      cells.add(cell(next.x + half, next.y - half, half));
      cells.add(cell(next.x - half, next.y + half, half));
      cells.add(cell(next.x + half, next.y + half, half));
    }
    return JtsGeometries.FACTORY.createPoint(new Coordinate(best.x, best.y));
  }

  private Cell cell(double x, double y, double half) {
    Coordinate centre = new Coordinate(x, y);
    double distance = boundary.distance(JtsGeometries.FACTORY.createPoint(centre));
    if (locator.locate(centre) == Location.EXTERIOR) {
      distance = -distance;
    }
    return new Cell(x, y, half, distance, distance + half * ExactMath.sqrt(2), made++);
  }
}
