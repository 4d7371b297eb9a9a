package org.terrella.processing.expression;

/** Whether a value lies between two others, both inclusive, in Kleene's logic. */
final class Between extends Evaluator {
  private final Evaluator value;
  private final Evaluator low;
  private final Evaluator high;
  private final Ordering ordering = new Ordering();

  Between(int position, Evaluator value, Evaluator low, Evaluator high) {
    super(position, value, low, high);
    this.value = value;
    this.low = low;
    this.high = high;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    Value each = value.at(row);
    Value least = low.at(row);
    Value most = high.at(row);
    result.setNull();
    if (each.isNull()) {
      return result;
    }
    int above = least.isNull() ? Ordering.NONE : ordering.compare(each, least);
    int below = most.isNull() ? Ordering.NONE : ordering.compare(each, most);
    if (!least.isNull() && (above < 0 || above == Ordering.NONE) || !most.isNull() && below > 0) {
      result.set(false);
    } else if (!least.isNull() && !most.isNull()) {
      result.set(true);
    }
    return result;
  }
}
