package org.terrella.processing.expression;

/**
 * The names that a call gives to its last argument: {@code @element} and {@code @counter} of an
 * array's members, the variable of {@code with_variable}, {@code @parent} of an aggregate.
 */
final class Lambda {
  private final Function function;
  private Binding[] bindings = {};

  Lambda(Function function) {
    this.function = function;
  }

  Binding[] bindings() {
    return bindings;
  }

  /**
   * Binds the names while the argument at a place is read; says how many.
   *
   * @param given the arguments read so far
   */
  int open(Scope scope, Evaluator[] given, int place) {
    switch (function.name()) {
      case "array_foreach", "array_filter" -> {
        if (place != 1) {
          return 0;
        }
        bindings = new Binding[] {new Binding("element"), new Binding("counter")};
      }
      case "with_variable" -> {
        if (place != 2 || given[0] == null) {
          return 0;
        }
        Evaluator name = given[0];
        if (!(name instanceof Evaluator.Constant) || name.result.kind() != Value.Kind.TEXT) {
          throw Lexer.problem(name.position, "the name of a variable must be text in quotes");
        }
        bindings = new Binding[] {new Binding(name.result.text())};
      }
      case "aggregate" -> {
        // One binding for all arguments, of which expression and filter may mention it.
        if (bindings.length == 0) {
          bindings = new Binding[] {new Binding("parent")};
        }
      }
      default -> {
        return 0;
      }
    }
    for (Binding binding : bindings) {
      scope.bindings().bind(binding);
    }
    return bindings.length;
  }
}
