package org.terrella.processing.expression;

/**
 * Whether a text has a form: {@code %} stands for any text, {@code _} for one character, and a
 * backslash before them or itself takes their meaning away. ILIKE does not mind case.
 */
final class Like extends Evaluator {
  private static final char ANY = '\uFFFE';
  private static final char ONE = '\uFFFF';

  private final boolean anyCase;
  private final Evaluator left;
  private final Evaluator right;
  private String compiled;

  Like(int position, boolean anyCase, Evaluator left, Evaluator right) {
    super(position, left, right);
    this.anyCase = anyCase;
    this.left = left;
    this.right = right;
  }

  @Override
  Value.Kind kind() {
    return Value.Kind.BOOLEAN;
  }

  @Override
  Value at(int row) {
    Value value = left.at(row);
    String text = value.text();
    boolean missing = value.isNull();
    Value pattern = right.at(row);
    if (missing || pattern.isNull()) {
      result.setNull();
      return result;
    }
    if (compiled == null || !right.isConstant()) {
      compiled = compile(anyCase ? TextCase.lower(pattern.text()) : pattern.text());
    }
    result.set(matches(anyCase ? TextCase.lower(text) : text, compiled));
    return result;
  }

  /** Wildcards become characters that no text has. */
  private static String compile(String pattern) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length() && "%_\\".indexOf(pattern.charAt(i + 1)) >= 0) {
        out.append(pattern.charAt(++i));
      } else {
        out.append(c == '%' ? ANY : c == '_' ? ONE : c);
      }
    }
    return out.toString();
  }

  /** Goes back to the last {@link #ANY} only, which is enough, so that no pattern is slow. */
  private static boolean matches(String text, String pattern) {
    int at = 0;
    int wanted = 0;
    int lastAny = -1;
    int lastAt = 0;
    while (at < text.length()) {
      char next = wanted < pattern.length() ? pattern.charAt(wanted) : 0;
      if (wanted < pattern.length() && next == ANY) {
        lastAny = wanted++;
        lastAt = at;
      } else if (wanted < pattern.length() && (next == ONE || next == text.charAt(at))) {
        at += next == ONE ? Character.charCount(text.codePointAt(at)) : 1;
        wanted++;
      } else if (lastAny >= 0) {
        wanted = lastAny + 1;
        at = ++lastAt;
      } else {
        return false;
      }
    }
    while (wanted < pattern.length() && pattern.charAt(wanted) == ANY) {
      wanted++;
    }
    return wanted == pattern.length();
  }
}
