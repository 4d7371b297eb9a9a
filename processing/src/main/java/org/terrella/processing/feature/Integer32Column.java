package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.Objects;

/**
 * A column of whole numbers of 32 bits.
 *
 * @param values one value per row; unspecified where null
 * @param present 1 where there is a value, or null when every row has one
 */
public record Integer32Column(Field field, int[] values, byte[] present) implements IntegerColumn {
  public Integer32Column {
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
    return new Integer32Column(
        field, Arrays.copyOfRange(values, from, to), Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    int[] taken = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return new Integer32Column(field, taken, Presence.take(present, rows));
  }
}
