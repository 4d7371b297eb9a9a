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
    Value x = left.at(row);
    Value y = right.at(row);
    Value.Kind one = x.kind();
    Value.Kind other = y.kind();
    boolean real = one == Value.Kind.REAL || other == Value.Kind.REAL;
    if ((one == Value.Kind.REAL || one == Value.Kind.INTEGER)
        && (other == Value.Kind.REAL || other == Value.Kind.INTEGER)) {
      // What most rows are; no copies of values are made for it.
      if (real || operator == '/' || operator == '^') {
        reals(x.real(), y.real());
      } else {
        wholes(x.whole(), y.whole());
      }
      return result;
    }
    a.set(x);
    b.set(y);
    if (a.isNull() || b.isNull()) {
      result.setNull();
    } else if (operator == '+' && a.kind() == Value.Kind.TEXT && b.kind() == Value.Kind.TEXT) {
      result.set(a.text() + b.text());
    } else if (isTemporal(a) || isTemporal(b)) {
      temporal(row);
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
    if (!value.becomeNumber()) {
      throw error(row, value.quoted() + " is " + value.kind().phrase() + ", not a number");
    }
  }

  private static boolean isTemporal(Value value) {
    return value.isMoment() || value.kind() == Value.Kind.INTERVAL;
  }

  /**
   * Moments and intervals: a date and an interval give a date-time, two moments the interval
   * between them. Years of an interval have 365.25 days and months 30, as in QGIS.
   */
  private void temporal(int row) {
    if (operator == '-' && a.isMoment() && b.kind() == Value.Kind.TEXT) {
      // A date that is text; or else an interval.
      b.becomeMoment();
    } else if (operator == '-' && b.isMoment()) {
      a.becomeMoment();
    }
    if (operator == '-' && a.isMoment() && b.isMoment()) {
      if ((a.kind() == Value.Kind.TIME) != (b.kind() == Value.Kind.TIME)) {
        throw error(row, "a time and a date have no interval between them");
      }
      result.setInterval((a.instant() - b.instant()) / 1e6);
    } else if ((operator == '+' || operator == '-') && a.isMoment() && Intervals.become(b)) {
      Intervals.move(a, operator == '-' ? -b.real() : b.real(), result, this, row);
    } else if (operator == '+' && b.isMoment() && Intervals.become(a)) {
      Intervals.move(b, a.real(), result, this, row);
    } else if (a.isMoment() || b.isMoment()) {
      throw error(
          row,
          a.quoted()
              + " and "
              + b.quoted()
              + " are "
              + a.kind().phrase()
              + " and "
              + b.kind().phrase()
              + ", which "
              + operator
              + " cannot combine");
    } else {
      intervals(row);
    }
  }

  private void intervals(int row) {
    boolean both = Intervals.become(a) && Intervals.become(b);
    if (both && (operator == '+' || operator == '-')) {
      result.setInterval(operator == '+' ? a.real() + b.real() : a.real() - b.real());
    } else if (!both && (operator == '*' || operator == '/') && a.kind() == Value.Kind.INTERVAL) {
      demandNumber(b, row);
      if (operator == '*') {
        result.setInterval(a.real() * b.real());
      } else if (b.real() != 0) {
        result.setInterval(a.real() / b.real());
      } else {
        result.setNull();
      }
    } else {
      throw error(row, "an interval cannot be combined like this");
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
