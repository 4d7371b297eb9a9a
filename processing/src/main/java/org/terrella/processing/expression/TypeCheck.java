package org.terrella.processing.expression;

import org.terrella.processing.expression.Value.Kind;

/** Finds before the first row what could only ever fail: values of kinds that do not fit. */
final class TypeCheck {
  private TypeCheck() {}

  /** Refuses operands that no arithmetic takes, and dates with numbers. */
  static void operands(String operator, Evaluator left, Evaluator right) {
    number(operator, left);
    number(operator, right);
    mixed(operator, left, right);
    mixed(operator, right, left);
  }

  private static void number(String operator, Evaluator operand) {
    switch (operand.kind()) {
      case ARRAY, MAP, GEOMETRY, BINARY, FEATURE -> throw refused(operand, "not a number");
      case DATE, TIME, DATE_TIME -> {
        if (!operator.equals("+") && !operator.equals("-")) {
          throw refused(operand, "not a number");
        }
      }
      default -> {}
    }
  }

  private static void mixed(String operator, Evaluator moment, Evaluator other) {
    Kind kind = moment.kind();
    boolean temporal = kind == Kind.DATE || kind == Kind.TIME || kind == Kind.DATE_TIME;
    if (temporal && isNumber(other.kind())) {
      throw Lexer.problem(
          other.position,
          operator
              + " cannot combine "
              + kind.phrase()
              + " with a number; to_interval('1 day') is an interval");
    }
  }

  private static boolean isNumber(Kind kind) {
    return kind == Kind.INTEGER || kind == Kind.REAL || kind == Kind.BOOLEAN;
  }

  /** Refuses what is neither true nor false. */
  static void truth(Evaluator condition) {
    switch (condition.kind()) {
      case DATE, TIME, DATE_TIME, ARRAY, MAP, GEOMETRY, BINARY, FEATURE ->
          throw refused(condition, "neither true nor false");
      default -> {}
    }
  }

  /** Refuses arguments whose parameter by its name wants another kind. */
  static void arguments(Function function, Evaluator[] arguments) {
    for (int i = 0; i < Math.min(arguments.length, function.parameters().size()); i++) {
      Kind kind = arguments[i].kind();
      String parameter = function.parameters().get(i);
      boolean scalar = isNumber(kind) || kind == Kind.DATE || kind == Kind.DATE_TIME;
      switch (parameter) {
        case "geometry",
            "geometry1",
            "geometry2",
            "point",
            "point1",
            "point2",
            "point_a",
            "point_b",
            "center" -> {
          boolean text = kind == Kind.TEXT && !function.name().equals("reverse");
          if (scalar || text || kind == Kind.ARRAY || kind == Kind.MAP || kind == Kind.BINARY) {
            throw refused(arguments[i], "not a geometry");
          }
        }
        case "array", "array1", "array2", "array_a", "array_b" -> {
          if (scalar || kind == Kind.MAP || kind == Kind.GEOMETRY) {
            throw refused(arguments[i], "not an array");
          }
        }
        case "map" -> {
          if (scalar || kind == Kind.ARRAY || kind == Kind.GEOMETRY) {
            throw refused(arguments[i], "not a map");
          }
        }
        case "condition" -> truth(arguments[i]);
        default -> {}
      }
    }
  }

  private static RuntimeException refused(Evaluator node, String reason) {
    return Lexer.problem(
        node.position, node.phrase() + " is " + node.kind().phrase() + ", " + reason);
  }
}
