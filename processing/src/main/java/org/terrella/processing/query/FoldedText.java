package org.terrella.processing.query;

import java.util.Arrays;

/**
 * Text without case and without the accents of Latin letters, for searching and sorting: {@code
 * Évry} becomes {@code evry}. Letters of other scripts only lose their case.
 */
final class FoldedText {
  private static final int FIRST = 0xC0;

  /** The letters U+00C0 to U+017F without what stands above or below them. */
  private static final String LATIN =
      "aaaaaa\u00E6ceeeeiiii\u00F0nooooo\u00D7ouuuuy\u00FE\u00DF"
          + "aaaaaa\u00E6ceeeeiiii\u00F0nooooo\u00F7ouuuuy\u00FEy"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\u0133\u0133jjkk\u0138llllllllll"
          + "nnnnnn\u0149\u014B\u014Boooooo\u0153\u0153rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

  private char[] chars = new char[64];
  private int length;

  /** The folded character, or 0 for a combining accent, which goes. */
  static char fold(char c) {
    if (c < FIRST) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    } else if (c < FIRST + LATIN.length()) {
      return LATIN.charAt(c - FIRST);
    }
    return c >= 0x300 && c < 0x370 ? 0 : Character.toLowerCase(c);
  }

  static char[] fold(String text) {
    FoldedText folded = new FoldedText();
    for (int i = 0; i < text.length(); i++) {
      folded.add(text.charAt(i));
    }
    return Arrays.copyOf(folded.chars, folded.length);
  }

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  char[] chars() {
    return chars;
  }

  /** Adds the text whose UTF-8 is {@code utf8[from]} to {@code utf8[to - 1]}. */
  void add(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      int b = utf8[at++];
      if (b >= 0) {
        add((char) b);
      } else if ((b & 0xE0) == 0xC0 && at < to) {
        add((char) ((b & 0x1F) << 6 | utf8[at++] & 0x3F));
      } else if ((b & 0xF0) == 0xE0 && at + 1 < to) {
        add((char) ((b & 0x0F) << 12 | (utf8[at] & 0x3F) << 6 | utf8[at + 1] & 0x3F));
        at += 2;
      } else if ((b & 0xF8) == 0xF0 && at + 2 < to) {
        int high = (b & 0x07) << 18 | (utf8[at] & 0x3F) << 12;
        int point = high | (utf8[at + 1] & 0x3F) << 6 | utf8[at + 2] & 0x3F;
        add(Character.highSurrogate(point));
        add(Character.lowSurrogate(point));
        at += 3;
      } else {
        add('\uFFFD');
      }
    }
  }

  void add(char c) {
    char folded = fold(c);
    if (folded != 0) {
      if (length == chars.length) {
        chars = Arrays.copyOf(chars, length + (length >> 1));
      }
      chars[length++] = folded;
    }
  }

  /** Whether {@code word}, which is folded, stands somewhere in the text. */
  boolean contains(char[] word) {
    int last = length - word.length;
    for (int start = 0; start <= last; start++) {
      int i = 0;
      while (i < word.length && chars[start + i] == word[i]) {
        i++;
      }
      if (i == word.length) {
        return true;
      }
    }
    return false;
  }
}
