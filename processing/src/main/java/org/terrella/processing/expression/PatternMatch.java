package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** Whether a regular expression is found in a text. */
final class PatternMatch extends Evaluator {
  private final Evaluator left;
  private final Evaluator right;
  private final PatternCache cache = new PatternCache();

  PatternMatch(int position, Evaluator left, Evaluator right) {
    super(position, left, right);
    this.left = left;
    this.right = right;
    if (right instanceof Evaluator.Constant && !right.result.isNull()) {
      pattern(-1, right.result.text());
    }
  }

  private Pattern pattern(int row, String source) {
    try {
      return cache.get(source);
    } catch (TerrellaException unreadable) {
      throw error(row, unreadable.getMessage());
    }
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    Value value = left.at(row);
    String text = value.text();
    boolean missing = value.isNull();
    Value pattern = right.at(row);
    if (missing || pattern.isNull()) {
      result.setNull();
    } else {
      result.set(pattern(row, pattern.text()).find(text, 0));
    }
    return result;
  }
}
