package org.locationtech.jts.algorithm.locate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Says where points lie in an area, by the number of edges that a ray to the right crosses. It is
 * as robust as the sign of the orientation of three points, which is exact here.
 *
 * <p>Written anew for Terrella with the interface that JTS gave it. Edges lie in horizontal bands
 * of equal height, in flat arrays: a point is compared with the edges of its band only. There are
 * as many bands as leave each edge in three on average, so that tall edges do not fill memory.
 */
public class IndexedPointInAreaLocator implements PointOnGeometryLocator {
  private static final int EDGES_PER_BAND = 4;
  private static final int MOST_BANDS_PER_EDGE = 3;
  private static final int ON_EDGE = -1;

  private Geometry area;
  private double south;
  private double north;
  private double bandsPerUnit;

  /** Where the edges of each band begin in {@link #edges}. */
  private int[] begin;

  /** Of each edge in a band x and y of its first vertex, then of its second. */
  private double[] edges;

  /**
   * A locator, which reads the geometry with the first question.
   *
   * @param area polygons or a ring
   * @throws IllegalArgumentException for other geometries
   */
  public IndexedPointInAreaLocator(Geometry area) {
    if (!(area instanceof Polygonal || area instanceof LinearRing)) {
      throw new IllegalArgumentException("An area must be polygons or a ring.");
    }
    this.area = area;
  }

  /** Where a point lies, as {@link Location} names it. */
  @Override
  public int locate(Coordinate place) {
    if (begin == null) {
      build();
    }
    double x = place.x;
    double y = place.y;
    if (!(y >= south && y <= north)) {
      return Location.EXTERIOR;
    }
    int band = band(y);
    int crossings = 0;
    for (int at = begin[band]; at < begin[band + 1]; at++) {
      int crossed = crossed(4 * at, x, y);
      if (crossed == ON_EDGE) {
        return Location.BOUNDARY;
      }
      crossings += crossed;
    }
    return (crossings & 1) == 1 ? Location.INTERIOR : Location.EXTERIOR;
  }

  /** Whether an edge is met by the ray from a place to the right: 0 or 1, or that it holds it. */
  private int crossed(int at, double x, double y) {
    double x1 = edges[at];
    double y1 = edges[at + 1];
    double x2 = edges[at + 2];
    double y2 = edges[at + 3];
    if (x1 < x && x2 < x) {
      return 0;
    }
    if (x2 == x && y2 == y) {
      return ON_EDGE;
    }
    if (y1 == y && y2 == y) {
      return Math.min(x1, x2) <= x && x <= Math.max(x1, x2) ? ON_EDGE : 0;
    }
    if (y1 > y == y2 > y) {
      return 0;
    }
    if (x1 > x && x2 > x) {
      return 1;
    }
    int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
    return side == 0 ? ON_EDGE : (side > 0) == (y2 > y1) ? 1 : 0;
  }

  private int band(double y) {
    return Math.min((int) ((y - south) * bandsPerUnit), begin.length - 2);
  }

  private void build() {
    List<LineString> rings = new ArrayList<>();
    area.apply(new LinearComponentExtracter(rings));
    area = null;
    int count = 0;
    double heights = 0;
    south = Double.POSITIVE_INFINITY;
    north = Double.NEGATIVE_INFINITY;
    for (LineString ring : rings) {
      CoordinateSequence vertices = ring.getCoordinateSequence();
      for (int i = 0; i < vertices.size(); i++) {
        south = Math.min(south, vertices.getY(i));
        north = Math.max(north, vertices.getY(i));
        heights += i == 0 ? 0 : Math.abs(vertices.getY(i) - vertices.getY(i - 1));
        count += i == 0 ? 0 : 1;
      }
    }
    int bands = 1;
    if (heights > 0 && heights < Double.POSITIVE_INFINITY) {
      double most = MOST_BANDS_PER_EDGE * count * ((north - south) / heights);
      bands = (int) Math.max(1, Math.min(count / EDGES_PER_BAND, most));
      bandsPerUnit = bands / (north - south);
    }
    begin = new int[bands + 1];
    int[] next = new int[bands + 1];
    eachEdge(
        rings,
        (first, last, x1, y1, x2, y2) -> {
          for (int band = first; band <= last; band++) {
            next[band + 1]++;
          }
        });
    for (int band = 0; band < bands; band++) {
      next[band + 1] += next[band];
      begin[band + 1] = next[band + 1];
    }
    edges = new double[4 * begin[bands]];
    eachEdge(
        rings,
        (first, last, x1, y1, x2, y2) -> {
          for (int band = first; band <= last; band++) {
            int at = 4 * next[band]++;
            edges[at] = x1;
            edges[at + 1] = y1;
            edges[at + 2] = x2;
            edges[at + 3] = y2;
          }
        });
  }

  private interface EdgeVisitor {
    void visit(int firstBand, int lastBand, double x1, double y1, double x2, double y2);
  }

  private void eachEdge(List<LineString> rings, EdgeVisitor visitor) {
    for (LineString ring : rings) {
      CoordinateSequence vertices = ring.getCoordinateSequence();
      for (int i = 1; i < vertices.size(); i++) {
        double y1 = vertices.getY(i - 1);
        double y2 = vertices.getY(i);
        visitor.visit(
            band(Math.min(y1, y2)),
            band(Math.max(y1, y2)),
            vertices.getX(i - 1),
            y1,
            vertices.getX(i),
            y2);
      }
    }
  }
}
