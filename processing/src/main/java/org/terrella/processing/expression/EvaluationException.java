package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** A value that an operator or function cannot take; {@code try} answers with another one. */
final class EvaluationException extends TerrellaException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final int row;
  private final String reason;

  EvaluationException(int position, int row, String reason) {
    super(
        "invalid-argument",
        "Expression, character "
            + (position + 1)
            + ": "
            + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
            + (row < 0 ? "." : " (in feature " + (row + 1) + ")."));
    this.position = position;
    this.row = row;
    this.reason = reason;
  }

  /** The same, where the row is counted from the first one of a larger table. */
  EvaluationException from(int firstRow) {
    return row < 0 || firstRow == 0
        ? this
        : new EvaluationException(position, firstRow + row, reason);
  }
}
