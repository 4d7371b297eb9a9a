package org.terrella.processing.engine;

import java.util.Arrays;
import java.util.List;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;

/**
 * The table of which workers keep the slices that they had: the one that was computed with last, so
 * that another tool, or the same with other parameters, need not bring it into WebAssembly again.
 */
final class KeptTable {
  /** Whatever is larger is sent each time, and workers have their memory for computing. */
  private static final double MOST_BYTES = 64e6;

  private FeatureTable table;
  private int[] cuts;
  private int number;

  /**
   * The number by which workers know a table; 0 for one of which they keep nothing.
   *
   * @param slices where it is cut; cut elsewhere it has another number
   */
  int number(FeatureTable input, int[] slices) {
    if (MemoryNeed.held(input) > MOST_BYTES) {
      return 0;
    }
    if (table == null || !same(table, input) || !Arrays.equals(cuts, slices)) {
      table = input;
      cuts = slices;
      number++;
    }
    return number;
  }

  /**
   * Whether two tables have the same arrays: comparing values would cost more than sending them.
   */
  private static boolean same(FeatureTable one, FeatureTable other) {
    return one.geometry() == other.geometry()
        && one.ids() == other.ids()
        && one.name().equals(other.name())
        && one.crs().equals(other.crs())
        && same(one.columns(), other.columns());
  }

  private static boolean same(List<Column> ones, List<Column> others) {
    if (ones.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      if (ones.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }
}
