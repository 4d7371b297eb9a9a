package org.terrella.processing.classification;

import static org.terrella.exact.ExactMath.sqrt;

import java.util.Arrays;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;

/**
 * A summary of numbers. With no number at all, all but the counts are NaN.
 *
 * @param count how many numbers there are
 * @param nulls how many values are missing, or NaN
 * @param standardDeviation of the population: divided by {@code count}
 */
public record Statistics(
    int count, int nulls, double min, double max, double mean, double standardDeviation) {

  /** Of the values that are not NaN. */
  public static Statistics of(double[] values) {
    double[] numbers = numbers(values);
    int nulls = values.length - numbers.length;
    if (numbers.length == 0) {
      return new Statistics(0, nulls, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double min = numbers[0];
    double max = numbers[0];
    double shifted = 0;
    for (double value : numbers) {
      min = Math.min(min, value);
      max = Math.max(max, value);
      shifted += value - numbers[0];
    }
    double mean = numbers[0] + shifted / numbers.length;
    double squares = 0;
    double rest = 0;
    for (double value : numbers) {
      squares += (value - mean) * (value - mean);
      rest += value - mean;
    }
    double variance = (squares - rest * rest / numbers.length) / numbers.length;
    return new Statistics(numbers.length, nulls, min, max, mean, sqrt(Math.max(0, variance)));
  }

  /** Of a column of numbers or truth values; text counts as missing. */
  public static Statistics of(Column column) {
    return of(values(column));
  }

  /** The least and the largest number of a column; nothing where it has none. */
  public static double[] range(Column column) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    boolean any = false;
    for (double value : values(column)) {
      if (value == value) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        any = true;
      }
    }
    return any ? new double[] {min, max} : new double[0];
  }

  /** The values of a column as numbers, NaN where there is none. */
  public static double[] values(Column column) {
    double[] values = new double[column.size()];
    if (column instanceof RealColumn reals) {
      for (int row = 0; row < values.length; row++) {
        values[row] = reals.isNull(row) ? Double.NaN : reals.values()[row];
      }
      return values;
    }
    if (column instanceof IntegerColumn integers) {
      for (int row = 0; row < values.length; row++) {
        values[row] = integers.isNull(row) ? Double.NaN : integers.get(row);
      }
      return values;
    }
    for (int row = 0; row < values.length; row++) {
      Object value = column.value(row);
      values[row] =
          value instanceof Number number
              ? number.doubleValue()
              : value instanceof Boolean flag ? (flag ? 1 : 0) : Double.NaN;
    }
    return values;
  }

  /** Those of {@code values} that are not NaN. */
  static double[] numbers(double[] values) {
    double[] numbers = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (value == value) {
        numbers[count++] = value;
      }
    }
    return Arrays.copyOf(numbers, count);
  }
}
