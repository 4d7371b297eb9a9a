package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.Objects;

/**
 * A column of whole numbers of 64 bits.
 *
 * @param values one value per row; unspecified where null
 * @param present 1 where there is a value, or null when every row has one
 */
public record Integer64Column(Field field, long[] values, byte[] present) implements IntegerColumn {
  public Integer64Column {
    Objects.requireNonNull(field);
    Presence.check(present, values.length);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public long get(int row) {
    return values[row];
  }

  @Override
  public Column slice(int from, int to) {
    return new Integer64Column(
        field, Arrays.copyOfRange(values, from, to), Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    long[] taken = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return new Integer64Column(field, taken, Presence.take(present, rows));
  }
}
