package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrella.exact.ExactMath;

/**
 * Chaikin's cutting of corners, as QGIS does it: each corner gives way to two points, at a share of
 * the segments that meet there. Ends of lines stay.
 *
 * @param offset the share, from 0 to 0.5
 * @param maxTurn corners that turn by more, in radians, stay
 */
public record Smoothing(double offset, double maxTurn) {
  /** The line, or the ring whose last vertex is its first, after one cut of all corners. */
  public Coordinate[] of(Coordinate[] vertices, boolean ring) {
    int last = vertices.length - 2;
    if (last < 0) {
      return vertices;
    }
    List<Coordinate> smooth = new ArrayList<>();
    boolean keepFirst = ring && isSharp(vertices[last], vertices[0], vertices[1]);
    for (int i = 0; i <= last; i++) {
      Coordinate from = vertices[i];
      Coordinate to = vertices[i + 1];
      boolean keepLast =
          i < last ? isSharp(from, to, vertices[i + 2]) : ring && isSharp(from, to, vertices[1]);
      if (i == 0 && (!ring || keepFirst)) {
        smooth.add(from);
      } else if (!keepFirst) {
        smooth.add(Sequences.between(from, to, offset));
      }
      boolean end = i == last && !ring;
      smooth.add(keepLast || end ? to : Sequences.between(from, to, 1 - offset));
      keepFirst = keepLast;
    }
    if (ring && !smooth.get(0).equals2D(smooth.get(smooth.size() - 1))) {
      smooth.add(smooth.get(0).copy());
    }
    return smooth.toArray(new Coordinate[0]);
  }

  private boolean isSharp(Coordinate before, Coordinate at, Coordinate after) {
    double in = ExactMath.atan2(before.y - at.y, before.x - at.x);
    double out = ExactMath.atan2(after.y - at.y, after.x - at.x);
    double between = in - out;
    between = between < 0 ? between + 2 * ExactMath.PI : between;
    return ExactMath.abs(ExactMath.PI - between) > maxTurn;
  }
}
