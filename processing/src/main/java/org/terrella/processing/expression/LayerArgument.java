package org.terrella.processing.expression;

import java.util.List;

/** The first argument of functions that look at a layer, and what it means for the others. */
final class LayerArgument {
  /** Arguments that are computed for the features of the layer. */
  private static final List<String> INSIDE =
      List.of("expression", "filter", "concatenator", "order_by");

  private LayerArgument() {}

  static boolean isOf(Function function) {
    return !function.parameters().isEmpty() && function.parameters().get(0).equals("layer");
  }

  /** Whose rows an argument at a place is about. */
  static Scope scopeOf(Function function, Evaluator[] given, int place, Scope asking) {
    boolean inside =
        isOf(function)
            && place > 0
            && place < function.parameters().size()
            && INSIDE.contains(function.parameters().get(place));
    return inside ? scope(asking, given[0], Overlay.isOne(function)) : asking;
  }

  /**
   * The layer that an argument names, which must be known beforehand.
   *
   * @param here whether its features are to be in the system of those that ask
   */
  static Scope scope(Scope asking, Evaluator layer, boolean here) {
    if (layer == null) {
      throw Lexer.problem(0, "the layer must come before what is computed of it");
    } else if (!layer.isConstant()) {
      throw Lexer.problem(layer.position, "the layer must be text in quotes");
    }
    String text = layer.at(-1).text();
    Scope found = asking.other(text, here);
    if (found == null) {
      throw Lexer.problem(layer.position, Scope.missing(text));
    }
    return found;
  }

  /** A failure in a feature of another layer, told of the feature that asks. */
  static EvaluationException failed(EvaluationException failure, Scope layer, int row) {
    return new EvaluationException(
        failure.position(), row, failure.reason() + " in \"" + layer.table().name() + "\"");
  }
}
