package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.Objects;

/**
 * A column of real numbers.
 *
 * @param values one value per row; unspecified where null
 * @param present 1 where there is a value, or null when every row has one
 */
public record RealColumn(Field field, double[] values, byte[] present) implements Column {
  public RealColumn {
    Objects.requireNonNull(field);
    Presence.check(present, values.length);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Object value(int row) {
    return isNull(row) ? null : (Object) values[row];
  }

  @Override
  public Column slice(int from, int to) {
    return new RealColumn(
        field, Arrays.copyOfRange(values, from, to), Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    double[] taken = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
    }
    return new RealColumn(field, taken, Presence.take(present, rows));
  }
}
