package org.terrella.processing.expression;

/**
 * A piece of an expression.
 *
 * @param text as written; of quoted names and texts what they stand for; operators and words in
 *     upper case
 * @param position of its first character, from 0
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    /** {@code $name} or {@code @name}. */
    VARIABLE,
    OPERATOR,
    END
  }

  /** Whether this is the given operator, or the given word in whatever case. */
  boolean is(String expected) {
    return kind == Kind.OPERATOR && text.equals(expected)
        || kind == Kind.WORD && text.equalsIgnoreCase(expected);
  }

  /** The token for a message. */
  String quoted() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "'" + text + "'";
      default -> "\"" + text + "\"";
    };
  }
}
