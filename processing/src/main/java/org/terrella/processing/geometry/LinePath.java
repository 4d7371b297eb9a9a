package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.ExactMath;

/** A line as a way along which distances are measured, in the plane. */
public final class LinePath {
  private final Coordinate[] vertices;
  private final double[] reached;
  private final boolean ring;

  public LinePath(Coordinate[] vertices) {
    this(vertices, false);
  }

  private LinePath(Coordinate[] vertices, boolean ring) {
    this.vertices = vertices;
    this.ring = ring;
    reached = new double[vertices.length];
    for (int i = 1; i < vertices.length; i++) {
      reached[i] = reached[i - 1] + vertices[i - 1].distance(vertices[i]);
    }
  }

  /** The lines of a geometry, and the rings of its polygons, in order. */
  public static List<LinePath> of(Geometry geometry) {
    List<LinePath> paths = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof LineString line) {
        paths.add(new LinePath(line.getCoordinates()));
      } else if (part instanceof Polygon polygon) {
        paths.add(new LinePath(polygon.getExteriorRing().getCoordinates(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          paths.add(new LinePath(polygon.getInteriorRingN(i).getCoordinates(), true));
        }
      }
    }
    return paths;
  }

  public double length() {
    return reached.length == 0 ? 0 : reached[reached.length - 1];
  }

  public Coordinate[] vertices() {
    return vertices;
  }

  /** The segment on which a distance from 0 to {@link #length} lies; the first of two that meet. */
  private int segment(double distance) {
    int low = 1;
    int high = vertices.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached[middle] < distance) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The point at a distance from the start. */
  public Coordinate at(double distance) {
    int i = segment(distance);
    if (distance <= reached[i]) {
      return vertices[i];
    }
    if (distance >= reached[i + 1]) {
      return vertices[i + 1];
    }
    return Sequences.between(
        vertices[i], vertices[i + 1], (distance - reached[i]) / (reached[i + 1] - reached[i]));
  }

  /**
   * The direction at a distance, in degrees clockwise from north; the mean of two at a vertex. A
   * ring goes on at its start, a closed line does not.
   */
  public double direction(double distance) {
    int i = segment(distance);
    if (distance <= reached[i]) {
      return vertexAngle(i, ring);
    }
    return distance >= reached[i + 1]
        ? vertexAngle(i + 1, ring)
        : ExactMath.toDegrees(direction(vertices[i], vertices[i + 1]));
  }

  /** As {@link #direction(double)}, of a vertex; a closed line goes on at its start. */
  public double vertexAngle(int i) {
    int last = vertices.length - 1;
    return vertexAngle(i, last > 1 && vertices[0].equals2D(vertices[last]));
  }

  private double vertexAngle(int i, boolean closed) {
    int last = vertices.length - 1;
    boolean first = i == 0;
    boolean end = i == last;
    if ((first || end) && !closed) {
      int from = first ? 0 : last - 1;
      return last < 1 ? 0 : ExactMath.toDegrees(direction(vertices[from], vertices[from + 1]));
    }
    double before = direction(vertices[first ? last - 1 : i - 1], vertices[i]);
    double after = direction(vertices[i], vertices[end ? 1 : i + 1]);
    return ExactMath.toDegrees(middle(before, after));
  }

  /** As {@link #azimuth}; between two vertices at the same place it is that to the east. */
  private static double direction(Coordinate from, Coordinate to) {
    return from.equals2D(to) ? ExactMath.PI / 2 : azimuth(from, to);
  }

  private static double middle(double before, double after) {
    double clockwise = after >= before ? after - before : after + (2 * ExactMath.PI - before);
    double other = 2 * ExactMath.PI - clockwise;
    return normal(clockwise <= other ? before + clockwise / 2 : before - other / 2);
  }

  /** Radians clockwise from north, from 0 inclusive to 2 π exclusive. */
  public static double azimuth(Coordinate from, Coordinate to) {
    return normal(ExactMath.atan2(to.x - from.x, to.y - from.y));
  }

  private static double normal(double angle) {
    double turned = angle < 0 ? angle + 2 * ExactMath.PI : angle;
    return turned >= 2 * ExactMath.PI ? turned - 2 * ExactMath.PI : turned;
  }

  /**
   * The way between two distances; nothing when they leave no way.
   *
   * @return at least two vertices, or none
   */
  public Coordinate[] between(double from, double to) {
    double begin = ExactMath.max(from, 0.0);
    double end = ExactMath.min(to, length());
    if (!(begin < end)) {
      return new Coordinate[0];
    }
    List<Coordinate> way = new ArrayList<>();
    way.add(at(begin));
    for (int i = 0; i < vertices.length; i++) {
      if (reached[i] > begin && reached[i] < end) {
        way.add(vertices[i]);
      }
    }
    way.add(at(end));
    return way.toArray(new Coordinate[0]);
  }
}
