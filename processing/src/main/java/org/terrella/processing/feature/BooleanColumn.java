package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.Objects;

/**
 * A column of truth values, 1 for true.
 *
 * @param values one value per row; unspecified where null
 * @param present 1 where there is a value, or null when every row has one
 */
public record BooleanColumn(Field field, byte[] values, byte[] present) implements Column {
  public BooleanColumn {
    Objects.requireNonNull(field);
    Presence.check(present, values.length);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Object value(int row) {
    return isNull(row) ? null : (Object) (values[row] != 0);
  }

  @Override
  public Column slice(int from, int to) {
    return new BooleanColumn(
        field, Arrays.copyOfRange(values, from, to), Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    byte[] taken = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return new BooleanColumn(field, taken, Presence.take(present, rows));
  }
}
