package org.terrella.processing.expression;

/** NOT in Kleene's logic: NULL stays NULL. */
final class Negation extends Evaluator {
  private final Evaluator operand;

  Negation(int position, Evaluator operand) {
    super(position, operand);
    this.operand = operand;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    int truth = operand.truth(row);
    if (truth < 0) {
      result.setNull();
    } else {
      result.set(truth == 0);
    }
    return result;
  }
}
