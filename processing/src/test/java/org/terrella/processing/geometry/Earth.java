package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Distances on WGS 84 by chords in space, lengthened to arcs: to 0.001 % below 200 km. Unrelated to
 * the projections that are tested with it.
 */
final class Earth {
  private static final double E2 = 0.00669437999014;

  private Earth() {}

  private static double[] inSpace(Coordinate place) {
    double lon = Math.toRadians(place.x);
    double lat = Math.toRadians(place.y);
    double n = 6378137 / Math.sqrt(1 - E2 * Math.sin(lat) * Math.sin(lat));
    return new double[] {
      n * Math.cos(lat) * Math.cos(lon),
      n * Math.cos(lat) * Math.sin(lon),
      n * (1 - E2) * Math.sin(lat)
    };
  }

  static double distance(Coordinate a, Coordinate b) {
    return arc(toLine(inSpace(a), inSpace(b), inSpace(b)));
  }

  private static double arc(double chord) {
    return 2 * 6371000 * Math.asin(chord / (2 * 6371000));
  }

  private static double toLine(double[] p, double[] a, double[] b) {
    double along = 0;
    double length = 0;
    for (int i = 0; i < 3; i++) {
      along += (p[i] - a[i]) * (b[i] - a[i]);
      length += (b[i] - a[i]) * (b[i] - a[i]);
    }
    double t = length == 0 ? 0 : Math.max(0, Math.min(1, along / length));
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double d = p[i] - a[i] - t * (b[i] - a[i]);
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  /** Distances to a boundary in degrees, leaving out where it was cut at ±180° and the poles. */
  static final class Boundary {
    private final List<double[][]> segments = new ArrayList<>();
    private final STRtree index = new STRtree();

    Boundary(Geometry geometry) {
      for (Geometry part : PartList.of(geometry)) {
        for (Geometry line : PartList.of(part.getDimension() == 2 ? part.getBoundary() : part)) {
          Coordinate[] path = line.getCoordinates();
          for (int i = 1; i < path.length; i++) {
            if (!LonLatPath.isCut(path[i - 1], path[i])) {
              List<Coordinate> fine =
                  LonLatPath.densified(new Coordinate[] {path[i - 1], path[i]}, 1000);
              for (int k = 1; k < fine.size(); k++) {
                add(inSpace(fine.get(k - 1)), inSpace(fine.get(k)));
              }
            }
          }
        }
      }
    }

    private void add(double[] a, double[] b) {
      segments.add(new double[][] {a, b});
      index.insert(
          new org.locationtech.jts.geom.Envelope(a[0], b[0], a[1], b[1]), segments.size() - 1);
    }

    double distance(Coordinate place, double within) {
      double[] p = inSpace(place);
      org.locationtech.jts.geom.Envelope near =
          new org.locationtech.jts.geom.Envelope(p[0], p[0], p[1], p[1]);
      near.expandBy(within);
      double[] least = {Double.POSITIVE_INFINITY};
      index.query(
          near,
          i -> {
            double[][] s = segments.get((Integer) i);
            least[0] = Math.min(least[0], toLine(p, s[0], s[1]));
          });
      return arc(least[0]);
    }
  }
}
