package org.terrella.processing.expression;

import org.terrella.processing.feature.TextColumn;

/** The identifier of a feature, a whole number if it is one; without any the row, from 0. */
final class FeatureId extends Evaluator.Varying {
  private final TextColumn ids;
  private final int firstRow;

  /**
   * @param ids the identifiers of the table, or null
   * @param firstRow the number of the table's first row, where it is part of a larger one
   */
  FeatureId(int position, TextColumn ids, int firstRow) {
    super(position);
    this.ids = ids;
    this.firstRow = firstRow;
  }

  @Override
  Value at(int row) {
    if (ids == null) {
      result.set((long) firstRow + row);
    } else if (ids.isNull(row)) {
      result.setNull();
    } else {
      result.set(ids.value(row));
      String text = result.text();
      if (result.becomeNumber() && !result.text().equals(text)) {
        result.set(text);
      }
    }
    return result;
  }
}
