package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** What is wrong with an expression, and at which character. */
public class ExpressionException extends TerrellaException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final String reason;

  /**
   * @param reason a clause, with or without a full stop
   * @param where more about the place, which follows the reason; may be empty
   */
  ExpressionException(int position, String reason, String where) {
    super(
        "invalid-argument",
        "Expression, character " + (position + 1) + ": " + plain(reason) + where + ".");
    this.position = position;
    this.reason = plain(reason);
  }

  private static String plain(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  /** The place in the text, from 0. */
  public int position() {
    return position;
  }

  /** What is wrong there, without a full stop. */
  public String reason() {
    return reason;
  }
}
