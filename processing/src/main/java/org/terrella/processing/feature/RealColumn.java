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
    if (present != null && present.length != values.length) {
      throw new IllegalArgumentException("present must have one byte per row");
    }
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isNull(int row) {
    return present != null && present[row] == 0;
  }

  @Override
  public Object value(int row) {
    return isNull(row) ? null : (Object) values[row];
  }

  @Override
  public Column slice(int from, int to) {
    return new RealColumn(
        field,
        Arrays.copyOfRange(values, from, to),
        present == null ? null : Arrays.copyOfRange(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    double[] taken = new double[rows.length];
    byte[] takenPresent = present == null ? null : new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = values[rows[i]];
      if (takenPresent != null) {
        takenPresent[i] = present[rows[i]];
      }
    }
    return new RealColumn(field, taken, takenPresent);
  }
}
