package org.terrella.processing.expression;

/** A number with its sign turned. */
final class Sign extends Evaluator {
  private final Evaluator operand;

  Sign(int position, Evaluator operand) {
    super(position, operand);
    this.operand = operand;
  }

  @Override
  Value at(int row) {
    result.set(operand.at(row));
    if (result.isNull()) {
      return result;
    }
    if (!result.becomeNumber()) {
      throw error(row, result.quoted() + " is " + result.kind().phrase() + ", not a number");
    }
    if (result.kind() == Value.Kind.REAL || result.whole() == Long.MIN_VALUE) {
      result.set(-result.real());
    } else {
      result.set(-result.whole());
    }
    return result;
  }
}
