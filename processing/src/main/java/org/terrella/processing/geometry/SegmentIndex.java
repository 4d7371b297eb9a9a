package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.terrella.processing.feature.FeatureTable;

/** The segments of lines and rings, found by place. */
public final class SegmentIndex {
  private final List<Segment> segments = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private STRtree tree = new STRtree();
  private int lines;
  private boolean built;

  /**
   * A straight piece of a line or ring.
   *
   * @param number counted over the index
   * @param row the feature that it belongs to
   * @param line counts the lines and rings of the index
   */
  public record Segment(int number, int row, int line, Coordinate from, Coordinate to) {
    public Envelope envelope() {
      return new Envelope(from, to);
    }

    /** Where on the segment, from 0 to 1, the nearest point to {@code place} lies. */
    public double nearest(Coordinate place) {
      double dx = to.x - from.x;
      double dy = to.y - from.y;
      double square = dx * dx + dy * dy;
      double share = square == 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy) / square;
      return Math.max(0, Math.min(1, share));
    }

    /** The point of the segment that is nearest to {@code place}. */
    public Coordinate nearestPoint(Coordinate place) {
      double share = nearest(place);
      return share == 0 ? from : share == 1 ? to : Sequences.between(from, to, share);
    }
  }

  /** An index to be filled by {@link #add}. */
  public SegmentIndex() {}

  /** The segments of all features of a table. */
  public SegmentIndex(FeatureTable table) {
    for (int row = 0; row < table.size(); row++) {
      Geometry geometry = JtsGeometries.of(table.geometry(), row);
      if (geometry != null) {
        add(row, geometry);
      }
    }
  }

  /** Adds the lines and rings of a geometry; not after the first question. */
  public void add(int row, Geometry geometry) {
    add(row, geometry, null);
  }

  /** As {@link #add(int, Geometry)}, of segments that meet a window only; null for all. */
  void add(int row, Geometry geometry, Envelope window) {
    for (LinePath path : LinePath.of(geometry)) {
      Coordinate[] vertices = path.vertices();
      for (int i = 1; i < vertices.length; i++) {
        if (window != null && !window.intersects(vertices[i - 1], vertices[i])) {
          continue;
        }
        Segment segment = new Segment(segments.size(), row, lines, vertices[i - 1], vertices[i]);
        segments.add(segment);
        tree.insert(segment.envelope(), segment);
        extent.expandToInclude(segment.envelope());
      }
      lines++;
    }
  }

  public List<Segment> all() {
    return segments;
  }

  /** The segments whose envelopes meet another, in the order of their numbers. */
  public List<Segment> near(Envelope envelope) {
    if (!built) {
      tree.build();
      built = true;
    }
    List<Segment> found = new ArrayList<>();
    tree.query(envelope, segment -> found.add((Segment) segment));
    found.sort(Comparator.comparingInt(Segment::number));
    return found;
  }

  /** The nearest segment, of several the first; null in an empty index. */
  public Segment nearest(Coordinate place) {
    if (segments.isEmpty()) {
      return null;
    }
    double reach = extent.getDiameter() / (1 + Math.sqrt(segments.size()));
    double farthest = extent.getDiameter() + extent.distance(new Envelope(place));
    while (true) {
      Segment best = nearestWithin(place, reach);
      if (best != null || reach > farthest) {
        return best == null ? segments.get(0) : best;
      }
      reach = Math.max(reach * 2, Double.MIN_NORMAL);
    }
  }

  /** The nearest segment no farther than a distance, of several the first; null for none. */
  public Segment nearestWithin(Coordinate place, double distance) {
    Envelope window = new Envelope(place);
    window.expandBy(distance);
    Segment best = null;
    double least = distance;
    for (Segment segment : near(window)) {
      double away = segment.nearestPoint(place).distance(place);
      if (away < least || best == null && away == least) {
        best = segment;
        least = away;
      }
    }
    return best;
  }
}
