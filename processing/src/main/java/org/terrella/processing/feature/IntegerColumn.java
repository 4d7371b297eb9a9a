package org.terrella.processing.feature;

/** A column of whole numbers, of 32 or of 64 bits. */
public sealed interface IntegerColumn extends Column permits Integer32Column, Integer64Column {
  /** The number of a row; unspecified where null. */
  long get(int row);

  @Override
  default Object value(int row) {
    return isNull(row) ? null : (Object) get(row);
  }
}
