package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Draws the vertices of a layer together, as GRASS's v.clean and QGIS do: a vertex is an anchor
 * unless an earlier one is near, all others move to the nearest anchor, and segments get a vertex
 * at each anchor that they pass.
 */
public final class AnchorSnapping {
  private final double tolerance;
  private final Map<Long, List<Coordinate>> cells = new HashMap<>();

  private record Along(double share, Coordinate anchor) {}

  /** A snapping of all these geometries, among which may be nulls. */
  public AnchorSnapping(List<Geometry> geometries, double tolerance) {
    this.tolerance = tolerance;
    for (Geometry geometry : geometries) {
      Coordinate[] vertices = geometry == null ? new Coordinate[0] : geometry.getCoordinates();
      for (Coordinate vertex : vertices) {
        if (nearest(vertex) == null) {
          cells.computeIfAbsent(cell(vertex.x, vertex.y), key -> new ArrayList<>()).add(vertex);
        }
      }
    }
  }

  private long cell(double x, double y) {
    return key((long) Math.floor(x / tolerance), (long) Math.floor(y / tolerance));
  }

  /** Cells far apart may share a key, which costs time only. */
  private static long key(long column, long row) {
    return column * 0x1F123BB5L + row;
  }

  private Coordinate nearest(Coordinate place) {
    Coordinate best = null;
    double least = tolerance;
    for (Coordinate anchor : near(new Envelope(place))) {
      double distance = anchor.distance(place);
      if (distance < least || best == null && distance == least) {
        best = anchor;
        least = distance;
      }
    }
    return best;
  }

  private List<Coordinate> near(Envelope box) {
    long left = (long) Math.floor(box.getMinX() / tolerance) - 1;
    long right = (long) Math.floor(box.getMaxX() / tolerance) + 1;
    long low = (long) Math.floor(box.getMinY() / tolerance) - 1;
    long high = (long) Math.floor(box.getMaxY() / tolerance) + 1;
    List<Coordinate> found = new ArrayList<>();
    if ((double) (right - left) * (high - low) > 4.0 * cells.size() + 16) {
      // A long segment passes more cells than there are.
      cells.values().forEach(found::addAll);
      found.sort(null);
      return found;
    }
    for (long column = left; column <= right; column++) {
      for (long row = low; row <= high; row++) {
        found.addAll(cells.getOrDefault(key(column, row), List.of()));
      }
    }
    return found;
  }

  /** A geometry with its vertices at anchors; null when it collapses. */
  public Geometry of(Geometry geometry) {
    return Sequences.map(geometry, this::snapped);
  }

  private Coordinate[] snapped(Coordinate[] vertices, boolean ring) {
    List<Coordinate> line = new ArrayList<>();
    for (int i = 0; i < vertices.length; i++) {
      Coordinate to = moved(vertices[i], nearest(vertices[i]));
      if (i > 0) {
        line.addAll(passed(line.get(line.size() - 1), to));
      }
      line.add(to);
    }
    if (ring) {
      line.remove(line.size() - 1);
    }
    return Snapping.finished(line, ring);
  }

  private static Coordinate moved(Coordinate vertex, Coordinate anchor) {
    return anchor == null
        ? vertex
        : Sequences.at(anchor.x, anchor.y, vertex.getZ(), Sequences.measure(vertex));
  }

  private List<Coordinate> passed(Coordinate from, Coordinate to) {
    if (from.equals2D(to)) {
      return List.of();
    }
    SegmentIndex.Segment segment = new SegmentIndex.Segment(0, 0, 0, from, to);
    List<Along> passed = new ArrayList<>();
    for (Coordinate anchor : near(segment.envelope())) {
      double share = segment.nearest(anchor);
      boolean end = anchor.equals2D(from) || anchor.equals2D(to) || share == 0 || share == 1;
      if (!end && segment.nearestPoint(anchor).distance(anchor) <= tolerance) {
        passed.add(new Along(share, moved(Sequences.between(from, to, share), anchor)));
      }
    }
    passed.sort(Comparator.comparingDouble(Along::share).thenComparing(Along::anchor));
    return Arrays.asList(passed.stream().map(Along::anchor).toArray(Coordinate[]::new));
  }
}
