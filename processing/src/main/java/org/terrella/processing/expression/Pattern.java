package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;

/**
 * A regular expression of the common Perl-like kind, matched by backtracking over a program with a
 * stack of its own: the class library's recurs over the text, and a stack overflow in WebAssembly
 * cannot be caught. {@code \d}, {@code \w} and {@code \b} know all letters, as in QGIS.
 */
public final class Pattern {
  private static final int MOST_STEPS = 5_000_000;

  private final PatternProgram program;
  private final int[] registers;
  private String text = "";
  private int steps;

  // What to go back to: program counter and position, or a register (as -1 - number) and its value.
  private int[] stack = new int[64];
  private int top;

  /**
   * @throws TerrellaException invalid-argument, naming the character
   */
  public Pattern(String source) {
    program = new PatternParser(source).program();
    registers = new int[program.registers()];
  }

  /** How many groups there are in parentheses. */
  int groups() {
    return program.groups();
  }

  /** Looks for the first match that begins at {@code from} or later. */
  boolean find(String newText, int from) {
    text = newText;
    steps = 0;
    for (int start = from; start <= text.length(); start++) {
      for (int i = 0; i < registers.length; i++) {
        registers[i] = -1;
      }
      top = 0;
      registers[0] = start;
      if (run(0, start) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the match begins, or a group of it; -1 for a group that took no part. */
  int start(int group) {
    return registers[2 * group];
  }

  int end(int group) {
    return registers[2 * group + 1];
  }

  /** What a group matched; null when it took no part. */
  String group(int group) {
    return start(group) < 0 || end(group) < 0 ? null : text.substring(start(group), end(group));
  }

  /** The text with all matches replaced; {@code \1} to {@code \9} are what groups matched. */
  String replaceAll(String newText, String replacement) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int from = 0;
    while (from <= newText.length() && find(newText, from)) {
      out.append(newText, at, start(0));
      for (int i = 0; i < replacement.length(); i++) {
        char c = replacement.charAt(i);
        int digit = i + 1 < replacement.length() ? replacement.charAt(i + 1) - '0' : -1;
        if (c == '\\' && digit >= 0 && digit <= 9) {
          String group = digit <= groups() ? group(digit) : "";
          out.append(group == null ? "" : group);
          i++;
        } else {
          out.append(c);
        }
      }
      at = end(0);
      if (start(0) == at && at < newText.length()) {
        out.append(newText.charAt(at));
      }
      from = start(0) == at ? at + 1 : at;
      at = Math.min(from, newText.length());
    }
    return out.append(newText, Math.min(at, newText.length()), newText.length()).toString();
  }

  /** Runs the program from a place; the position behind the match, or -1. */
  private int run(int firstCounter, int firstAt) {
    int bottom = top;
    int pc = firstCounter;
    int at = firstAt;
    while (true) {
      if (++steps > MOST_STEPS) {
        throw TerrellaException.invalid(
            "A regular expression takes too long: it can match in too many ways.");
      }
      int argument = program.argument(pc);
      boolean fits = true;
      switch (program.operation(pc)) {
        case PatternProgram.CHAR -> {
          fits = at < text.length() && program.isSame(text.charAt(at), argument);
          at++;
        }
        case PatternProgram.ANY -> {
          fits = at < text.length() && text.charAt(at) != '\n';
          at += fits ? Character.charCount(text.codePointAt(at)) : 0;
        }
        case PatternProgram.CLASS -> {
          fits = at < text.length() && program.isIn(text.charAt(at), argument);
          at++;
        }
        case PatternProgram.JUMP -> pc += argument;
        case PatternProgram.EITHER -> push(pc + argument, at);
        case PatternProgram.RATHER -> {
          push(pc, at);
          pc += argument;
        }
        case PatternProgram.SAVE -> {
          push(-1 - argument, registers[argument]);
          registers[argument] = at;
        }
        case PatternProgram.MOVED -> fits = registers[argument] != at;
        case PatternProgram.BEGIN -> fits = at == 0;
        case PatternProgram.END ->
            fits = at == text.length() || at == text.length() - 1 && text.charAt(at) == '\n';
        case PatternProgram.BOUNDARY -> fits = isBoundary(at) == (argument == 0);
        case PatternProgram.AGAIN -> {
          String group = group(argument);
          fits = group != null && text.startsWith(group, at);
          at += fits ? group.length() : 0;
        }
        case PatternProgram.AHEAD, PatternProgram.NOT_AHEAD -> {
          boolean found = run(pc + 1, at) >= 0;
          fits = found == (program.operation(pc) == PatternProgram.AHEAD);
          pc += argument;
        }
        default -> {
          if (program.operation(pc) == PatternProgram.MATCH) {
            registers[1] = at;
          }
          top = bottom;
          return at;
        }
      }
      pc++;
      if (!fits) {
        while (top > bottom && stack[top - 2] < 0) {
          registers[-1 - stack[top - 2]] = stack[top - 1];
          top -= 2;
        }
        if (top == bottom) {
          return -1;
        }
        pc = stack[top - 2] + 1;
        at = stack[top - 1];
        top -= 2;
      }
    }
  }

  private void push(int what, int value) {
    if (top + 2 > stack.length) {
      int[] larger = new int[stack.length * 2];
      System.arraycopy(stack, 0, larger, 0, top);
      stack = larger;
    }
    stack[top++] = what;
    stack[top++] = value;
  }

  private boolean isBoundary(int at) {
    return (at > 0 && PatternProgram.isWord(text.charAt(at - 1)))
        != (at < text.length() && PatternProgram.isWord(text.charAt(at)));
  }

  /** What stands before, between and behind all matches. */
  public List<String> split(String newText) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= newText.length() && find(newText, at); ) {
      boolean empty = end(0) == start(0);
      if (!empty || start(0) > 0 && start(0) < newText.length()) {
        pieces.add(newText.substring(from, start(0)));
        from = end(0);
      }
      at = empty ? end(0) + 1 : end(0);
    }
    pieces.add(newText.substring(from));
    return pieces;
  }

  /** All matches' groups, or the matches themselves where there are no groups. */
  List<String> captures(String newText) {
    List<String> found = new ArrayList<>();
    if (find(newText, 0)) {
      for (int i = groups() == 0 ? 0 : 1; i <= groups(); i++) {
        String group = group(i);
        found.add(group == null ? "" : group);
      }
    }
    return found;
  }
}
