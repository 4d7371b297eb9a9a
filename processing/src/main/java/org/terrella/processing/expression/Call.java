package org.terrella.processing.expression;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.temporal.Moment;

/** A function with its arguments, which it asks for here. */
final class Call extends Evaluator {
  private final Function function;
  private final Evaluator[] arguments;
  private final Value[] values;
  private final Value converted = new Value();
  private final Scope scope;
  private final Binding[] bindings;
  private final PatternCache patterns = new PatternCache();
  private int row;

  /**
   * @param bindings the names that the function gives to its last argument
   */
  Call(int position, Scope scope, Function function, Binding[] bindings, Evaluator... arguments) {
    super(position, arguments);
    this.scope = scope;
    this.bindings = bindings;
    this.function = function;
    this.arguments = arguments;
    this.values = new Value[arguments.length];
  }

  /**
   * The node of a function with its arguments.
   *
   * @param varying whether arguments look at variables that are bound around the call
   */
  static Evaluator of(
      int position,
      Scope scope,
      Function function,
      Binding[] bindings,
      boolean varying,
      Evaluator[] arguments) {
    if (LayerArgument.isOf(function)) {
      scope.noteLayer(arguments[0]);
    }
    if (function.name().equals("var") && arguments[0] instanceof Constant) {
      return scope.variable("@" + arguments[0].result.text(), position);
    } else if (Aggregate.isOne(function)) {
      return Aggregate.of(position, scope, function, bindings, varying, arguments);
    } else if (Overlay.isOne(function)) {
      return Overlay.of(position, scope, function, varying, arguments);
    }
    return Folding.fold(new Call(position, scope, function, bindings, arguments));
  }

  @Override
  Value at(int newRow) {
    row = newRow;
    result.setNull();
    for (int i = 0; i < arguments.length; i++) {
      values[i] = function.lazy() ? null : arguments[i].at(row);
      if (values[i] != null && values[i].isNull() && !(arguments[i] instanceof LeftOut)) {
        return result;
      }
    }
    function.body().run(this, result);
    return result;
  }

  @Override
  boolean isConstant() {
    return super.isConstant() && !function.varying();
  }

  /** The row for which the function is asked. */
  int row() {
    return row;
  }

  Scope scope() {
    return scope;
  }

  /** Sets what a name of the last argument stands for. */
  Value binding(int index) {
    return bindings[index].value();
  }

  /** An argument computed anew, after a binding changed. */
  Value again(int index) {
    return arguments[index].at(row);
  }

  Function function() {
    return function;
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

  /** Whether an argument was not given though one behind it was. */
  boolean isLeftOut(int index) {
    return arguments[index] instanceof LeftOut;
  }

  /** Whether an argument is true. */
  boolean isTrue(int index) {
    return arguments[index].truth(row) == 1;
  }

  /** An argument as a regular expression. */
  Pattern pattern(int index) {
    try {
      return patterns.get(text(index));
    } catch (TerrellaException unreadable) {
      throw failed(unreadable.getMessage());
    }
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
    return number.kind() == Kind.REAL ? rounded(number.real()) : number.whole();
  }

  double realOr(int index, double otherwise) {
    return has(index) ? real(index) : otherwise;
  }

  int smallOr(int index, int otherwise) {
    return has(index) ? small(index) : otherwise;
  }

  String textOr(int index, String otherwise) {
    return has(index) ? text(index) : otherwise;
  }

  boolean truthOr(int index, boolean otherwise) {
    return has(index) ? isTrue(index) : otherwise;
  }

  /** An argument as an array, or JSON text that is one. */
  List<Value> list(int index) {
    Value value = value(index);
    if (value.kind() == Kind.TEXT) {
      value = ValueJson.parsed(value);
    }
    if (value.kind() != Kind.ARRAY) {
      throw refused(index, "an array");
    }
    return value.list();
  }

  /** An argument as a map, or JSON text that is one. */
  Map<String, Value> map(int index) {
    Value value = value(index);
    if (value.kind() == Kind.TEXT) {
      value = ValueJson.parsed(value);
    }
    if (value.kind() != Kind.MAP) {
      throw refused(index, "a map");
    }
    return value.map();
  }

  /** An argument as a geometry; that of a feature, which may be null, is one, too. */
  Geometry geometry(int index) {
    Value value = value(index);
    if (value.kind() == Kind.FEATURE) {
      return value.layer().geometry((int) value.whole());
    } else if (value.kind() != Kind.GEOMETRY) {
      throw refused(index, "a geometry");
    }
    return value.geometry();
  }

  /** An argument as seconds of an interval. */
  double interval(int index) {
    Value value = value(index);
    if (value.kind() == Kind.INTERVAL) {
      return value.real();
    }
    double seconds = value.kind() == Kind.TEXT ? Intervals.parse(value.text()) : Double.NaN;
    if (seconds != seconds) {
      throw refused(index, "an interval");
    }
    return seconds;
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
    if (moment.kind() == Kind.TIME) {
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
    if (moment.kind() == Kind.DATE) {
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
