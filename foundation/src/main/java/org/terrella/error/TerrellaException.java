package org.terrella.error;

import java.util.Objects;

/**
 * A failure that a person can act on.
 *
 * <p>The code is a stable kebab-case string that programs may compare; the message names the file,
 * layer, argument or feature at fault and says what is wrong with it.
 */
public class TerrellaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public TerrellaException(String code, String message) {
    super(Objects.requireNonNull(message));
    this.code = Objects.requireNonNull(code);
  }

  public TerrellaException(String code, String message, Throwable cause) {
    super(Objects.requireNonNull(message), cause);
    this.code = Objects.requireNonNull(code);
  }

  /** The stable code, for example {@code malformed-input}. */
  public String code() {
    return code;
  }

  /** Bytes or text that are not what their format demands. */
  public static TerrellaException malformed(String message) {
    return new TerrellaException("malformed-input", message);
  }

  /** A value that a command, parameter or field cannot take. */
  public static TerrellaException invalid(String message) {
    return new TerrellaException("invalid-argument", message);
  }

  /** A layer, field, file or algorithm that is not there. */
  public static TerrellaException notFound(String message) {
    return new TerrellaException("not-found", message);
  }

  /** Data that are well-formed but in a format or of a kind that is not supported. */
  public static TerrellaException unsupported(String message) {
    return new TerrellaException("unsupported-format", message);
  }

  /** Work that was stopped on request. */
  public static TerrellaException cancelled() {
    return new TerrellaException("cancelled", "Cancelled.");
  }
}
