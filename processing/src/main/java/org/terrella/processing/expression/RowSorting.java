package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.expression.Value.Kind;

/**
 * Brings the rows of a table into the order of an expression's values, keeping the order of those
 * that are equal. Numbers come before dates and times, these before texts, which are ordered by
 * their characters; NaN counts as NULL.
 */
public final class RowSorting {
  private RowSorting() {}

  /** All rows in that order. */
  public static int[] of(Expression expression, int rows, boolean ascending, boolean nullsFirst) {
    List<Integer> missing = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    Value[] keys = new Value[rows];
    for (int row = 0; row < rows; row++) {
      Value value = expression.at(row);
      boolean none = value.isNull() || value.isNumber() && value.real() != value.real();
      (none ? missing : order).add(row);
      keys[row] = none ? null : value.copy();
    }
    Ordering ordering = new Ordering();
    order.sort(
        (a, b) -> {
          int kinds = rank(keys[a].kind()) - rank(keys[b].kind());
          int found = kinds != 0 ? kinds : ordering.compare(keys[a], keys[b]);
          // Geometries that differ are in no order at all.
          found = found == Ordering.NONE ? 0 : found;
          return ascending ? found : -found;
        });
    int[] sorted = new int[rows];
    int at = 0;
    for (List<Integer> part : nullsFirst ? List.of(missing, order) : List.of(order, missing)) {
      for (int row : part) {
        sorted[at++] = row;
      }
    }
    return sorted;
  }

  private static int rank(Kind kind) {
    return switch (kind) {
      case NULL, BOOLEAN, INTEGER, REAL -> 0;
      case DATE, DATE_TIME -> 1;
      case TIME -> 2;
      case INTERVAL -> 3;
      case TEXT -> 4;
      case ARRAY -> 5;
      case MAP -> 6;
      case GEOMETRY -> 7;
      case BINARY -> 8;
      case FEATURE -> 9;
    };
  }
}
