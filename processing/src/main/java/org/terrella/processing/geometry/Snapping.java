package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrella.processing.geometry.SegmentIndex.Segment;

/** Moves the vertices of a geometry onto others that are near, in the steps of QGIS's snapper. */
public final class Snapping {
  /** What is moved, and onto what. */
  public enum Mode {
    NODES,
    CLOSEST,
    NODES_ONLY_MOVING,
    CLOSEST_ONLY_MOVING,
    ENDS_TO_NODES,
    ENDS_TO_CLOSEST,
    ENDS_TO_ENDS;

    private boolean inserts() {
      return this == NODES || this == CLOSEST;
    }

    private boolean endsOnly() {
      return this == ENDS_TO_NODES || this == ENDS_TO_CLOSEST || this == ENDS_TO_ENDS;
    }

    private boolean closest() {
      return this == CLOSEST || this == CLOSEST_ONLY_MOVING || this == ENDS_TO_CLOSEST;
    }
  }

  private static final int FREE = 0;
  private static final int ON_SEGMENT = 1;
  private static final int ON_NODE = 2;

  private final double tolerance;
  private final Mode mode;
  private final List<Coordinate> nodes = new ArrayList<>();
  private final BoxedPlaces placed;
  private final SegmentIndex segments = new SegmentIndex();

  private Snapping(double tolerance, Mode mode) {
    this.tolerance = tolerance;
    this.mode = mode;
    placed = new BoxedPlaces(tolerance);
  }

  /** The geometry with its vertices on others; null when it collapses. */
  public static Geometry of(
      Geometry subject, List<Geometry> references, double tolerance, Mode mode) {
    Envelope window = subject.getEnvelopeInternal();
    window.expandBy(tolerance);
    Snapping snapping = new Snapping(tolerance, mode);
    for (Geometry reference : references) {
      snapping.add(reference, window);
    }
    return Sequences.map(subject, snapping::snapped);
  }

  private void add(Geometry reference, Envelope window) {
    for (Geometry part : PartList.of(reference)) {
      Coordinate[] vertices = part.getCoordinates();
      boolean ends = mode == Mode.ENDS_TO_ENDS && part instanceof LineString;
      for (int i = 0; i < vertices.length; i++) {
        boolean counts = !ends || i == 0 || i == vertices.length - 1;
        if (counts && window.contains(vertices[i])) {
          placed.add(vertices[i], nodes.size());
          nodes.add(vertices[i]);
        }
      }
      if (mode != Mode.ENDS_TO_ENDS) {
        segments.add(0, part, window);
      }
    }
  }

  private Coordinate nearestNode(Coordinate place) {
    Coordinate best = null;
    double least = tolerance;
    for (int number : placed.near(place)) {
      Coordinate node = nodes.get(number);
      double distance = node.distance(place);
      if (distance < least || best == null && distance == least) {
        best = node;
        least = distance;
      }
    }
    return best;
  }

  private Coordinate[] snapped(Coordinate[] vertices, boolean ring) {
    int count = ring ? vertices.length - 1 : vertices.length;
    List<Coordinate> line = new ArrayList<>();
    List<Integer> states = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean end = !ring && (i == 0 || i == count - 1);
      if (mode.endsOnly() && !end) {
        line.add(vertices[i]);
        states.add(FREE);
        continue;
      }
      snap(vertices[i], line, states);
    }
    if (vertices.length > 1 && mode.inserts()) {
      insert(line, states, ring);
      straighten(line, states, ring);
    }
    return finished(line, ring);
  }

  private void snap(Coordinate vertex, List<Coordinate> line, List<Integer> states) {
    Coordinate node = nearestNode(vertex);
    Segment segment = segments.nearestWithin(vertex, tolerance);
    Coordinate foot = segment == null ? null : segment.nearestPoint(vertex);
    boolean toNode =
        node != null
            && (foot == null || !mode.closest() || node.distance(vertex) < foot.distance(vertex));
    Coordinate target = toNode ? node : foot;
    line.add(target == null ? vertex : moved(vertex, target));
    states.add(target == null ? FREE : toNode ? ON_NODE : ON_SEGMENT);
  }

  private static Coordinate moved(Coordinate vertex, Coordinate to) {
    return Sequences.at(to.x, to.y, vertex.getZ(), Sequences.measure(vertex));
  }

  /** Adds the nodes that lie near a segment to which no vertex came. */
  private void insert(List<Coordinate> line, List<Integer> states, boolean ring) {
    SegmentIndex before = new SegmentIndex();
    List<Coordinate> moved = new ArrayList<>(line);
    if (ring) {
      moved.add(line.get(0));
    }
    before.add(0, JtsGeometries.FACTORY.createLineString(moved.toArray(new Coordinate[0])));
    BoxedPlaces vertices = new BoxedPlaces(tolerance);
    for (int i = 0; i < moved.size(); i++) {
      vertices.add(moved.get(i), i);
    }
    for (Coordinate node : nodes) {
      if (before.nearestWithin(node, tolerance) == null || contains(moved, vertices, node)) {
        continue;
      }
      int best = -1;
      double least = tolerance;
      Segment found = null;
      int count = ring ? line.size() : line.size() - 1;
      for (int i = 0; i < count; i++) {
        Segment own = new Segment(i, 0, 0, line.get(i), line.get((i + 1) % line.size()));
        double distance = own.nearestPoint(node).distance(node);
        if (distance < least || best < 0 && distance == least) {
          best = i;
          least = distance;
          found = own;
        }
      }
      if (best < 0) {
        continue;
      }
      Coordinate foot = found.nearestPoint(node);
      Segment other = segments.nearestWithin(foot, least);
      boolean closer = other != null && other.nearestPoint(foot).distance(foot) < least;
      if (!closer) {
        vertices.add(node, moved.size());
        moved.add(node);
        line.add(best + 1, moved(foot, node));
        states.add(best + 1, ON_NODE);
      }
    }
  }

  private static boolean contains(List<Coordinate> line, BoxedPlaces vertices, Coordinate place) {
    for (int number : vertices.near(place)) {
      if (line.get(number).distance(place) < 1e-8) {
        return true;
      }
    }
    return false;
  }

  /** Drops vertices on segments that lie straight between two that are on something, too. */
  private static void straighten(List<Coordinate> line, List<Integer> states, boolean ring) {
    int least = ring ? 3 : 2;
    for (int i = 0; i < line.size() && line.size() > least; i++) {
      boolean end = !ring && (i == 0 || i == line.size() - 1);
      int before = (i + line.size() - 1) % line.size();
      int after = (i + 1) % line.size();
      boolean between = states.get(before) != FREE && states.get(after) != FREE;
      if (end || states.get(i) != ON_SEGMENT || !between) {
        continue;
      }
      Segment straight = new Segment(0, 0, 0, line.get(before), line.get(after));
      if (straight.nearestPoint(line.get(i)).distance(line.get(i)) < 1e-6) {
        line.remove(i);
        states.remove(i);
        i--;
      }
    }
  }

  /** Without vertices that came to lie on the one before. */
  static Coordinate[] finished(List<Coordinate> line, boolean ring) {
    List<Coordinate> kept = new ArrayList<>();
    for (Coordinate vertex : line) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(vertex)) {
        kept.add(vertex);
      }
    }
    if (ring && kept.size() > 1 && !kept.get(0).equals2D(kept.get(kept.size() - 1))) {
      kept.add(kept.get(0).copy());
    }
    Coordinate[] result = kept.toArray(new Coordinate[0]);
    return line.size() == 2 && result.length == 1 ? Arrays.copyOf(result, 0) : result;
  }
}
