package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** A node of an expression: gives a value for every row of the table it was made for. */
abstract class Evaluator {
  /** A stack overflow in WebAssembly cannot be caught, so trees have a greatest height. */
  static final int MOST_LEVELS = 400;

  /** Where the node stands in the text, counted in characters from 0. */
  final int position;

  /** Where {@link #at} may write its answer. */
  final Value result = new Value();

  private final boolean constant;
  private final int height;

  Evaluator(int position, Evaluator... operands) {
    this.position = position;
    boolean allConstant = true;
    int highest = 0;
    for (Evaluator operand : operands) {
      allConstant &= operand.isConstant();
      highest = Math.max(highest, operand.height);
    }
    this.constant = allConstant;
    this.height = highest + 1;
    if (height > MOST_LEVELS) {
      throw TerrellaException.invalid(
          "The expression is nested deeper than " + MOST_LEVELS + " levels.");
    }
  }

  /** The value for a row; it is valid until the next call. */
  abstract Value at(int row);

  /** What all values are that are not NULL, where that is known before; else NULL. */
  Value.Kind kind() {
    return Value.Kind.NULL;
  }

  /** The node for a message. */
  String phrase() {
    return "this";
  }

  /** Whether the value is the same for all rows. */
  boolean isConstant() {
    return constant;
  }

  EvaluationException error(int row, String reason) {
    return new EvaluationException(position, isConstant() ? -1 : row, reason);
  }

  /** Kleene's truth of a value: 1, 0 or, for NULL, -1. */
  final int truth(int row) {
    Value value = at(row);
    return switch (value.kind()) {
      case NULL -> -1;
      case BOOLEAN, INTEGER -> value.whole() != 0 ? 1 : 0;
      case REAL, INTERVAL -> value.real() != 0 ? 1 : 0;
      default -> {
        if (value.kind() == Value.Kind.TEXT) {
          Value number = new Value();
          number.set(value);
          if (number.becomeNumber()) {
            yield number.real() != 0 ? 1 : 0;
          }
        }
        throw error(
            row, value.quoted() + " is " + value.kind().phrase() + ", neither true nor false");
      }
    };
  }

  /** A value that does not depend on the row. */
  static final class Constant extends Evaluator {
    Constant(int position) {
      super(position);
    }

    @Override
    Value.Kind kind() {
      return result.kind();
    }

    @Override
    String phrase() {
      return result.quoted();
    }

    @Override
    Value at(int row) {
      return result;
    }
  }

  /** An argument that was not given though one behind it was; it is NULL. */
  static final class LeftOut extends Evaluator {
    LeftOut(int position) {
      super(position);
    }

    @Override
    Value at(int row) {
      return result;
    }
  }

  /** A value that changes with the row. */
  abstract static class Varying extends Evaluator {
    Varying(int position) {
      super(position);
    }

    @Override
    boolean isConstant() {
      return false;
    }
  }
}
