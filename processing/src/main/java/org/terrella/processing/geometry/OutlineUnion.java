package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The union of polygons in general position: of every boundary those pieces that lie in no other
 * polygon, put together where they meet. All crossings are found at once, and each piece is decided
 * by counting how many polygons its ring has gone into; nothing of the inside is ever built.
 */
final class OutlineUnion {
  private static final int WORTH_AN_INDEX = 100;

  private final List<Polygon> polygons;
  private final RingSet rings;
  private final EdgeCrossings crossings;
  private final PointOnGeometryLocator[] locators;
  private final STRtree index = new STRtree();

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

  private OutlineUnion(List<Polygon> polygons) {
    this.polygons = polygons;
    rings = new RingSet(polygons);
    crossings = new EdgeCrossings(rings, polygons.size());
    locators = new PointOnGeometryLocator[polygons.size()];
    pieceAt = new int[crossings.size()];
    Arrays.fill(pieceAt, -1);
  }

  /**
   * What the union has as polygons, in the order of the polygons that their outlines begin with.
   *
   * @param polygons valid ones that are not empty
   * @param close gets those that come so close to others that they have to be united otherwise;
   *     with any of these the result is null
   */
  static List<Polygon> of(List<Polygon> polygons, boolean[] close) {
    OutlineUnion union = new OutlineUnion(polygons);
    System.arraycopy(union.crossings.close, 0, close, 0, close.length);
    for (boolean any : close) {
      if (any) {
        return null;
      }
    }
    try {
      return union.traced();
    } catch (Unclosed e) {
      // Polygons that are not valid: the cascade says what is wrong with them.
      Arrays.fill(close, true);
      return null;
    }
  }

  /** Says that the boundaries are none of valid polygons. */
  static final class Unclosed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private List<Polygon> traced() {
    for (int p = 0; p < polygons.size(); p++) {
      index.insert(polygons.get(p).getEnvelopeInternal(), p);
    }
    for (int ring = 0; ring < rings.rings(); ring++) {
      walk(ring);
    }
    link();
    return RingNesting.polygons(outlines);
  }

  /** Collects the pieces of a ring that no other polygon covers. */
  private void walk(int ring) {
    int begin = rings.begin[ring];
    int end = rings.begin[ring + 1] - 1;
    int depth = depth(ring);
    int from = -1;
    int firstPiece = -1;
    int fromEdge = begin;
    boolean crossed = false;
    boolean outsideAtFirst = depth == 0;
    for (int edge = begin; edge < end; edge++) {
      for (int i = crossings.begin(edge); i < crossings.end(edge); i++) {
        int sided = crossings.at(i);
        int before = depth;
        depth += crossings.enters(sided) ? 1 : -1;
        if (before == 0) {
          int piece = add(ring, from, fromEdge, edge - fromEdge, sided >> 1);
          firstPiece = crossed || !outsideAtFirst ? firstPiece : piece;
          crossed = true;
        } else if (depth == 0) {
          crossed = true;
          from = sided >> 1;
          fromEdge = edge;
        }
      }
    }
    if (depth == 0 && !crossed) {
      outlines.add(whole(begin, end));
    } else if (depth == 0 && outsideAtFirst) {
      // What came last goes on as what came first.
      pieceFrom[firstPiece] = from;
      pieceVertices[firstPiece] += end - fromEdge;
      pieceBegin[firstPiece] = fromEdge;
      pieceAt[from] = firstPiece;
    } else if (depth == 0 || outsideAtFirst) {
      throw new Unclosed();
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

  /** How many other polygons a ring begins in. */
  private int depth(int ring) {
    int self = rings.owner[ring];
    Coordinate start = new Coordinate(rings.x[rings.begin[ring]], rings.y[rings.begin[ring]]);
    int[] depth = {0};
    index.query(
        new Envelope(start),
        item -> {
          int other = (Integer) item;
          if (other != self && locator(other).locate(start) == Location.INTERIOR) {
            depth[0]++;
          }
        });
    return depth[0];
  }

  private PointOnGeometryLocator locator(int polygon) {
    if (locators[polygon] == null) {
      Polygon area = polygons.get(polygon);
      locators[polygon] =
          area.getNumPoints() > WORTH_AN_INDEX
              ? new IndexedPointInAreaLocator(area)
              : new SimplePointInAreaLocator(area);
    }
    return locators[polygon];
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
