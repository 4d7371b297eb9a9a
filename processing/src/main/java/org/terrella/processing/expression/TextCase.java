package org.terrella.processing.expression;

/**
 * Upper and lower case character by character, alike on the JVM and in WebAssembly; of the letters
 * that become two, {@code ß} alone does.
 */
final class TextCase {
  private TextCase() {}

  static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      out.appendCodePoint(Character.toLowerCase(c));
      at += Character.charCount(c);
    }
    return out.toString();
  }

  static String upper(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (c == 'ß') {
        out.append("SS");
      } else {
        out.appendCodePoint(Character.toUpperCase(c));
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }
}
