package org.terrella.webapp.panel;

import org.terrella.text.Ascii;

/** Values of select options, which Web Awesome does not allow to contain spaces. */
public final class Options {
  private Options() {}

  /** A value of an option for any text. */
  public static String encode(String value) {
    StringBuilder code = new StringBuilder("v");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = Ascii.isLetterOrDigit(c);
      code.append(plain ? String.valueOf(c) : "_" + Integer.toHexString(c) + "_");
    }
    return code.toString();
  }

  /** The text that a value of an option stands for. */
  public static String decode(String code) {
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '_') {
        int end = code.indexOf('_', i + 1);
        value.append((char) Integer.parseInt(code.substring(i + 1, end), 16));
        i = end;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
