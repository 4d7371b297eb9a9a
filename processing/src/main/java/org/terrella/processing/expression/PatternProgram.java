package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A regular expression as instructions; jumps are relative, so that pieces can be repeated. */
final class PatternProgram {
  static final int CHAR = 0;
  static final int ANY = 1;
  static final int CLASS = 2;
  static final int JUMP = 3;

  /** Goes on; should that fail, jumps. */
  static final int EITHER = 4;

  /** Jumps; should that fail, goes on. */
  static final int RATHER = 5;

  /** Keeps the position in a register. */
  static final int SAVE = 6;

  /** Whether the position is another one than the register's. */
  static final int MOVED = 7;

  static final int BEGIN = 8;
  static final int END = 9;
  static final int BOUNDARY = 10;

  /** What a group matched. */
  static final int AGAIN = 11;

  static final int AHEAD = 12;
  static final int NOT_AHEAD = 13;
  static final int LOOKED = 14;
  static final int MATCH = 15;

  private int[] code = new int[64];
  private int length;
  private int registers = 2;
  private int groups;
  private boolean anyCase;
  private final List<PatternClass> classes = new ArrayList<>();

  /** Characters by ranges and by kinds such as {@code d}, {@code W}. */
  record PatternClass(boolean negated, String ranges, String kinds) {}

  int operation(int pc) {
    return code[2 * pc];
  }

  int argument(int pc) {
    return code[2 * pc + 1];
  }

  int registers() {
    return registers;
  }

  int groups() {
    return groups;
  }

  int length() {
    return length;
  }

  void ignoreCase() {
    anyCase = true;
  }

  boolean ignoresCase() {
    return anyCase;
  }

  /** The number of a new group, whose registers are twice it and the one behind that. */
  int addGroup() {
    return ++groups;
  }

  /** Makes room for one more register. */
  int addRegister() {
    return registers++;
  }

  int addClass(PatternClass added) {
    classes.add(added);
    return classes.size() - 1;
  }

  void add(int operation, int argument) {
    insert(length, operation, argument);
  }

  void insert(int at, int operation, int argument) {
    if (2 * length + 2 > code.length) {
      code = Arrays.copyOf(code, code.length * 2);
    }
    System.arraycopy(code, 2 * at, code, 2 * at + 2, 2 * (length - at));
    code[2 * at] = operation;
    code[2 * at + 1] = argument;
    length++;
  }

  void setArgument(int at, int argument) {
    code[2 * at + 1] = argument;
  }

  /** Cuts off and gives what begins at a place. */
  int[] cut(int from) {
    int[] piece = Arrays.copyOfRange(code, 2 * from, 2 * length);
    length = from;
    return piece;
  }

  void addAll(int[] piece) {
    for (int i = 0; i < piece.length; i += 2) {
      add(piece[i], piece[i + 1]);
    }
  }

  boolean isSame(char c, int expected) {
    return c == expected
        || anyCase && Character.toLowerCase(c) == Character.toLowerCase((char) expected);
  }

  boolean isIn(char c, int index) {
    PatternClass set = classes.get(index);
    boolean found =
        contains(set, c)
            || anyCase
                && (contains(set, Character.toLowerCase(c))
                    || contains(set, Character.toUpperCase(c)));
    return found != set.negated;
  }

  private static boolean contains(PatternClass set, char c) {
    for (int i = 0; i < set.ranges.length(); i += 2) {
      if (c >= set.ranges.charAt(i) && c <= set.ranges.charAt(i + 1)) {
        return true;
      }
    }
    for (int i = 0; i < set.kinds.length(); i++) {
      if (isOfKind(c, set.kinds.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfKind(char c, char kind) {
    return switch (kind) {
      case 'd' -> Character.isDigit(c);
      case 'D' -> !Character.isDigit(c);
      case 'w' -> isWord(c);
      case 'W' -> !isWord(c);
      case 's' -> isSpace(c);
      case 'S' -> !isSpace(c);
      case 'a' -> Character.isLetter(c);
      case 'A' -> !Character.isLetter(c);
      case 'u' -> Character.isUpperCase(c);
      case 'U' -> !Character.isUpperCase(c);
      case 'l' -> Character.isLowerCase(c);
      default -> !Character.isLowerCase(c);
    };
  }

  static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || c == 0xA0 || c == 0x2028;
  }
}
