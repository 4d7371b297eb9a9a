package org.terrella.dist.e2e;

/** A command that rejected. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  CommandFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable code, or an empty text where the page gave none. */
  public String code() {
    return code;
  }
}
