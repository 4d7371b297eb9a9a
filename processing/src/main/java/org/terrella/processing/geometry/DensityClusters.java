package org.terrella.processing.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.terrella.processing.feature.FeatureTable;

/**
 * Clusters of points that lie close together: DBSCAN (Ester and others, 1996), with times ST-DBSCAN
 * (Birant and Kut, 2007).
 */
public final class DensityClusters {
  private final Neighbours points;
  private final double distance;
  private final long[] instants;
  private final long span;
  private final int least;
  private final boolean strict;
  private final int[] clusters;
  private int count;

  /**
   * The clusters of a table.
   *
   * @param instants when each point was, in microseconds; null where time does not matter, {@link
   *     Long#MIN_VALUE} for a point that was never and so belongs nowhere
   * @param span the longest time between neighbours, in microseconds
   * @param least points around a point, itself included, that make it part of a cluster's core
   * @param strict whether points at the border of a cluster do not belong to it (DBSCAN*)
   */
  public DensityClusters(
      FeatureTable table, double distance, long[] instants, long span, int least, boolean strict) {
    this.points = new Neighbours(table, false);
    this.distance = distance;
    this.instants = instants;
    this.span = span;
    this.least = least;
    this.strict = strict;
    clusters = new int[table.size()];
    boolean[] reached = new boolean[clusters.length];
    for (int row = 0; row < clusters.length; row++) {
      if (!reached[row] && isThere(row)) {
        List<Integer> near = near(row);
        if (near.size() >= least) {
          reached[row] = true;
          clusters[row] = ++count;
          grow(near, reached);
        }
      }
    }
  }

  private boolean isThere(int row) {
    return points.geometry(row) != null && (instants == null || instants[row] != Long.MIN_VALUE);
  }

  private List<Integer> near(int row) {
    List<Integer> near = new ArrayList<>();
    for (int other : points.within(points.geometry(row).getCoordinate(), distance)) {
      boolean soon = instants == null || Math.abs(instants[other] - instants[row]) <= span;
      if (soon && isThere(other)) {
        near.add(other);
      }
    }
    return near;
  }

  private void grow(List<Integer> begin, boolean[] reached) {
    Deque<Integer> open = new ArrayDeque<>();
    reach(begin, reached, open);
    while (!open.isEmpty()) {
      int row = open.poll();
      List<Integer> near = near(row);
      boolean core = near.size() >= least;
      if (core) {
        reach(near, reached, open);
      }
      if (core || !strict) {
        clusters[row] = count;
      }
    }
  }

  private static void reach(List<Integer> rows, boolean[] reached, Deque<Integer> open) {
    for (int row : rows) {
      if (!reached[row]) {
        reached[row] = true;
        open.add(row);
      }
    }
  }

  /** The cluster of each row, from 1; 0 for none. */
  public int[] clusters() {
    return clusters;
  }

  public int count() {
    return count;
  }
}
