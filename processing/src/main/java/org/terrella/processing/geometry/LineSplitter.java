package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.terrella.processing.geometry.SegmentIndex.Segment;

/** Splits lines where they meet others, and polygons along lines. */
public final class LineSplitter {
  private final SegmentIndex splitters;

  /** A place where a line is cut: after {@code segment} whole segments and a share of the next. */
  private record Cut(int segment, double share, Coordinate place, int by) {}

  public LineSplitter(SegmentIndex splitters) {
    this.splitters = splitters;
  }

  /**
   * The pieces of a line, in its order. A splitter that runs along the line somewhere does not
   * split it, as in QGIS; so a line is not split by itself.
   */
  public List<Geometry> split(LineString line) {
    Coordinate[] vertices = line.getCoordinates();
    List<Cut> cuts = cuts(vertices);
    if (cuts.isEmpty()) {
      return List.of(line);
    }
    List<Geometry> pieces = new ArrayList<>();
    List<Coordinate> piece = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < vertices.length; i++) {
      if (piece.size() != 1 || !piece.get(0).equals2D(vertices[i])) {
        piece.add(vertices[i]);
      }
      for (; next < cuts.size() && cuts.get(next).segment == i; next++) {
        Coordinate place = cuts.get(next).place;
        if (!place.equals2D(piece.get(piece.size() - 1))) {
          piece.add(place);
        }
        if (piece.size() > 1) {
          pieces.add(line(piece));
          piece.clear();
          piece.add(place);
        }
      }
    }
    if (piece.size() > 1) {
      pieces.add(line(piece));
    }
    return pieces;
  }

  private static LineString line(List<Coordinate> vertices) {
    return JtsGeometries.FACTORY.createLineString(vertices.toArray(new Coordinate[0]));
  }

  private List<Cut> cuts(Coordinate[] vertices) {
    List<Cut> cuts = new ArrayList<>();
    Set<Integer> along = new HashSet<>();
    LineIntersector crossing = new RobustLineIntersector();
    for (int i = 1; i < vertices.length; i++) {
      Coordinate from = vertices[i - 1];
      Coordinate to = vertices[i];
      for (Segment other : splitters.near(new Envelope(from, to))) {
        crossing.computeIntersection(from, to, other.from(), other.to());
        if (crossing.getIntersectionNum() > 1) {
          along.add(other.line());
        } else if (crossing.hasIntersection()) {
          cuts.add(cut(i - 1, from, to, crossing.getIntersection(0), other.line()));
        }
      }
    }
    cuts.removeIf(cut -> along.contains(cut.by));
    cuts.sort(Comparator.comparingInt(Cut::segment).thenComparingDouble(Cut::share));
    return cuts;
  }

  private static Cut cut(int segment, Coordinate from, Coordinate to, Coordinate place, int by) {
    double length = from.distance(to);
    double share = length == 0 ? 0 : from.distance(place) / length;
    Coordinate own = Sequences.between(from, to, share);
    Coordinate at = Sequences.at(place.x, place.y, own.getZ(), Sequences.measure(own));
    if (place.equals2D(from)) {
      at = from;
    } else if (place.equals2D(to)) {
      at = to;
    }
    return new Cut(segment, share, at, by);
  }

  /** The pieces of a polygon, from left to right; the polygon itself where no line divides it. */
  public List<Geometry> split(Polygon polygon) {
    List<Geometry> lines = new ArrayList<>();
    for (Segment segment : splitters.near(polygon.getEnvelopeInternal())) {
      lines.add(
          JtsGeometries.FACTORY.createLineString(new Coordinate[] {segment.from(), segment.to()}));
    }
    if (lines.isEmpty()) {
      return List.of(polygon);
    }
    Geometry all = JtsGeometries.FACTORY.buildGeometry(lines);
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.overlay(polygon.getBoundary(), all, OverlayNG.UNION));
    List<Geometry> pieces = new ArrayList<>();
    for (Object area : polygonizer.getPolygons()) {
      Polygon piece = (Polygon) area;
      if (polygon.contains(piece.getInteriorPoint())) {
        pieces.add(piece.norm());
      }
    }
    // The polygonizer's order differs from run to run.
    pieces.sort(null);
    return pieces.size() < 2 ? List.of(polygon) : pieces;
  }
}
