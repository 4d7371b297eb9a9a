package org.terrella.processing.engine;

import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;

/**
 * How much memory a worker will need for a job, by estimate. A browser ends the whole page when a
 * worker runs out of it, so that too large a job has to be refused before it begins.
 */
final class MemoryNeed {
  /** What Chromium gives the heap of a worker, less what the program itself needs. */
  private static final double ROOM = 3.2e9;

  /** A vertex as JTS has it, with its share of indexes; measured with polygons of 16 vertices. */
  private static final double BYTES_PER_VERTEX = 110;

  private static final double BYTES_PER_FEATURE = 250;
  private static final double BYTES_PER_VALUE = 12;

  private MemoryNeed() {}

  /** About how many bytes a table takes where it lies. */
  static double held(FeatureTable table) {
    double vertices = 8.0 * table.geometry().stride() * table.geometry().vertexCount();
    return vertices + BYTES_PER_VALUE * (3.0 + table.columns().size()) * table.size();
  }

  /**
   * Refuses a job for which a worker would have no room.
   *
   * @param cuts where the main input is cut; a worker has one slice at a time
   * @param others the inputs that every worker gets whole, by parameter
   * @throws TerrellaException out-of-memory, naming the estimate and the largest input
   */
  static void check(
      String algorithm, FeatureTable input, int[] cuts, Map<String, List<FeatureTable>> others) {
    double largest = 0;
    String cause = "";
    long vertices = 0;
    for (int i = 1; i < cuts.length; i++) {
      int count = vertices(input, cuts[i - 1], cuts[i]);
      double bytes = bytes(input, cuts[i] - cuts[i - 1], count);
      if (bytes > largest) {
        largest = bytes;
        cause = input.name();
        vertices = count;
      }
    }
    double need = largest;
    for (List<FeatureTable> tables : others.values()) {
      for (FeatureTable table : tables) {
        need += bytes(table);
        if (bytes(table) > largest) {
          largest = bytes(table);
          cause = table.name();
          vertices = table.geometry().vertexCount();
        }
      }
    }
    if (need > ROOM) {
      throw new TerrellaException(
          "out-of-memory",
          algorithm
              + " would need about "
              + tenths(need / 1e9)
              + " GB of memory in a worker, where a browser has room for "
              + tenths(ROOM / 1e9)
              + ": \""
              + cause
              + "\" has "
              + tenths(vertices / 1e6)
              + " million vertices. Take a part of it, or simplify it, first.");
    }
  }

  static double bytes(FeatureTable table) {
    return bytes(table, table.size(), table.geometry().vertexCount());
  }

  private static double bytes(FeatureTable table, int rows, int vertices) {
    return BYTES_PER_VERTEX * vertices
        + (BYTES_PER_FEATURE + BYTES_PER_VALUE * table.columns().size()) * rows;
  }

  private static int vertices(FeatureTable table, int from, int to) {
    return from == to ? 0 : table.geometry().endVertex(to - 1) - table.geometry().firstVertex(from);
  }

  private static String tenths(double number) {
    long tenths = Math.max(1, (long) (number * 10 + 0.5));
    return tenths / 10 + "." + tenths % 10;
  }
}
