package org.terrella.processing.expression;

/** Two values as one text; NULL when one of them is. */
final class Concatenation extends Evaluator {
  private final Evaluator left;
  private final Evaluator right;

  Concatenation(int position, Evaluator left, Evaluator right) {
    super(position, left, right);
    this.left = left;
    this.right = right;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.TEXT;
  }

  @Override
  Value at(int row) {
    Value first = left.at(row);
    String text = first.text();
    boolean missing = first.isNull();
    Value second = right.at(row);
    if (missing || second.isNull()) {
      result.setNull();
    } else {
      result.set(text + second.text());
    }
    return result;
  }
}
