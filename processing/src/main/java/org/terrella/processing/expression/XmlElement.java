package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An element of an XML document.
 *
 * @param name without its prefix
 * @param attributes by their names, without prefixes
 * @param text all characters right in the element
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {
  private static final int MOST_LEVELS = 50;

  /**
   * The element that a text is.
   *
   * @throws IllegalArgumentException for any other text, and for one with entities, character data
   *     sections or a document type, which plain geometries do not need
   */
  static XmlElement parse(String text) {
    Reader reader = new Reader(text);
    reader.passOver();
    XmlElement element = reader.element(0);
    reader.passOver();
    if (reader.at < text.length()) {
      throw malformed();
    }
    return element;
  }

  static IllegalArgumentException malformed() {
    return new IllegalArgumentException("no plain XML");
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    XmlElement element(int depth) {
      expect("<");
      if (depth > MOST_LEVELS) {
        throw malformed();
      }
      String name = name();
      Map<String, String> attributes = new HashMap<>();
      for (blanks(); !text.startsWith("/>", at) && !text.startsWith(">", at); blanks()) {
        String attribute = local(name());
        blanks();
        expect("=");
        blanks();
        attributes.put(attribute, quoted());
      }
      List<XmlElement> children = new ArrayList<>();
      StringBuilder inside = new StringBuilder();
      if (text.startsWith("/>", at)) {
        at += 2;
      } else {
        at++;
        while (!text.startsWith("</", at)) {
          if (text.startsWith("<!--", at)) {
            skip("-->");
          } else if (text.startsWith("<", at)) {
            children.add(element(depth + 1));
          } else {
            inside.append(character());
          }
        }
        at += 2;
        expect(name);
        blanks();
        expect(">");
      }
      return new XmlElement(local(name), attributes, children, inside.toString());
    }

    /** Blanks, comments and declarations around the element. */
    void passOver() {
      for (blanks(); text.startsWith("<?", at) || text.startsWith("<!--", at); blanks()) {
        skip(text.startsWith("<?", at) ? "?>" : "-->");
      }
    }

    private void blanks() {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
    }

    private void skip(String end) {
      int found = text.indexOf(end, at);
      if (found < 0) {
        throw malformed();
      }
      at = found + end.length();
    }

    private void expect(String wanted) {
      if (!text.startsWith(wanted, at)) {
        throw malformed();
      }
      at += wanted.length();
    }

    private char character() {
      if (at >= text.length() || text.charAt(at) == '&') {
        throw malformed();
      }
      return text.charAt(at++);
    }

    private String name() {
      int start = at;
      while (at < text.length()
          && "=/<>'\"".indexOf(text.charAt(at)) < 0
          && text.charAt(at) > ' ') {
        at++;
      }
      if (at == start) {
        throw malformed();
      }
      return text.substring(start, at);
    }

    private String quoted() {
      char quote = character();
      if (quote != '"' && quote != '\'') {
        throw malformed();
      }
      StringBuilder value = new StringBuilder();
      for (char next = character(); next != quote; next = character()) {
        value.append(next);
      }
      return value.toString();
    }

    private static String local(String name) {
      return name.substring(name.indexOf(':') + 1);
    }
  }
}
