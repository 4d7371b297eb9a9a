package org.terrella.processing.expression;

import org.terrella.processing.expression.Value.Kind;

/**
 * Brings the rows of a table into the order of an expression's values, keeping the order of those
 * that are equal. Numbers come before dates and times, these before texts, which are ordered by
 * their characters; NaN counts as NULL.
 */
public final class RowSorting {
  private static final long EXACT = 1L << 53;

  private final boolean ascending;
  private final double[] numbers;
  private final Ordering ordering = new Ordering();
  // Made with the first value that is no number, or is one that a double cannot hold.
  private Value[] keys;

  private RowSorting(int rows, boolean ascending) {
    this.numbers = new double[rows];
    this.ascending = ascending;
  }

  /** All rows in that order. */
  public static int[] of(Expression expression, int rows, boolean ascending, boolean nullsFirst) {
    RowSorting sorting = new RowSorting(rows, ascending);
    int[] present = new int[rows];
    int[] missing = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (sorting.note(row, expression.at(row))) {
        present[count++] = row;
      } else {
        missing[row - count] = row;
      }
    }
    sorting.sort(present, count);
    int[] sorted = new int[rows];
    System.arraycopy(present, 0, sorted, nullsFirst ? rows - count : 0, count);
    System.arraycopy(missing, 0, sorted, nullsFirst ? 0 : count, rows - count);
    return sorted;
  }

  /** Remembers the value of a row; says whether there is one. */
  private boolean note(int row, Value value) {
    boolean number = value.isNumber();
    double real = number ? value.real() : 0;
    if (value.isNull() || real != real) {
      return false;
    }
    numbers[row] = real;
    boolean exact = number && (value.kind() == Kind.REAL || Math.abs(value.whole()) <= EXACT);
    if (keys == null && !exact) {
      keys = new Value[numbers.length];
      for (int before = 0; before < row; before++) {
        keys[before] = new Value();
        keys[before].set(numbers[before]);
      }
    }
    if (keys != null) {
      keys[row] = value.copy();
    }
    return true;
  }

  /** Merges runs of growing length. */
  private void sort(int[] rows, int count) {
    int[] spare = new int[count];
    for (long width = 1; width < count; width *= 2) {
      for (long start = 0; start < count; start += 2 * width) {
        int left = (int) start;
        int middle = (int) Math.min(count, start + width);
        int right = middle;
        int end = (int) Math.min(count, start + 2 * width);
        for (int i = left; i < end; i++) {
          boolean takeLeft =
              left < middle && (right >= end || compare(rows[left], rows[right]) <= 0);
          spare[i] = rows[takeLeft ? left++ : right++];
        }
      }
      System.arraycopy(spare, 0, rows, 0, count);
    }
  }

  private int compare(int a, int b) {
    int order;
    if (keys == null) {
      order = numbers[a] < numbers[b] ? -1 : numbers[a] > numbers[b] ? 1 : 0;
    } else {
      int kinds = rank(keys[a].kind()) - rank(keys[b].kind());
      order = kinds != 0 ? kinds : ordering.compare(keys[a], keys[b]);
      // Geometries that differ are in no order at all.
      order = order == Ordering.NONE ? 0 : order;
    }
    return ascending ? order : -order;
  }

  private static int rank(Kind kind) {
    return switch (kind) {
      case NULL, BOOLEAN, INTEGER, REAL -> 0;
      case DATE, DATE_TIME -> 10;
      case TIME -> 20;
      case INTERVAL -> 30;
      case TEXT -> 40;
      case ARRAY -> 50;
      case MAP -> 60;
      case GEOMETRY -> 70;
      case BINARY -> 80;
      case FEATURE -> 90;
    };
  }
}
