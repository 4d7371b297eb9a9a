package org.terrella.processing.expression;

/** Two values compared by {@link Ordering}; NULL when one is, but for IS and IS NOT. */
final class Comparison extends Evaluator {
  /** What must hold. */
  enum Test {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IS,
    IS_NOT;

    static Test of(String operator) {
      return switch (operator) {
        case "=" -> EQUAL;
        case "<" -> LESS;
        case "<=" -> LESS_OR_EQUAL;
        case ">" -> GREATER;
        case ">=" -> GREATER_OR_EQUAL;
        default -> NOT_EQUAL;
      };
    }

    boolean holds(int order) {
      return switch (this) {
        case EQUAL, IS -> order == 0;
        case NOT_EQUAL, IS_NOT -> order != 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order == 1;
        case GREATER_OR_EQUAL -> order == 0 || order == 1;
      };
    }
  }

  private final Test test;
  private final Evaluator left;
  private final Evaluator right;
  private final Ordering ordering = new Ordering();

  Comparison(int position, Test test, Evaluator left, Evaluator right) {
    super(position, left, right);
    this.test = test;
    this.left = left;
    this.right = right;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    Value a = left.at(row);
    Value b = right.at(row);
    if (!a.isNull() && !b.isNull()) {
      result.set(test.holds(ordering.compare(a, b)));
    } else if (test == Test.IS || test == Test.IS_NOT) {
      result.set((a.isNull() && b.isNull()) == (test == Test.IS));
    } else {
      result.setNull();
    }
    return result;
  }
}
