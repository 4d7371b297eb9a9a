package org.locationtech.jts.geomgraph;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The edges of a graph, and which of them runs through the same points as a given one, in either
 * direction. Written anew for Terrella with the interface that JTS gave it: JTS keeps the edges in
 * a tree and compares them point by point at every level; this looks them up by a hash of their
 * ends.
 */
public class EdgeList {
  private static final int FIRST = 16;

  private final List<Edge> edges = new ArrayList<>();

  /** By hash, 1 + the edge that was added last; 0 where there is none. */
  private int[] heads = new int[2 * FIRST];

  /** For each edge, 1 + the edge of the same slot that was added before it. */
  private int[] older = new int[FIRST];

  private int[] hashes = new int[FIRST];

  /** Adds an edge; from now on it is the one found for its points. */
  public void add(Edge edge) {
    int index = edges.size();
    if (index == older.length) {
      grow();
    }
    edges.add(edge);
    hashes[index] = hash(edge.getCoordinates());
    chain(index);
  }

  /** Adds all, in their order. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  public void addAll(Collection added) {
    for (Edge edge : (Collection<Edge>) added) {
      add(edge);
    }
  }

  /** All edges in the order in which they were added. */
  @SuppressWarnings("rawtypes")
  public List getEdges() {
    return edges;
  }

  /** The edge with the same points as {@code edge}, forward or backward, or null. */
  public Edge findEqualEdge(Edge edge) {
    Coordinate[] points = edge.getCoordinates();
    int hash = hash(points);
    for (int next = heads[hash & (heads.length - 1)]; next != 0; next = older[next - 1]) {
      if (hashes[next - 1] == hash) {
        Edge candidate = edges.get(next - 1);
        if (same(points, candidate.getCoordinates())) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** Through the edges in the order in which they were added. */
  @SuppressWarnings("rawtypes")
  public Iterator iterator() {
    return edges.iterator();
  }

  /** The edge that was added as number {@code index}. */
  public Edge get(int index) {
    return edges.get(index);
  }

  /** The number of the first edge that equals {@code edge}, or -1. */
  public int findEdgeIndex(Edge edge) {
    return edges.indexOf(edge);
  }

  /** The edges as a multilinestring in WKT, for debugging. */
  public void print(PrintStream out) {
    out.print("MULTILINESTRING (");
    for (int i = 0; i < edges.size(); i++) {
      if (i > 0) {
        out.print(", ");
      }
      out.print("(");
      Coordinate[] points = edges.get(i).getCoordinates();
      for (int k = 0; k < points.length; k++) {
        out.print((k > 0 ? ", " : "") + points[k].x + " " + points[k].y);
      }
      out.print(")");
    }
    out.print(")");
  }

  private void chain(int index) {
    int slot = hashes[index] & (heads.length - 1);
    older[index] = heads[slot];
    heads[slot] = index + 1;
  }

  private void grow() {
    int capacity = 2 * older.length;
    older = Arrays.copyOf(older, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    heads = new int[2 * capacity];
    for (int i = 0; i < edges.size(); i++) {
      chain(i);
    }
  }

  /** The same for both directions. */
  private static int hash(Coordinate[] points) {
    int last = points.length - 1;
    int hash = points.length + hash(points[0]) + hash(points[last]);
    if (last > 1) {
      hash += 31 * (hash(points[1]) + hash(points[last - 1]));
    }
    return hash ^ hash >>> 16;
  }

  private static int hash(Coordinate point) {
    // Adding 0 makes one zero of the two, which are equal as coordinates.
    long x = Double.doubleToRawLongBits(point.x + 0.0);
    long y = Double.doubleToRawLongBits(point.y + 0.0);
    long mixed = (x * 31 + y) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private static boolean same(Coordinate[] a, Coordinate[] b) {
    int length = a.length;
    if (length != b.length) {
      return false;
    }
    boolean forward = true;
    boolean backward = true;
    for (int i = 0; i < length && (forward || backward); i++) {
      forward = forward && a[i].equals2D(b[i]);
      backward = backward && a[i].equals2D(b[length - 1 - i]);
    }
    return forward || backward;
  }
}
