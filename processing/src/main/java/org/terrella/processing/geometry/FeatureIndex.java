package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.FeatureTable;

/** The features of a table, found by place. */
public final class FeatureIndex {
  private final Geometry[] geometries;
  private final PreparedGeometry[] prepared;
  private final PointOnGeometryLocator[] locators;
  private final STRtree tree = new STRtree();
  private final Envelope bounds = new Envelope();

  public FeatureIndex(FeatureTable table) {
    geometries = new Geometry[table.size()];
    prepared = new PreparedGeometry[table.size()];
    locators = new PointOnGeometryLocator[table.size()];
    for (int row = 0; row < geometries.length; row++) {
      Geometry geometry = JtsGeometries.of(table.geometry(), row);
      if (geometry != null && !geometry.isEmpty()) {
        geometries[row] = geometry;
        bounds.expandToInclude(geometry.getEnvelopeInternal());
        tree.insert(geometry.getEnvelopeInternal(), row);
      }
    }
    tree.build();
  }

  /** The rows whose envelopes meet another, in ascending order. */
  public int[] near(Envelope envelope) {
    List<Integer> found = new ArrayList<>();
    tree.query(envelope, row -> found.add((Integer) row));
    int[] rows = new int[found.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = found.get(i);
    }
    Arrays.sort(rows);
    return rows;
  }

  /**
   * The rows that are nearest to a geometry, by distance and then in ascending order; more than
   * {@code count} where several are as far as the last.
   *
   * @param most rows farther than this do not count
   */
  public int[] nearest(Geometry geometry, int count, double most) {
    Envelope own = geometry.getEnvelopeInternal();
    Envelope all = new Envelope(own);
    all.expandToInclude(bounds);
    double widest = ExactMath.hypot(all.getWidth(), all.getHeight());
    double share = ExactMath.sqrt((double) count / Math.max(1, geometries.length));
    double reach = Math.min(most, Math.max(widest * share / 2, Double.MIN_NORMAL));
    while (true) {
      Envelope around = new Envelope(own);
      around.expandBy(reach);
      List<Neighbour> found = new ArrayList<>();
      for (int row : near(around)) {
        double distance = geometry.distance(geometries[row]);
        if (distance <= reach) {
          found.add(new Neighbour(row, distance));
        }
      }
      if (found.size() >= count || reach >= most || reach > widest) {
        return first(found, count);
      }
      reach = Math.min(most, 2 * reach);
    }
  }

  private record Neighbour(int row, double distance) {}

  private static int[] first(List<Neighbour> found, int count) {
    found.sort(Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::row));
    int taken = Math.min(count, found.size());
    while (taken > 0
        && taken < found.size()
        && found.get(taken).distance == found.get(taken - 1).distance) {
      taken++;
    }
    int[] rows = new int[taken];
    for (int i = 0; i < taken; i++) {
      rows[i] = found.get(i).row;
    }
    return rows;
  }

  /** The geometry of a row; null when it has none, or an empty one. */
  public Geometry geometry(int row) {
    return geometries[row];
  }

  /** Whether the geometry of a row is a polygon or several. */
  public boolean isPolygonal(int row) {
    return geometries[row] instanceof Polygonal;
  }

  /**
   * Where a place lies in a row that {@link #isPolygonal}, as {@link
   * org.locationtech.jts.geom.Location} names it.
   */
  public int locate(int row, Coordinate place) {
    if (locators[row] == null) {
      locators[row] = new IndexedPointInAreaLocator(geometries[row]);
    }
    return locators[row].locate(place);
  }

  /** The geometry of a row, prepared for many questions. */
  public PreparedGeometry prepared(int row) {
    if (prepared[row] == null) {
      prepared[row] = PreparedGeometryFactory.prepare(geometries[row]);
    }
    return prepared[row];
  }
}
