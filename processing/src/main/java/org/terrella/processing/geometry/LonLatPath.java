package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.abs;
import static org.terrella.exact.ExactMath.cos;
import static org.terrella.exact.ExactMath.max;
import static org.terrella.exact.ExactMath.min;
import static org.terrella.exact.ExactMath.sin;
import static org.terrella.exact.ExactMath.sqrt;
import static org.terrella.exact.ExactMath.toRadians;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Paths in degrees, whose segments are straight in longitude and latitude. */
final class LonLatPath {
  private static final double METERS_PER_DEGREE = 111_195;

  private LonLatPath() {}

  /** Rough length of a segment in metres. */
  static double length(Coordinate a, Coordinate b) {
    double east = (b.x - a.x) * cos(toRadians((a.y + b.y) / 2));
    double north = b.y - a.y;
    return sqrt(east * east + north * north) * METERS_PER_DEGREE;
  }

  /** Whether a segment is no real boundary but where a map was cut: along ±180° or at a pole. */
  static boolean isCut(Coordinate a, Coordinate b) {
    boolean meridian = a.x == b.x && abs(abs(a.x) - 180) < 1e-7;
    boolean pole = a.y == b.y && abs(a.y) > 90 - 1e-7;
    return meridian || pole;
  }

  /**
   * How much shorter than at 63° segments must be at a latitude for the same bow: a segment of
   * length s bows from the geodesic by s² tan φ / 8 R. Within 100 km of a pole no shorter still.
   */
  static double shortening(double latitude) {
    double radians = toRadians(min(89, abs(latitude)));
    return min(1, sqrt(2 * cos(radians) / sin(max(radians, 0.01))));
  }

  /**
   * The path with points added so that no segment is longer than {@code meters}, less near the
   * poles by {@link #shortening}.
   */
  static List<Coordinate> densified(Coordinate[] path, double meters) {
    List<Coordinate> result = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      if (i > 0) {
        addBetween(path[i - 1], path[i], meters, result);
      }
      result.add(path[i]);
    }
    return result;
  }

  private static void addBetween(
      Coordinate a, Coordinate b, double meters, List<Coordinate> result) {
    double longest = meters * shortening(max(abs(a.y), abs(b.y)));
    int pieces = (int) Math.ceil(length(a, b) / longest);
    for (int k = 1; k < pieces; k++) {
      double t = (double) k / pieces;
      result.add(new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)));
    }
  }

  /**
   * The path in pieces of about {@code meters}, consecutive ones sharing a point.
   *
   * @param ofArea whether the path bounds an area, so that cuts are left out
   */
  static List<Coordinate[]> chunks(List<Coordinate> path, double meters, boolean ofArea) {
    List<Coordinate[]> chunks = new ArrayList<>();
    List<Coordinate> chunk = new ArrayList<>();
    double length = 0;
    for (int i = 1; i < path.size(); i++) {
      Coordinate a = path.get(i - 1);
      Coordinate b = path.get(i);
      if (ofArea && isCut(a, b)) {
        length = close(chunk, chunks);
        continue;
      }
      if (chunk.isEmpty()) {
        chunk.add(a);
      }
      chunk.add(b);
      length += length(a, b);
      if (length >= meters) {
        length = close(chunk, chunks);
      }
    }
    close(chunk, chunks);
    return chunks;
  }

  private static double close(List<Coordinate> chunk, List<Coordinate[]> chunks) {
    if (!chunk.isEmpty()) {
      chunks.add(chunk.toArray(new Coordinate[0]));
      chunk.clear();
    }
    return 0;
  }
}
