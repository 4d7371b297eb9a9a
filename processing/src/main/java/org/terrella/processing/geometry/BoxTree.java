package org.terrella.processing.geometry;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Rectangles found by place: a tree of 16 branches in flat arrays, packed once as Leutenegger et
 * al. (1997), STR: A simple and efficient algorithm for R-tree packing, section 2.
 */
final class BoxTree {
  private static final int BRANCHES = 16;

  /** The numbers of the rectangles in the order of the leaves. */
  private final int[] numbers;

  /** West, south, east and north of each node, level by level from the leaves to the root. */
  private final double[] boxes;

  /** Where each level begins, in nodes. */
  private final int[] levels;

  private int[] found = new int[16];
  private int count;

  /** A tree of those that are not null or empty, numbered by their places in the array. */
  BoxTree(Envelope[] envelopes) {
    int[] all = new int[envelopes.length];
    int size = 0;
    double[] xs = new double[envelopes.length];
    double[] ys = new double[envelopes.length];
    for (int i = 0; i < envelopes.length; i++) {
      if (envelopes[i] != null && !envelopes[i].isNull()) {
        xs[i] = envelopes[i].getMinX() + envelopes[i].getMaxX();
        ys[i] = envelopes[i].getMinY() + envelopes[i].getMaxY();
        all[size++] = i;
      }
    }
    numbers = Arrays.copyOf(all, size);
    KeyOrder.sort(numbers, 0, size, xs);
    int slices = (int) Math.ceil(Math.sqrt((double) size / BRANCHES));
    int slice = slices == 0 ? 1 : (size + slices - 1) / slices;
    for (int from = 0; from < size; from += slice) {
      KeyOrder.sort(numbers, from, Math.min(from + slice, size), ys);
    }
    levels = levels(size);
    boxes = new double[4 * levels[levels.length - 1]];
    for (int i = 0; i < size; i++) {
      Envelope envelope = envelopes[numbers[i]];
      boxes[4 * i] = envelope.getMinX();
      boxes[4 * i + 1] = envelope.getMinY();
      boxes[4 * i + 2] = envelope.getMaxX();
      boxes[4 * i + 3] = envelope.getMaxY();
    }
    for (int level = 1; level < levels.length - 1; level++) {
      for (int node = levels[level]; node < levels[level + 1]; node++) {
        int first = child(level, node);
        enclose(node, first, Math.min(first + BRANCHES, levels[level]));
      }
    }
  }

  private static int[] levels(int size) {
    int[] levels = new int[12];
    int depth = 1;
    int width = size;
    levels[1] = size;
    while (width > 1) {
      width = (width + BRANCHES - 1) / BRANCHES;
      levels[depth + 1] = levels[depth] + width;
      depth++;
    }
    return Arrays.copyOf(levels, depth + 1);
  }

  private int child(int level, int node) {
    return levels[level - 1] + (node - levels[level]) * BRANCHES;
  }

  private void enclose(int node, int first, int end) {
    int at = 4 * node;
    System.arraycopy(boxes, 4 * first, boxes, at, 4);
    for (int i = 4 * (first + 1); i < 4 * end; i += 4) {
      boxes[at] = Math.min(boxes[at], boxes[i]);
      boxes[at + 1] = Math.min(boxes[at + 1], boxes[i + 1]);
      boxes[at + 2] = Math.max(boxes[at + 2], boxes[i + 2]);
      boxes[at + 3] = Math.max(boxes[at + 3], boxes[i + 3]);
    }
  }

  /** The numbers of the rectangles that meet another, in ascending order. */
  int[] near(Envelope window) {
    count = 0;
    int top = levels.length - 2;
    if (numbers.length > 0 && !window.isNull()) {
      visit(
          top,
          levels[top],
          levels[top + 1],
          window.getMinX(),
          window.getMinY(),
          window.getMaxX(),
          window.getMaxY());
    }
    int[] all = Arrays.copyOf(found, count);
    Arrays.sort(all);
    return all;
  }

  private void visit(
      int level, int from, int end, double west, double south, double east, double north) {
    for (int node = from; node < end; node++) {
      int at = 4 * node;
      if (boxes[at] > east
          || boxes[at + 1] > north
          || boxes[at + 2] < west
          || boxes[at + 3] < south) {
        continue;
      }
      if (level > 0) {
        int first = child(level, node);
        visit(
            level - 1, first, Math.min(first + BRANCHES, levels[level]), west, south, east, north);
        continue;
      }
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = numbers[node];
    }
  }
}
