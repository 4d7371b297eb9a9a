package org.terrella.processing.feature;

/**
 * The values of one field, one for each row; any value may be null.
 *
 * <p>Storage follows Arrow: a dense array of values and, only when some value is null, one byte per
 * row that is 1 where the value is present.
 */
public sealed interface Column
    permits BooleanColumn, IntegerColumn, RealColumn, TemporalColumn, TextColumn, BinaryColumn {
  Field field();

  int size();

  /** 1 for each row that has a value, or null when every row has one. */
  byte[] present();

  default boolean isNull(int row) {
    return present() != null && present()[row] == 0;
  }

  /**
   * The value as Boolean, Long, Double or String; null where there is none. Dates and times are ISO
   * 8601 texts, bytes are base64.
   */
  Object value(int row);

  /** The rows {@code from} (inclusive) to {@code to} (exclusive) as a column of their own. */
  Column slice(int from, int to);

  /** The given rows, in the given order. */
  Column take(int[] rows);
}
