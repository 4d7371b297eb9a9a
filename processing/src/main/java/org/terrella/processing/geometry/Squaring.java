package org.terrella.processing.geometry;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.terrella.exact.ExactMath;

/**
 * Makes corners square that are nearly so, and straight those that nearly are: each moves a little
 * along its bisector, all at once, again and again, as in the editors JOSM and iD, from where QGIS
 * has it. Of all states the one with the squarest corners counts.
 */
public final class Squaring {
  private static final double ENOUGH = 1e-8;

  private final double nearlySquare;
  private final double nearlyStraight;
  private final int rounds;

  /**
   * A squaring.
   *
   * @param tolerance in degrees: corners that differ by more from 90° and 180° stay as they are
   */
  public Squaring(double tolerance, int rounds) {
    nearlySquare = ExactMath.cos(ExactMath.toRadians(90 - tolerance));
    nearlyStraight = ExactMath.cos(ExactMath.toRadians(tolerance));
    this.rounds = rounds;
  }

  /** The vertices of a line or ring, moved; the ends of a line that is not closed stay. */
  public Coordinate[] of(Coordinate[] vertices) {
    int last = vertices.length - 1;
    boolean closed = last > 1 && vertices[0].equals2D(vertices[last]);
    Coordinate[] now = vertices;
    Coordinate[] best = vertices;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rounds && least >= ENOUGH && last > 1; i++) {
      now = moved(now, closed);
      double score = score(now, closed);
      if (score < least) {
        least = score;
        best = now;
      }
    }
    return best;
  }

  private static Coordinate before(Coordinate[] line, int i) {
    return line[i == 0 ? line.length - 2 : i - 1];
  }

  private Coordinate[] moved(Coordinate[] line, boolean closed) {
    Coordinate[] moved = Arrays.copyOf(line, line.length);
    for (int i = closed ? 0 : 1; i < line.length - 1; i++) {
      moved[i] = moved(before(line, i), line[i], line[i + 1]);
    }
    if (closed) {
      moved[line.length - 1] = moved[0].copy();
    }
    return moved;
  }

  private Coordinate moved(Coordinate a, Coordinate b, Coordinate c) {
    double before = a.distance(b);
    double after = c.distance(b);
    if (before < 1e-8 || after < 1e-8) {
      return b;
    }
    double px = (a.x - b.x) / before;
    double py = (a.y - b.y) / before;
    double qx = (c.x - b.x) / after;
    double qy = (c.y - b.y) / after;
    double cosine = px * qx + py * qy;
    double x = px + qx;
    double y = py + qy;
    double length = ExactMath.sqrt(x * x + y * y);
    if (!counts(cosine) || length == 0) {
      return b;
    }
    // A corner that is nearly straight is pressed flat.
    double error = cosine < -ExactMath.sqrt(0.5) ? cosine + 1 : cosine;
    double step = 0.2 * error * Math.min(before, after) / length;
    return Sequences.at(b.x + x * step, b.y + y * step, b.getZ(), Sequences.measure(b));
  }

  private boolean counts(double cosine) {
    return Math.abs(cosine) < nearlySquare || Math.abs(cosine) > nearlyStraight;
  }

  private double score(Coordinate[] line, boolean closed) {
    double sum = 0;
    for (int i = closed ? 0 : 1; i < line.length - 1; i++) {
      Coordinate a = before(line, i);
      Coordinate b = line[i];
      Coordinate c = line[i + 1];
      double lengths = a.distance(b) * c.distance(b);
      double cosine = ((a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y)) / lengths;
      if (lengths > 0 && counts(cosine)) {
        double off = Math.min(Math.abs(cosine), Math.abs(cosine + 1));
        sum += 2 * Math.min(Math.abs(cosine - 1), off);
      }
    }
    return sum;
  }
}
