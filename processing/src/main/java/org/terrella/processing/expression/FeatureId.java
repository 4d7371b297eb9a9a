package org.terrella.processing.expression;

import org.terrella.processing.feature.TextColumn;

/** The identifier of a feature, a whole number if it is one; without any the row, from 0. */
final class FeatureId extends Evaluator.Varying {
  private final TextColumn ids;

  /**
   * @param ids the identifiers of the table, or null
   */
  FeatureId(int position, TextColumn ids) {
    super(position);
    this.ids = ids;
  }

  @Override
  Value at(int row) {
    if (ids == null) {
      result.set((long) row);
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
