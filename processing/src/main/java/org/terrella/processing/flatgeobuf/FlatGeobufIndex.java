package org.terrella.processing.flatgeobuf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;

/**
 * Gives a FlatGeobuf file FlatGeobuf's packed Hilbert R-tree: the features in the order of a
 * Hilbert curve through the middles of their boxes, and before them the boxes, 16 to a node, from
 * the root to the leaves. So a reader on the web fetches only what it needs.
 */
public final class FlatGeobufIndex {
  private static final int NODE_SIZE = 16;
  private static final int NODE_BYTES = 40;
  private static final int HILBERT_MAX = (1 << 16) - 1;

  private final FeatureTable table;
  private final byte[] plain;
  private final int headerEnd;
  private final int[] starts;
  private final double[] boxes;

  private FlatGeobufIndex(FeatureTable table, String description) {
    this.table = table;
    this.plain = FlatGeobufWriter.write(table, description);
    this.headerEnd = 12 + i32(8);
    this.starts = new int[table.size() + 1];
    this.boxes = new double[4 * table.size()];
  }

  /**
   * A table as an indexed file. The index cannot hold features without position: a table with such
   * features, or without any, is written without one.
   */
  public static byte[] write(FeatureTable table) {
    return write(table, "");
  }

  /** The same with a header that tells of the data, for people; empty for nothing. */
  public static byte[] write(FeatureTable table, String description) {
    GeometryColumn geometry = table.geometry();
    for (int row = 0; row < table.size(); row++) {
      if (geometry.firstVertex(row) == geometry.endVertex(row)) {
        return FlatGeobufWriter.write(table, description);
      }
    }
    return table.size() == 0
        ? FlatGeobufWriter.write(table, description)
        : new FlatGeobufIndex(table, description).write();
  }

  private byte[] write() {
    int at = headerEnd;
    for (int row = 0; row < table.size(); row++) {
      starts[row] = at;
      at += 4 + i32(at);
      box(row);
    }
    starts[table.size()] = at;
    int[] order = order();
    List<Integer> levels = levels();
    int nodes = 0;
    for (int level : levels) {
      nodes += level;
    }
    long size = (long) plain.length + (long) nodes * NODE_BYTES;
    if (size > Integer.MAX_VALUE - 64) {
      throw TerrellaException.unsupported("The FlatGeobuf file would be larger than 2 GiB.");
    }
    byte[] indexed = new byte[(int) size];
    System.arraycopy(plain, 0, indexed, 0, headerEnd);
    FlatCursor cursor = new FlatCursor(table.name(), plain);
    cursor.confine(12, headerEnd);
    indexed[cursor.field(cursor.table(12), Slots.HEADER_INDEX_NODE_SIZE)] = NODE_SIZE;
    features(order, indexed, headerEnd + nodes * NODE_BYTES);
    tree(order, levels, nodes, indexed);
    return indexed;
  }

  private void features(int[] order, byte[] target, int from) {
    int at = from;
    for (int row : order) {
      int length = starts[row + 1] - starts[row];
      System.arraycopy(plain, starts[row], target, at, length);
      at += length;
    }
  }

  /** The number of nodes in each level, leaves first. */
  private List<Integer> levels() {
    List<Integer> levels = new ArrayList<>();
    int count = table.size();
    levels.add(count);
    do {
      count = (count + NODE_SIZE - 1) / NODE_SIZE;
      levels.add(count);
    } while (count > 1);
    return levels;
  }

  private void tree(int[] order, List<Integer> levels, int nodes, byte[] target) {
    // The number of the first node of the level, and the boxes of its nodes.
    int first = nodes - levels.get(0);
    double[] below = new double[4 * order.length];
    long offset = 0;
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(boxes, 4 * order[i], below, 4 * i, 4);
      node(target, first + i, below, i, offset);
      offset += starts[order[i] + 1] - starts[order[i]];
    }
    for (int level = 1; level < levels.size(); level++) {
      int count = levels.get(level);
      double[] above = new double[4 * count];
      for (int i = 0; i < count; i++) {
        int child = i * NODE_SIZE;
        System.arraycopy(below, 4 * child, above, 4 * i, 4);
        for (int k = child + 1; k < Math.min(child + NODE_SIZE, below.length / 4); k++) {
          above[4 * i] = Math.min(above[4 * i], below[4 * k]);
          above[4 * i + 1] = Math.min(above[4 * i + 1], below[4 * k + 1]);
          above[4 * i + 2] = Math.max(above[4 * i + 2], below[4 * k + 2]);
          above[4 * i + 3] = Math.max(above[4 * i + 3], below[4 * k + 3]);
        }
        node(target, first - count + i, above, i, first + child);
      }
      first -= count;
      below = above;
    }
  }

  private void node(byte[] target, int number, double[] from, int i, long offset) {
    int at = headerEnd + number * NODE_BYTES;
    for (int k = 0; k < 4; k++) {
      put(target, at + 8 * k, Double.doubleToRawLongBits(from[4 * i + k]));
    }
    put(target, at + 32, offset);
  }

  private static void put(byte[] target, int at, long value) {
    for (int i = 0; i < 8; i++) {
      target[at + i] = (byte) (value >> 8 * i);
    }
  }

  private void box(int row) {
    GeometryColumn geometry = table.geometry();
    double[] all = geometry.coordinates();
    int stride = geometry.stride();
    int first = geometry.firstVertex(row);
    boxes[4 * row] = boxes[4 * row + 2] = all[first * stride];
    boxes[4 * row + 1] = boxes[4 * row + 3] = all[first * stride + 1];
    for (int i = first + 1; i < geometry.endVertex(row); i++) {
      double x = all[i * stride];
      double y = all[i * stride + 1];
      boxes[4 * row] = Math.min(boxes[4 * row], x);
      boxes[4 * row + 1] = Math.min(boxes[4 * row + 1], y);
      boxes[4 * row + 2] = Math.max(boxes[4 * row + 2], x);
      boxes[4 * row + 3] = Math.max(boxes[4 * row + 3], y);
    }
  }

  /** The rows along the curve, those at its end first, as other writers do. */
  private int[] order() {
    double[] extent = {boxes[0], boxes[1], boxes[2], boxes[3]};
    for (int i = 0; i < boxes.length; i += 4) {
      extent[0] = Math.min(extent[0], boxes[i]);
      extent[1] = Math.min(extent[1], boxes[i + 1]);
      extent[2] = Math.max(extent[2], boxes[i + 2]);
      extent[3] = Math.max(extent[3], boxes[i + 3]);
    }
    long[] keys = new long[table.size()];
    for (int row = 0; row < keys.length; row++) {
      int x = scaled(boxes[4 * row], boxes[4 * row + 2], extent[0], extent[2]);
      int y = scaled(boxes[4 * row + 1], boxes[4 * row + 3], extent[1], extent[3]);
      keys[row] = (0xFFFFFFFFL - place(x, y)) << 31 | row;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) (keys[i] & 0x7FFFFFFF);
    }
    return order;
  }

  private static int scaled(double low, double high, double min, double max) {
    double width = max - min;
    return width > 0 ? (int) Math.floor(HILBERT_MAX * (((low + high) / 2 - min) / width)) : 0;
  }

  /** How far along a Hilbert curve of order 16 a cell lies. */
  private static long place(int column, int row) {
    int x = column;
    int y = row;
    long place = 0;
    for (int side = 1 << 15; side > 0; side >>= 1) {
      int right = (x & side) != 0 ? 1 : 0;
      int up = (y & side) != 0 ? 1 : 0;
      place += (long) side * side * ((3 * right) ^ up);
      if (up == 0) {
        if (right == 1) {
          x = HILBERT_MAX - x;
          y = HILBERT_MAX - y;
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
    }
    return place;
  }

  private int i32(int at) {
    return plain[at] & 0xFF
        | (plain[at + 1] & 0xFF) << 8
        | (plain[at + 2] & 0xFF) << 16
        | plain[at + 3] << 24;
  }
}
