package org.terrella.processing.expression;

/** A value that an operator or function cannot take; {@code try} answers with another one. */
final class EvaluationException extends ExpressionException {
  private static final long serialVersionUID = 1L;

  private final int row;

  EvaluationException(int position, int row, String reason) {
    super(position, reason, row < 0 ? "" : " (in feature " + (row + 1) + ")");
    this.row = row;
  }

  /** The same, where the row is counted from the first one of a larger table. */
  EvaluationException from(int firstRow) {
    return row < 0 || firstRow == 0
        ? this
        : new EvaluationException(position(), firstRow + row, reason());
  }
}
