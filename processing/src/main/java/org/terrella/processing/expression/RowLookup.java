package org.terrella.processing.expression;

import java.util.HashMap;
import java.util.Map;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.feature.FeatureTable;

/** Finds rows by their values or identifiers without looking at all of them each time. */
final class RowLookup {
  private static final int[] NONE = {};

  private final FeatureTable table;
  private final int firstRow;
  private final Map<String, Map<String, int[]>> first = new HashMap<>();
  private Map<String, int[]> ids;

  RowLookup(FeatureTable table, int firstRow) {
    this.table = table;
    this.firstRow = firstRow;
  }

  /**
   * The only row that may come first among those with a value, none, or null when all must be
   * looked at, because values of different kinds may be equal.
   */
  int[] candidates(FieldValue field, Value wanted) {
    boolean exact = field.kind() == wanted.kind();
    if (!exact || wanted.kind() != Kind.TEXT && wanted.kind() != Kind.INTEGER) {
      return null;
    }
    return first
        .computeIfAbsent(field.column().field().name(), name -> firstRows(field))
        .getOrDefault(wanted.text(), NONE);
  }

  /** The row of an identifier, or -1. */
  int ofId(String id) {
    if (ids == null) {
      ids = firstRows(new FeatureId(0, table.ids(), firstRow));
    }
    int[] found = ids.getOrDefault(id, NONE);
    return found.length == 0 ? -1 : found[0];
  }

  private Map<String, int[]> firstRows(Evaluator values) {
    Map<String, int[]> rows = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      Value value = values.at(row);
      if (!value.isNull()) {
        rows.putIfAbsent(value.text(), new int[] {row});
      }
    }
    return rows;
  }
}
