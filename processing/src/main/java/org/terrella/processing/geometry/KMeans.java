package org.terrella.processing.geometry;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Clusters of places around means (Lloyd's algorithm), which begin at places that lie far apart:
 * two of those farthest from each other, then always the place farthest from all chosen so far.
 */
public final class KMeans {
  private static final int MOST_ROUNDS = 1000;

  private final List<Coordinate> places;
  private final Coordinate[] centres;
  private final int[] clusters;

  private KMeans(List<Coordinate> places, int count) {
    this.places = places;
    centres = new Coordinate[count];
    clusters = new int[places.size()];
    Arrays.fill(clusters, -1);
  }

  /**
   * The cluster of each place, from 0.
   *
   * @param count of clusters, at most as many as places
   */
  public static int[] of(List<Coordinate> places, int count) {
    if (count < 2) {
      return new int[places.size()];
    }
    KMeans means = new KMeans(places, count);
    means.begin();
    boolean changed = true;
    for (int i = 0; i < MOST_ROUNDS && changed; i++) {
      changed = means.assign();
      means.move();
    }
    return means.clusters;
  }

  private static double square(Coordinate a, Coordinate b) {
    double dx = a.x - b.x;
    double dy = a.y - b.y;
    return dx * dx + dy * dy;
  }

  private void begin() {
    int one = 0;
    int two = 0;
    double most = -1;
    for (int i = 1; i < places.size(); i++) {
      double toOne = square(places.get(i), places.get(one));
      double toTwo = square(places.get(i), places.get(two));
      if (toOne > most || toTwo > most) {
        most = Math.max(toOne, toTwo);
        if (toOne > toTwo) {
          two = i;
        } else {
          one = i;
        }
      }
    }
    centres[0] = places.get(one);
    centres[1] = places.get(two);
    double[] distances = new double[places.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = i == one || i == two ? -1 : square(places.get(i), centres[0]);
    }
    for (int next = 2; next < centres.length; next++) {
      int farthest = 0;
      most = -1;
      for (int i = 0; i < distances.length; i++) {
        if (distances[i] >= 0) {
          distances[i] = Math.min(distances[i], square(places.get(i), centres[next - 1]));
          if (distances[i] > most) {
            farthest = i;
            most = distances[i];
          }
        }
      }
      distances[farthest] = -1;
      centres[next] = places.get(farthest);
    }
  }

  private boolean assign() {
    boolean changed = false;
    for (int i = 0; i < clusters.length; i++) {
      int nearest = 0;
      double least = square(places.get(i), centres[0]);
      for (int k = 1; k < centres.length; k++) {
        double distance = square(places.get(i), centres[k]);
        if (distance < least) {
          least = distance;
          nearest = k;
        }
      }
      changed |= clusters[i] != nearest;
      clusters[i] = nearest;
    }
    return changed;
  }

  /** A cluster that lost all its places stays where it was. */
  private void move() {
    double[] x = new double[centres.length];
    double[] y = new double[centres.length];
    int[] counts = new int[centres.length];
    for (int i = 0; i < clusters.length; i++) {
      x[clusters[i]] += places.get(i).x;
      y[clusters[i]] += places.get(i).y;
      counts[clusters[i]]++;
    }
    for (int k = 0; k < centres.length; k++) {
      if (counts[k] > 0) {
        centres[k] = new Coordinate(x[k] / counts[k], y[k] / counts[k]);
      }
    }
  }
}
