package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Overlays of areas in general position: of every boundary those pieces that lie in no other area,
 * or in the other one, put together where they meet. All crossings are found at once, and each
 * piece is decided by counting how many areas its ring has gone into; nothing else is ever built.
 */
final class OutlineOverlay {
  private static final int WORTH_AN_INDEX = 100;

  private final List<? extends Geometry> areas;
  private final Wanted wanted;
  private final RingSet rings;
  private final EdgeCrossings crossings;
  private final PointOnGeometryLocator[] locators;
  private final STRtree index;

  /** The piece that begins at a crossing; -1 for none. */
  private final int[] pieceAt;

  // Of each piece: the edge on which it begins, how many vertices it has, its ring, where it ends.
  private int[] pieceBegin = new int[64];
  private int[] pieceVertices = new int[64];
  private int[] pieceRing = new int[64];
  private int[] pieceFrom = new int[64];
  private int[] pieceEnd = new int[64];
  private int pieces;
  private final List<Coordinate[]> outlines = new ArrayList<>();

  /** What is wanted; all but unions are of two areas. */
  enum Wanted {
    UNION,
    INTERSECTION,
    /** What the first has without the second. */
    DIFFERENCE
  }

  private OutlineOverlay(List<? extends Geometry> areas, Wanted wanted) {
    this.areas = areas;
    this.wanted = wanted;
    rings = new RingSet(areas, wanted == Wanted.DIFFERENCE ? 1 : -1);
    crossings = new EdgeCrossings(rings, areas.size());
    locators = new PointOnGeometryLocator[areas.size()];
    index = areas.size() > 2 ? new STRtree() : null;
    pieceAt = new int[crossings.size()];
    Arrays.fill(pieceAt, -1);
  }

  /**
   * What the union has as polygons, in the order of the areas that their outlines begin with.
   *
   * @param areas valid polygons and multipolygons that are not empty
   * @param close gets those that come so close to others that they have to be united otherwise;
   *     with any of these the result is null
   */
  static List<Polygon> union(List<? extends Geometry> areas, boolean[] close) {
    return of(areas, Wanted.UNION, close);
  }

  /** An overlay of two areas; null when they come too close to each other. */
  static List<Polygon> of(Geometry one, Geometry other, Wanted wanted) {
    return of(List.of(one, other), wanted, new boolean[2]);
  }

  private static List<Polygon> of(List<? extends Geometry> areas, Wanted wanted, boolean[] close) {
    OutlineOverlay overlay = new OutlineOverlay(areas, wanted);
    System.arraycopy(overlay.crossings.close, 0, close, 0, close.length);
    for (boolean any : close) {
      if (any) {
        return null;
      }
    }
    try {
      return overlay.traced();
    } catch (Unclosed e) {
      // Areas that are not valid: other ways of uniting them say what is wrong.
      Arrays.fill(close, true);
      return null;
    }
  }

  /** Whether a piece of a boundary is wanted that so many other areas cover. */
  private boolean wants(int area, int depth) {
    return switch (wanted) {
      case UNION -> depth == 0;
      case INTERSECTION -> depth == 1;
      case DIFFERENCE -> depth == area;
    };
  }

  private boolean enters(int sided, int area) {
    return crossings.entersLeft(sided) != (wanted == Wanted.DIFFERENCE && area == 0);
  }

  /** Says that the boundaries are none of valid polygons. */
  static final class Unclosed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private List<Polygon> traced() {
    for (int i = 0; index != null && i < areas.size(); i++) {
      index.insert(areas.get(i).getEnvelopeInternal(), i);
    }
    for (int ring = 0; ring < rings.rings(); ring++) {
      walk(ring);
    }
    link();
    return RingNesting.polygons(outlines);
  }

  /** Collects the wanted pieces of a ring. */
  private void walk(int ring) {
    int begin = rings.begin[ring];
    int end = rings.begin[ring + 1] - 1;
    int area = rings.owner[ring];
    int depth = depth(ring);
    boolean wantedAtFirst = wants(area, depth);
    boolean in = wantedAtFirst;
    int from = -1;
    int firstPiece = -1;
    int fromEdge = begin;
    for (int edge = begin; edge < end; edge++) {
      for (int i = crossings.begin(edge); i < crossings.end(edge); i++) {
        int sided = crossings.at(i);
        depth += enters(sided, area) ? 1 : -1;
        boolean still = wants(area, depth);
        if (in && !still) {
          int piece = add(ring, from, fromEdge, edge - fromEdge, sided >> 1);
          firstPiece = from < 0 ? piece : firstPiece;
        } else if (still && !in) {
          from = sided >> 1;
          fromEdge = edge;
        }
        in = still;
      }
    }
    if (in != wantedAtFirst) {
      throw new Unclosed();
    }
    if (in && firstPiece < 0) {
      outlines.add(whole(begin, end));
    } else if (in) {
      // What came last goes on as what came first.
      pieceFrom[firstPiece] = from;
      pieceVertices[firstPiece] += end - fromEdge;
      pieceBegin[firstPiece] = fromEdge;
      pieceAt[from] = firstPiece;
    }
  }

  private Coordinate[] whole(int begin, int end) {
    Coordinate[] outline = new Coordinate[end - begin + 1];
    for (int i = begin; i <= end; i++) {
      outline[i - begin] = new Coordinate(rings.x[i], rings.y[i]);
    }
    return outline;
  }

  /**
   * Adds a piece.
   *
   * @param from the crossing where it begins, -1 when that comes later
   * @param edge the edge of that
   * @param vertices how many vertices of the ring are behind it
   */
  private int add(int ring, int from, int edge, int vertices, int end) {
    if (pieces == pieceBegin.length) {
      int size = pieces * 2;
      pieceBegin = Arrays.copyOf(pieceBegin, size);
      pieceVertices = Arrays.copyOf(pieceVertices, size);
      pieceRing = Arrays.copyOf(pieceRing, size);
      pieceFrom = Arrays.copyOf(pieceFrom, size);
      pieceEnd = Arrays.copyOf(pieceEnd, size);
    }
    pieceRing[pieces] = ring;
    pieceFrom[pieces] = from;
    pieceBegin[pieces] = edge;
    pieceVertices[pieces] = vertices;
    pieceEnd[pieces] = end;
    if (from >= 0) {
      pieceAt[from] = pieces;
    }
    return pieces++;
  }

  /** How many other areas a ring begins in. */
  private int depth(int ring) {
    int self = rings.owner[ring];
    Coordinate start = new Coordinate(rings.x[rings.begin[ring]], rings.y[rings.begin[ring]]);
    if (index == null) {
      return contains(1 - self, start) ? 1 : 0;
    }
    int[] depth = {0};
    index.query(
        new Envelope(start),
        item -> {
          int other = (Integer) item;
          if (other != self && contains(other, start)) {
            depth[0]++;
          }
        });
    return depth[0];
  }

  private boolean contains(int area, Coordinate place) {
    Geometry geometry = areas.get(area);
    if (!geometry.getEnvelopeInternal().contains(place)) {
      return false;
    }
    if (locators[area] == null) {
      locators[area] =
          geometry.getNumPoints() > WORTH_AN_INDEX
              ? new IndexedPointInAreaLocator(geometry)
              : new SimplePointInAreaLocator(geometry);
    }
    return locators[area].locate(place) == Location.INTERIOR;
  }

  /** Follows pieces from crossing to crossing until they close. */
  private void link() {
    boolean[] used = new boolean[pieces];
    for (int first = 0; first < pieces; first++) {
      if (used[first]) {
        continue;
      }
      List<Coordinate> outline = new ArrayList<>();
      int piece = first;
      do {
        if (piece < 0 || used[piece]) {
          throw new Unclosed();
        }
        used[piece] = true;
        outline.add(crossings.place(pieceFrom[piece]));
        int begin = rings.begin[pieceRing[piece]];
        int size = rings.begin[pieceRing[piece] + 1] - 1 - begin;
        for (int i = 1; i <= pieceVertices[piece]; i++) {
          int at = begin + (pieceBegin[piece] - begin + i) % size;
          outline.add(new Coordinate(rings.x[at], rings.y[at]));
        }
        piece = pieceAt[pieceEnd[piece]];
      } while (piece != first);
      outline.add(outline.get(0).copy());
      outlines.add(outline.toArray(new Coordinate[0]));
    }
  }
}
