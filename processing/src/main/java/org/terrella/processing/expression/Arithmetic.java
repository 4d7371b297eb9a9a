package org.terrella.processing.expression;

import org.terrella.exact.ExactMath;

/**
 * Two numbers combined. As in QGIS, texts that are numbers count as such, {@code +} joins two
 * texts, {@code /} gives a real number, and dividing by zero gives NULL. Whole numbers stay whole
 * while they fit into 64 bits, then they become real.
 */
final class Arithmetic extends Evaluator {
  private static final double LIMIT = 9.2e18;

  private final char operator;
  private final Evaluator left;
  private final Evaluator right;
  private final Value a = new Value();
  private final Value b = new Value();

  /**
   * @param operator one of {@code + - * / // % ^}
   */
  Arithmetic(int position, String operator, Evaluator left, Evaluator right) {
    super(position, left, right);
    this.operator = operator.equals("//") ? 'd' : operator.charAt(0);
    this.left = left;
    this.right = right;
  }

  @Override
  Value at(int row) {
    a.set(left.at(row));
    b.set(right.at(row));
    if (a.isNull() || b.isNull()) {
      result.setNull();
    } else if (operator == '+' && a.kind() == Value.Kind.TEXT && b.kind() == Value.Kind.TEXT) {
      result.set(a.text() + b.text());
    } else {
      demandNumber(a, row);
      demandNumber(b, row);
      boolean whole = a.kind() != Value.Kind.REAL && b.kind() != Value.Kind.REAL;
      if (whole && operator != '/' && operator != '^') {
        wholes(a.whole(), b.whole());
      } else {
        reals(a.real(), b.real());
      }
    }
    return result;
  }

  private void demandNumber(Value value, int row) {
    if (value.isMoment()) {
      throw error(row, "dates and times cannot be calculated with yet");
    }
    if (!value.becomeNumber()) {
      throw error(row, value.quoted() + " is " + value.kind().phrase() + ", not a number");
    }
  }

  private void wholes(long x, long y) {
    switch (operator) {
      case '+' -> {
        long sum = x + y;
        if (((x ^ sum) & (y ^ sum)) < 0) {
          result.set((double) x + y);
        } else {
          result.set(sum);
        }
      }
      case '-' -> {
        long difference = x - y;
        if (((x ^ y) & (x ^ difference)) < 0) {
          result.set((double) x - y);
        } else {
          result.set(difference);
        }
      }
      case '*' -> {
        double product = (double) x * y;
        if (product > LIMIT || product < -LIMIT) {
          result.set(product);
        } else {
          result.set(x * y);
        }
      }
      default -> {
        if (y == 0) {
          result.setNull();
        } else if (y == -1) {
          // The least number divided by -1 stops a program in WebAssembly.
          if (operator == '%') {
            result.set(0L);
          } else if (x == Long.MIN_VALUE) {
            result.set(-(double) x);
          } else {
            result.set(-x);
          }
        } else {
          result.set(operator == '%' ? x % y : Math.floorDiv(x, y));
        }
      }
    }
  }

  private void reals(double x, double y) {
    switch (operator) {
      case '+' -> result.set(x + y);
      case '-' -> result.set(x - y);
      case '*' -> result.set(x * y);
      case '^' -> result.set(ExactMath.pow(x, y));
      default -> {
        if (y == 0) {
          result.setNull();
        } else if (operator == '/') {
          result.set(x / y);
        } else if (operator == '%') {
          result.set(x % y);
        } else {
          double quotient = Math.floor(x / y);
          if (quotient > LIMIT || quotient < -LIMIT) {
            result.set(quotient);
          } else {
            result.set((long) quotient);
          }
        }
      }
    }
  }
}
