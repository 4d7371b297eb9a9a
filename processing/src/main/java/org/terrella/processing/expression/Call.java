package org.terrella.processing.expression;

import org.terrella.processing.temporal.Moment;

/** A function with its arguments, which it asks for here. */
final class Call extends Evaluator {
  private final Function function;
  private final Evaluator[] arguments;
  private final Value[] values;
  private final Value converted = new Value();
  private int row;

  Call(int position, Function function, Evaluator... arguments) {
    super(position, arguments);
    this.function = function;
    this.arguments = arguments;
    this.values = new Value[arguments.length];
  }

  @Override
  Value at(int newRow) {
    row = newRow;
    result.setNull();
    for (int i = 0; i < arguments.length; i++) {
      values[i] = function.lazy() ? null : arguments[i].at(row);
      if (values[i] != null && values[i].isNull()) {
        return result;
      }
    }
    function.body().run(this, result);
    return result;
  }

  /** How many arguments there are. */
  int count() {
    return arguments.length;
  }

  /** An argument, computed once at most: calls in calls would else take twice the time each. */
  Value value(int index) {
    if (values[index] == null) {
      values[index] = arguments[index].at(row);
    }
    return values[index];
  }

  /** Whether an argument is there and is not NULL. */
  boolean has(int index) {
    return index < arguments.length && !value(index).isNull();
  }

  /** Whether an argument is true. */
  boolean isTrue(int index) {
    return arguments[index].truth(row) == 1;
  }

  /** An argument as a number; valid until the next conversion. */
  Value number(int index) {
    converted.set(value(index));
    if (!converted.becomeNumber()) {
      throw refused(index, "a number");
    }
    return converted;
  }

  double real(int index) {
    return number(index).real();
  }

  /** An argument as a whole number; others are rounded, halves away from zero. */
  long whole(int index) {
    Value number = number(index);
    return number.kind() == Value.Kind.REAL ? rounded(number.real()) : number.whole();
  }

  /** A whole number that counts characters, brought into the range of 32 bits. */
  int small(int index) {
    return (int) Math.max(-1_000_000_000, Math.min(1_000_000_000, whole(index)));
  }

  String text(int index) {
    return value(index).text();
  }

  /** An argument as a date or a date-time, or text that is one; valid until the next conversion. */
  Value date(int index) {
    Value moment = moment(index);
    if (moment.kind() == Value.Kind.TIME) {
      throw refused(index, "a date");
    }
    return moment;
  }

  /** An argument as date, time or date-time; valid until the next conversion. */
  Value moment(int index) {
    converted.set(value(index));
    if (!converted.becomeMoment()) {
      throw refused(index, "a date or time");
    }
    return converted;
  }

  /** Microseconds since midnight of an argument. */
  long ofDay(int index) {
    Value moment = moment(index);
    if (moment.kind() == Value.Kind.DATE) {
      throw refused(index, "a time");
    }
    return Moment.ofDay(moment.whole());
  }

  EvaluationException refused(int index, String wanted) {
    Value value = value(index);
    return failed(value.quoted() + " is " + value.kind().phrase() + ", not " + wanted);
  }

  EvaluationException failed(String reason) {
    return error(row, function.name() + ": " + reason);
  }

  static long rounded(double value) {
    // A double converts to the nearest long there is, on all machines.
    return (long) (value < 0 ? Math.ceil(value - 0.5) : Math.floor(value + 0.5));
  }
}
