package org.terrella.processing.geometry;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where the boundaries of different areas cross. What comes so close that rounding could change it,
 * a vertex to an edge or a crossing to another on the same edge, is not decided here: both areas
 * are {@link #close}.
 */
final class EdgeCrossings {
  /** Edges that are looked for together. */
  private static final int SECTION = 12;

  /** So many sections are compared one by one. */
  private static final int FEW = 48;

  private final RingSet rings;
  private final double margin;

  /** Areas that others come too close to. */
  final boolean[] close;

  private int[] first = new int[64];
  private int[] second = new int[64];
  private double[] alongFirst = new double[64];
  private double[] alongSecond = new double[64];
  private boolean[] firstToLeft = new boolean[64];
  private int count;

  /** Crossings by edge: {@code entry[of[edge]]} to {@code entry[of[edge + 1] - 1]}, in order. */
  private int[] of;

  private int[] entry;
  private int[] ringOfSection;
  private int[] sectionBegin;

  /** Of each section west, south, east, north, with the margin. */
  private double[] bounds;

  EdgeCrossings(RingSet rings, int areas) {
    this.rings = rings;
    close = new boolean[areas];
    double largest = 0;
    for (int i = 0; i < rings.x.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(rings.x[i]), Math.abs(rings.y[i])));
    }
    // 64 units in the last place of the largest coordinate, or a little more.
    margin = largest * 0x1p-46;
    find();
    sort();
  }

  int size() {
    return count;
  }

  /** The numbers of the crossings on an edge begin here in {@link #at}. */
  int begin(int edge) {
    return of[edge];
  }

  int end(int edge) {
    return of[edge + 1];
  }

  /** A crossing, {@code 2 c} on its first edge and {@code 2 c + 1} on its second. */
  int at(int position) {
    return entry[position];
  }

  /** Whether the edge comes to the left of the other there. */
  boolean entersLeft(int sided) {
    return firstToLeft[sided >> 1] == ((sided & 1) == 0);
  }

  Coordinate place(int crossing) {
    int a = first[crossing];
    int b = second[crossing];
    return Intersection.intersection(vertex(a), vertex(a + 1), vertex(b), vertex(b + 1));
  }

  private Coordinate vertex(int i) {
    return new Coordinate(rings.x[i], rings.y[i]);
  }

  private void find() {
    sections();
    int sections = sectionBegin.length;
    HPRtree tree = sections > FEW ? new HPRtree() : null;
    for (int section = 0; tree != null && section < sections; section++) {
      tree.insert(envelope(section), section);
    }
    for (int one = 0; one < sections; one++) {
      if (tree == null) {
        for (int other = one + 1; other < sections; other++) {
          compareIfNear(one, other);
        }
      } else {
        int self = one;
        tree.query(
            envelope(one),
            found -> {
              int other = (Integer) found;
              if (other > self) {
                compareIfNear(self, other);
              }
            });
      }
    }
  }

  private Envelope envelope(int section) {
    int at = 4 * section;
    return new Envelope(bounds[at], bounds[at + 2], bounds[at + 1], bounds[at + 3]);
  }

  private void compareIfNear(int one, int other) {
    int a = 4 * one;
    int b = 4 * other;
    if (rings.owner[ringOfSection[one]] != rings.owner[ringOfSection[other]]
        && bounds[a] <= bounds[b + 2]
        && bounds[b] <= bounds[a + 2]
        && bounds[a + 1] <= bounds[b + 3]
        && bounds[b + 1] <= bounds[a + 3]) {
      compare(one, other);
    }
  }

  private void sections() {
    int total = 0;
    for (int ring = 0; ring < rings.rings(); ring++) {
      total += (rings.begin[ring + 1] - rings.begin[ring] - 2) / SECTION + 1;
    }
    ringOfSection = new int[total];
    sectionBegin = new int[total];
    bounds = new double[4 * total];
    int section = 0;
    for (int ring = 0; ring < rings.rings(); ring++) {
      int edges = rings.begin[ring + 1] - 1;
      for (int from = rings.begin[ring]; from < edges; from += SECTION) {
        ringOfSection[section] = ring;
        sectionBegin[section] = from;
        bound(4 * section, from, Math.min(edges, from + SECTION));
        section++;
      }
    }
  }

  private void bound(int at, int from, int to) {
    double minX = rings.x[from];
    double minY = rings.y[from];
    double maxX = minX;
    double maxY = minY;
    for (int i = from + 1; i <= to; i++) {
      minX = Math.min(minX, rings.x[i]);
      minY = Math.min(minY, rings.y[i]);
      maxX = Math.max(maxX, rings.x[i]);
      maxY = Math.max(maxY, rings.y[i]);
    }
    bounds[at] = minX - margin;
    bounds[at + 1] = minY - margin;
    bounds[at + 2] = maxX + margin;
    bounds[at + 3] = maxY + margin;
  }

  private void compare(int one, int other) {
    int endOne = Math.min(sectionBegin[one] + SECTION, rings.begin[ringOfSection[one] + 1] - 1);
    int endOther =
        Math.min(sectionBegin[other] + SECTION, rings.begin[ringOfSection[other] + 1] - 1);
    double[] x = rings.x;
    double[] y = rings.y;
    for (int a = sectionBegin[one]; a < endOne; a++) {
      double minX = Math.min(x[a], x[a + 1]) - margin;
      double maxX = Math.max(x[a], x[a + 1]) + margin;
      double minY = Math.min(y[a], y[a + 1]) - margin;
      double maxY = Math.max(y[a], y[a + 1]) + margin;
      for (int b = sectionBegin[other]; b < endOther; b++) {
        if ((x[b] < minX && x[b + 1] < minX)
            || (x[b] > maxX && x[b + 1] > maxX)
            || (y[b] < minY && y[b + 1] < minY)
            || (y[b] > maxY && y[b + 1] > maxY)) {
          continue;
        }
        cross(a, b, ringOfSection[one], ringOfSection[other]);
      }
    }
  }

  private void cross(int a, int b, int ringOfA, int ringOfB) {
    double lengthA = rings.length(a);
    double lengthB = rings.length(b);
    double fromB = turn(a, b);
    double toB = turn(a, b + 1);
    double fromA = turn(b, a);
    double toA = turn(b, a + 1);
    if (near(fromB, lengthA, a, b)
        || near(toB, lengthA, a, b + 1)
        || near(fromA, lengthB, b, a)
        || near(toA, lengthB, b, a + 1)) {
      close[rings.owner[ringOfA]] = true;
      close[rings.owner[ringOfB]] = true;
    } else if (fromB > 0 != toB > 0 && fromA > 0 != toA > 0) {
      add(a, b, fromA / (fromA - toA), fromB / (fromB - toB), toA > 0);
    }
  }

  /** Twice the area of the triangle of an edge and a vertex, above 0 where that is on the left. */
  private double turn(int edge, int vertex) {
    double[] x = rings.x;
    double[] y = rings.y;
    return (x[edge + 1] - x[edge]) * (y[vertex] - y[edge])
        - (y[edge + 1] - y[edge]) * (x[vertex] - x[edge]);
  }

  /** Whether a vertex lies on an edge, or nearly. */
  private boolean near(double turn, double length, int edge, int vertex) {
    if (Math.abs(turn) > margin * length) {
      return false;
    }
    double[] x = rings.x;
    double[] y = rings.y;
    return x[vertex] >= Math.min(x[edge], x[edge + 1]) - margin
        && x[vertex] <= Math.max(x[edge], x[edge + 1]) + margin
        && y[vertex] >= Math.min(y[edge], y[edge + 1]) - margin
        && y[vertex] <= Math.max(y[edge], y[edge + 1]) + margin;
  }

  private void add(int a, int b, double onA, double onB, boolean toLeft) {
    if (count == first.length) {
      int size = count * 2;
      first = Arrays.copyOf(first, size);
      second = Arrays.copyOf(second, size);
      alongFirst = Arrays.copyOf(alongFirst, size);
      alongSecond = Arrays.copyOf(alongSecond, size);
      firstToLeft = Arrays.copyOf(firstToLeft, size);
    }
    first[count] = a;
    second[count] = b;
    alongFirst[count] = onA;
    alongSecond[count] = onB;
    firstToLeft[count] = toLeft;
    count++;
  }

  private double along(int sided) {
    return (sided & 1) == 0 ? alongFirst[sided >> 1] : alongSecond[sided >> 1];
  }

  private void sort() {
    of = new int[rings.x.length + 1];
    for (int c = 0; c < count; c++) {
      of[first[c] + 1]++;
      of[second[c] + 1]++;
    }
    for (int edge = 0; edge < rings.x.length; edge++) {
      of[edge + 1] += of[edge];
    }
    entry = new int[2 * count];
    int[] next = Arrays.copyOf(of, rings.x.length);
    for (int c = 0; c < count; c++) {
      entry[next[first[c]]++] = 2 * c;
      entry[next[second[c]]++] = 2 * c + 1;
    }
    int ring = 0;
    for (int edge = 0; edge < rings.x.length; edge++) {
      while (edge >= rings.begin[ring + 1]) {
        ring++;
      }
      if (of[edge + 1] - of[edge] > 1) {
        sort(edge, rings.owner[ring]);
      }
    }
  }

  private void sort(int edge, int polygon) {
    for (int i = of[edge] + 1; i < of[edge + 1]; i++) {
      int moved = entry[i];
      double along = along(moved);
      int j = i;
      while (j > of[edge] && along(entry[j - 1]) > along) {
        entry[j] = entry[j - 1];
        j--;
      }
      entry[j] = moved;
    }
    double length = rings.length(edge);
    for (int i = of[edge] + 1; i < of[edge + 1]; i++) {
      if ((along(entry[i]) - along(entry[i - 1])) * length < margin) {
        close[polygon] = true;
      }
    }
  }
}
