package org.terrella.processing.expression;

import org.terrella.error.TerrellaException;

/** Cuts the text of an expression into tokens. */
final class Lexer {
  private static final String[] OPERATORS = {
    ":=", "<=", ">=", "<>", "!=", "||", "//", "+", "-", "*", "/", "%", "^", "=", "<", ">", "~", "(",
    ")", ",", "[", "]"
  };

  private final String source;
  private int at;

  Lexer(String source) {
    this.source = source;
  }

  Token next() {
    skipBlanks();
    int start = at;
    if (at == source.length()) {
      return new Token(Token.Kind.END, "", at);
    }
    char c = source.charAt(at);
    if (c == '\'') {
      return new Token(Token.Kind.TEXT, quoted('\''), start);
    } else if (c == '"') {
      return new Token(Token.Kind.QUOTED_NAME, quoted('"'), start);
    } else if (isDigit(at) || c == '.' && isDigit(at + 1)) {
      return new Token(Token.Kind.NUMBER, number(), start);
    } else if (isNameStart(c)) {
      return new Token(Token.Kind.WORD, name(), start);
    } else if ((c == '$' || c == '@') && at + 1 < source.length()) {
      at++;
      return new Token(Token.Kind.VARIABLE, c + name(), start);
    }
    for (String operator : OPERATORS) {
      if (source.startsWith(operator, at)) {
        at += operator.length();
        return new Token(Token.Kind.OPERATOR, operator, start);
      }
    }
    throw problem(at, "\"" + c + "\" has no meaning here");
  }

  /** Whether the token after the last one given is this operator. */
  boolean isFollowedBy(String operator) {
    skipBlanks();
    return source.startsWith(operator, at);
  }

  static TerrellaException problem(int position, String reason) {
    return new ExpressionException(position, reason, "");
  }

  /** Passes over white space, comments from two hyphens to the end of the line, and C comments. */
  private void skipBlanks() {
    while (at < source.length()) {
      if (source.charAt(at) <= ' ' || source.charAt(at) == 0xA0) {
        at++;
      } else if (source.startsWith("--", at)) {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end + 1;
      } else if (source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at + 2);
        if (end < 0) {
          throw problem(at, "the comment has no end");
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  /** What stands between quotes; a quote is written twice, or in text behind a backslash. */
  private String quoted(char quote) {
    int start = at++;
    StringBuilder out = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      char following = at < source.length() ? source.charAt(at) : 0;
      if (c == quote) {
        if (following != quote) {
          return out.toString();
        }
        out.append(c);
        at++;
      } else if (c == '\\' && quote == '\'' && "'\\nt".indexOf(following) >= 0) {
        out.append(following == 'n' ? '\n' : following == 't' ? '\t' : following);
        at++;
      } else {
        out.append(c);
      }
    }
    throw problem(start, quote == '"' ? "the field name has no end" : "the text has no end");
  }

  private String number() {
    int start = at;
    digits();
    if (at < source.length() && source.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < source.length() && (source.charAt(at) | 0x20) == 'e') {
      int sign = at + 1 < source.length() && "+-".indexOf(source.charAt(at + 1)) >= 0 ? 2 : 1;
      if (isDigit(at + sign)) {
        at += sign;
        digits();
      }
    }
    if (at < source.length() && isNameStart(source.charAt(at))) {
      throw problem(at, "a number cannot be followed by \"" + source.charAt(at) + "\"");
    }
    return source.substring(start, at);
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  private String name() {
    int start = at;
    while (at < source.length() && (isNameStart(source.charAt(at)) || isDigit(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0xA0;
  }
}
