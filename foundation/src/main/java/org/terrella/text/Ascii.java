package org.terrella.text;

/**
 * Kinds of characters by ASCII alone. The functions of {@link Character} know all of Unicode, whose
 * tables would be part of the page and of the engine.
 */
public final class Ascii {
  private Ascii() {}

  /** Whether this is 0 to 9. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether this is A to Z. */
  public static boolean isUpperCase(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether this is A to Z, a to z or 0 to 9. */
  public static boolean isLetterOrDigit(char c) {
    return isUpperCase(c) || c >= 'a' && c <= 'z' || isDigit(c);
  }

  /** The value of a hexadecimal digit; -1 for any other character. */
  public static int hexDigit(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
