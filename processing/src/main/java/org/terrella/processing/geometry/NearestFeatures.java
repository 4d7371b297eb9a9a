package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.terrella.exact.ExactMath;

/** The features of an index that are nearest to others, on the plane of their coordinates. */
public final class NearestFeatures {
  /** So many pairs of vertices are compared faster than the nearest ones are found by place. */
  private static final int FEW = 64;

  private static final Comparator<Neighbour> ORDER =
      Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::row);

  private final FeatureIndex index;
  private final IndexedFacetDistance[] facets;
  private final Envelope bounds = new Envelope();

  private record Neighbour(int row, double distance) {}

  public NearestFeatures(FeatureIndex index) {
    this.index = index;
    facets = new IndexedFacetDistance[index.size()];
    for (int row = 0; row < facets.length; row++) {
      if (index.geometry(row) != null) {
        bounds.expandToInclude(index.geometry(row).getEnvelopeInternal());
      }
    }
  }

  /**
   * The rows that are nearest to a geometry, by distance and then in ascending order; more than
   * {@code count} where several are as far as the last.
   *
   * @param most rows farther than this do not count
   */
  public int[] of(Geometry geometry, int count, double most) {
    Envelope own = geometry.getEnvelopeInternal();
    Envelope all = new Envelope(own);
    all.expandToInclude(bounds);
    double widest = ExactMath.hypot(all.getWidth(), all.getHeight());
    double share = ExactMath.sqrt((double) count / Math.max(1, facets.length));
    double reach = Math.min(most, Math.max(widest * share / 2, Double.MIN_NORMAL));
    while (true) {
      List<Neighbour> found = within(geometry, count, reach);
      if (found.size() >= count || reach >= most || reach > widest) {
        return rows(found);
      }
      reach = Math.min(most, 2 * reach);
    }
  }

  /** The nearest ones that are no farther than {@code reach}. */
  private List<Neighbour> within(Geometry geometry, int count, double reach) {
    Envelope own = geometry.getEnvelopeInternal();
    Envelope around = new Envelope(own);
    around.expandBy(reach);
    // A feature is no nearer than the rectangle around it.
    List<Neighbour> candidates = new ArrayList<>();
    for (int row : index.near(around)) {
      candidates.add(new Neighbour(row, own.distance(index.geometry(row).getEnvelopeInternal())));
    }
    candidates.sort(ORDER);
    List<Neighbour> found = new ArrayList<>();
    for (Neighbour candidate : candidates) {
      double last = found.size() < count ? reach : found.get(count - 1).distance;
      // Distances are rounded, so that a hair more than the last is looked at, too.
      if (candidate.distance > last * (1 + 1e-12)) {
        break;
      }
      double distance = distance(geometry, candidate.row);
      if (distance <= last) {
        insert(found, new Neighbour(candidate.row, distance));
      }
    }
    int taken = Math.min(count, found.size());
    while (taken > 0
        && taken < found.size()
        && found.get(taken).distance == found.get(taken - 1).distance) {
      taken++;
    }
    return found.subList(0, taken);
  }

  private static void insert(List<Neighbour> found, Neighbour next) {
    int at = found.size();
    while (at > 0 && ORDER.compare(found.get(at - 1), next) > 0) {
      at--;
    }
    found.add(at, next);
  }

  private static int[] rows(List<Neighbour> found) {
    int[] rows = new int[found.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = found.get(i).row;
    }
    return rows;
  }

  /** How far a geometry is from that of a row. */
  public double distance(Geometry geometry, int row) {
    if (few(geometry, row)) {
      return geometry.distance(index.geometry(row));
    }
    return index.prepared(row).intersects(geometry) ? 0 : facets(row).distance(geometry);
  }

  /** The shortest line from a geometry to that of a row: its two ends. */
  public Coordinate[] shortestLine(Geometry geometry, int row) {
    if (few(geometry, row) || index.prepared(row).intersects(geometry)) {
      return DistanceOp.nearestPoints(geometry, index.geometry(row));
    }
    Coordinate[] ends = facets(row).nearestPoints(geometry);
    return new Coordinate[] {ends[1], ends[0]};
  }

  private boolean few(Geometry geometry, int row) {
    return (long) geometry.getNumPoints() * index.geometry(row).getNumPoints() < FEW;
  }

  private IndexedFacetDistance facets(int row) {
    if (facets[row] == null) {
      facets[row] = new IndexedFacetDistance(index.geometry(row));
    }
    return facets[row];
  }
}
