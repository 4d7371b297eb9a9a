package org.terrella.processing.expression;

/** Computes beforehand what is the same for all rows. */
final class Folding {
  private Folding() {}

  /** The value of a node that depends on no row; the node itself when it does, or fails. */
  static Evaluator fold(Evaluator node) {
    if (!node.isConstant()) {
      return node;
    }
    try {
      Evaluator folded = new Evaluator.Constant(node.position);
      folded.result.set(node.at(-1));
      return folded;
    } catch (EvaluationException failure) {
      // It may stand in a branch that is never taken, or inside of try().
      return node;
    }
  }
}
