package org.terrella.processing.query;

import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TemporalColumn;

/** Values as whole numbers of 64 bits in the same order. */
final class RowKeys {
  private RowKeys() {}

  /** Whether a column's values are numbers, truth values, dates or times. */
  static boolean suit(Column column) {
    return column instanceof RealColumn
        || column instanceof IntegerColumn
        || column instanceof BooleanColumn
        || column instanceof TemporalColumn;
  }

  /** The key of a value that {@link #isMissing} does not exclude. */
  static long key(Column column, int row) {
    if (column instanceof RealColumn reals) {
      return ofReal(reals.values()[row]);
    } else if (column instanceof IntegerColumn integers) {
      return integers.get(row);
    } else if (column instanceof TemporalColumn moments) {
      return moments.instant(row);
    }
    return ((BooleanColumn) column).values()[row];
  }

  /** Whether there is no value, or NaN. */
  static boolean isMissing(Column column, int row) {
    if (column instanceof RealColumn reals && reals.values()[row] != reals.values()[row]) {
      return true;
    }
    return column.isNull(row);
  }

  static long ofReal(double value) {
    // Adding 0 makes of -0 the 0 that it equals.
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  static double toReal(long key) {
    return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
  }
}
