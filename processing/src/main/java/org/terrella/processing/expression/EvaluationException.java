package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** A value that an operator or function cannot take; {@code try} answers with another one. */
final class EvaluationException extends TerrellaException {
  private static final long serialVersionUID = 1L;

  EvaluationException(int position, int row, String reason) {
    super(
        "invalid-argument",
        "Expression, character "
            + (position + 1)
            + ": "
            + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
            + (row < 0 ? "." : " (in feature " + (row + 1) + ")."));
  }
}
