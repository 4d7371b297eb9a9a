package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;

/** Reads the text of a regular expression. */
final class PatternParser {
  private static final int MOST_REPETITIONS = 1000;
  private static final int MOST_INSTRUCTIONS = 100_000;
  private static final int MOST_LEVELS = 100;

  private final String source;
  private final PatternProgram program = new PatternProgram();
  private int at;
  private int depth;

  PatternParser(String source) {
    this.source = source;
  }

  PatternProgram program() {
    // Registers of loops come behind those of all groups, of which there are no more than these.
    for (int i = 0; i < source.length(); i++) {
      if (source.charAt(i) == '(') {
        program.addRegister();
        program.addRegister();
      }
    }
    if (source.startsWith("(?i)")) {
      program.ignoreCase();
      at = 4;
    }
    alternatives();
    if (at < source.length()) {
      throw problem("\")\" has no beginning");
    }
    program.add(PatternProgram.MATCH, 0);
    return program;
  }

  private void alternatives() {
    if (++depth > MOST_LEVELS) {
      throw problem("it is nested too deeply");
    }
    List<Integer> jumps = new ArrayList<>();
    int start = program.length();
    sequence();
    while (next() == '|') {
      at++;
      program.insert(start, PatternProgram.EITHER, program.length() - start + 1);
      jumps.add(program.length());
      program.add(PatternProgram.JUMP, 0);
      start = program.length();
      sequence();
    }
    for (int jump : jumps) {
      program.setArgument(jump, program.length() - jump - 1);
    }
    depth--;
  }

  private void sequence() {
    while (at < source.length() && next() != '|' && next() != ')') {
      int start = program.length();
      atom();
      quantifier(start);
    }
  }

  private void quantifier(int start) {
    int least;
    int most;
    int bracket = at;
    switch (next()) {
      case '*' -> {
        least = 0;
        most = -1;
        at++;
      }
      case '+' -> {
        least = 1;
        most = -1;
        at++;
      }
      case '?' -> {
        least = 0;
        most = 1;
        at++;
      }
      case '{' -> {
        at++;
        least = digits();
        most = least;
        if (next() == ',') {
          at++;
          most = digits();
        }
        if (least < 0 || next() != '}') {
          // A brace that counts nothing stands for itself.
          at = bracket;
          return;
        }
        at++;
      }
      default -> {
        return;
      }
    }
    boolean lazy = next() == '?';
    if (lazy) {
      at++;
    } else if (next() == '+') {
      throw problem("possessive quantifiers are not available");
    }
    int[] piece = program.cut(start);
    if (Math.max(least, most) > MOST_REPETITIONS
        || (long) piece.length * (Math.max(least, most) + 1) > MOST_INSTRUCTIONS) {
      throw problem("it repeats too often");
    }
    for (int i = 0; i < least; i++) {
      program.addAll(piece);
    }
    int decide = lazy ? PatternProgram.RATHER : PatternProgram.EITHER;
    int size = piece.length / 2;
    if (most < 0) {
      // Where the piece matched nothing, another round would do so forever.
      int register = program.addRegister();
      program.add(decide, size + 3);
      program.add(PatternProgram.SAVE, register);
      program.addAll(piece);
      program.add(PatternProgram.MOVED, register);
      program.add(PatternProgram.JUMP, -size - 4);
    }
    for (int i = least; i < most; i++) {
      program.add(decide, size);
      program.addAll(piece);
    }
  }

  private int digits() {
    int value = -1;
    while (next() >= '0' && next() <= '9' && value < 100_000) {
      value = Math.max(value, 0) * 10 + next() - '0';
      at++;
    }
    return value;
  }

  private void atom() {
    char c = source.charAt(at++);
    switch (c) {
      case '.' -> program.add(PatternProgram.ANY, 0);
      case '^' -> program.add(PatternProgram.BEGIN, 0);
      case '$' -> program.add(PatternProgram.END, 0);
      case '(' -> group();
      case '[' -> set();
      case '\\' -> escape();
      case '*', '+', '?' -> {
        at--;
        throw problem("\"" + c + "\" has nothing to repeat");
      }
      default -> program.add(PatternProgram.CHAR, c);
    }
  }

  private void group() {
    int look = -1;
    int number = -1;
    if (source.startsWith("?:", at)) {
      at += 2;
    } else if (source.startsWith("?=", at) || source.startsWith("?!", at)) {
      look = program.length();
      boolean ahead = source.charAt(at + 1) == '=';
      program.add(ahead ? PatternProgram.AHEAD : PatternProgram.NOT_AHEAD, 0);
      at += 2;
    } else if (next() == '?') {
      throw problem("groups that begin with \"(?\" and are not (?:, (?= or (?! are not available");
    } else {
      number = program.addGroup();
      program.add(PatternProgram.SAVE, 2 * number);
    }
    alternatives();
    if (next() != ')') {
      throw problem("a \")\" is missing");
    }
    at++;
    if (number > 0) {
      program.add(PatternProgram.SAVE, 2 * number + 1);
    } else if (look >= 0) {
      program.add(PatternProgram.LOOKED, 0);
      program.setArgument(look, program.length() - look - 1);
    }
  }

  private void escape() {
    if (at == source.length()) {
      throw problem("nothing follows the backslash");
    }
    char c = source.charAt(at++);
    if (c == 'b' || c == 'B') {
      program.add(PatternProgram.BOUNDARY, c == 'b' ? 0 : 1);
    } else if (c >= '1' && c <= '9') {
      if (c - '0' > program.groups()) {
        throw problem("there is no group " + c);
      }
      program.add(PatternProgram.AGAIN, c - '0');
    } else if (c == 'A') {
      program.add(PatternProgram.BEGIN, 0);
    } else if (c == 'Z' || c == 'z') {
      program.add(PatternProgram.END, 0);
    } else {
      String kind = kind(c);
      if (kind.isEmpty()) {
        program.add(PatternProgram.CHAR, literal(c));
      } else {
        program.add(
            PatternProgram.CLASS,
            program.addClass(new PatternProgram.PatternClass(false, "", kind)));
      }
    }
  }

  /** The kind of characters behind a backslash; empty when it is one character. */
  private String kind(char c) {
    if ("dDwWsS".indexOf(c) >= 0) {
      return String.valueOf(c);
    }
    if (c == 'p' || c == 'P') {
      int end = source.indexOf('}', at);
      String name = next() == '{' && end > 0 ? source.substring(at + 1, end) : "";
      at = Math.max(at, end + 1);
      String kind =
          switch (name) {
            case "L" -> "a";
            case "Lu" -> "u";
            case "Ll" -> "l";
            case "N", "Nd" -> "d";
            default -> throw problem("of \\p only {L}, {Lu}, {Ll} and {N} are available");
          };
      return c == 'p' ? kind : kind.equals("d") ? "D" : kind.equals("a") ? "A" : negated(kind);
    }
    return "";
  }

  private static String negated(String kind) {
    return kind.equals("u") ? "U" : "L";
  }

  private char literal(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'x', 'u' -> {
        int count = c == 'x' ? 2 : 4;
        int value = 0;
        for (int i = 0; i < count; i++) {
          int digit = at < source.length() ? Character.digit(source.charAt(at++), 16) : -1;
          if (digit < 0) {
            throw problem("\\" + c + " needs " + count + " hexadecimal digits");
          }
          value = value * 16 + digit;
        }
        yield (char) value;
      }
      default -> {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
          throw problem("\\" + c + " is not available");
        }
        yield c;
      }
    };
  }

  private void set() {
    boolean negated = next() == '^';
    at += negated ? 1 : 0;
    StringBuilder ranges = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    boolean first = true;
    while (first || next() != ']') {
      if (at >= source.length()) {
        throw problem("a \"]\" is missing");
      }
      first = false;
      String posix = posix();
      if (!posix.isEmpty()) {
        kinds.append(posix);
        continue;
      }
      char low = source.charAt(at++);
      if (low == '\\' && at < source.length()) {
        char escaped = source.charAt(at++);
        String kind = kind(escaped);
        if (!kind.isEmpty()) {
          kinds.append(kind);
          continue;
        }
        low = escaped == 'b' ? '\b' : literal(escaped);
      }
      char high = low;
      if (next() == '-' && at + 1 < source.length() && source.charAt(at + 1) != ']') {
        at++;
        high = source.charAt(at++);
        if (high == '\\' && at < source.length()) {
          high = literal(source.charAt(at++));
        }
        if (high < low) {
          throw problem("a range ends before it begins");
        }
      }
      ranges.append(low).append(high);
    }
    at++;
    program.add(
        PatternProgram.CLASS,
        program.addClass(
            new PatternProgram.PatternClass(negated, ranges.toString(), kinds.toString())));
  }

  private String posix() {
    String[] names = {
      "[:alpha:]", "[:digit:]", "[:space:]", "[:upper:]", "[:lower:]", "[:alnum:]", "[:word:]"
    };
    String[] kinds = {"a", "d", "s", "u", "l", "ad", "w"};
    for (int i = 0; i < names.length; i++) {
      if (source.startsWith(names[i], at)) {
        at += names[i].length();
        return kinds[i];
      }
    }
    return "";
  }

  private char next() {
    return at < source.length() ? source.charAt(at) : 0;
  }

  private TerrellaException problem(String reason) {
    return TerrellaException.invalid(
        "The regular expression '"
            + source
            + "' at its character "
            + (at + 1)
            + ": "
            + reason
            + ".");
  }
}
