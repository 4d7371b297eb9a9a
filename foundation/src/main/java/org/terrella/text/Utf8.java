package org.terrella.text;

import java.util.Arrays;

/**
 * Texts as bytes of UTF-8, without the machinery of character sets, which would be part of the
 * page.
 */
public final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The bytes of a text; half of a pair of surrogates becomes a question mark. */
  public static byte[] encode(String text) {
    int length = text.length();
    byte[] bytes = new byte[length + length / 8 + 16];
    int size = 0;
    for (int i = 0; i < length; i++) {
      if (size + 4 > bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2);
      }
      int c = text.charAt(i);
      if (Character.isHighSurrogate((char) c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        c = 0x10000 + (c - 0xD800 << 10) + text.charAt(++i) - 0xDC00;
      } else if (c >= 0xD800 && c < 0xE000) {
        c = '?';
      }
      if (c < 0x80) {
        bytes[size++] = (byte) c;
        continue;
      }
      if (c < 0x800) {
        bytes[size++] = (byte) (0xC0 | c >> 6);
      } else {
        if (c < 0x10000) {
          bytes[size++] = (byte) (0xE0 | c >> 12);
        } else {
          bytes[size++] = (byte) (0xF0 | c >> 18);
          bytes[size++] = (byte) (0x80 | c >> 12 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
      }
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    }
    return Arrays.copyOf(bytes, size);
  }

  /**
   * The text of the bytes {@code from} (inclusive) to {@code to} (exclusive). What is no UTF-8
   * becomes U+FFFD, once for each of the longest parts that could have begun a character (The
   * Unicode Standard, section 3.9).
   */
  public static String decode(byte[] bytes, int from, int to) {
    char[] text = new char[to - from];
    int length = 0;
    for (int i = from; i < to; ) {
      int first = bytes[i++] & 0xFF;
      if (first < 0x80) {
        text[length++] = (char) first;
        continue;
      }
      int more =
          first >= 0xC2 && first < 0xE0 ? 1 : first >> 4 == 0xE ? 2 : isLongest(first) ? 3 : 0;
      int c = first & 0x3F >> more;
      int read = 0;
      while (read < more && i < to && continues(first, read, bytes[i] & 0xFF)) {
        c = c << 6 | bytes[i++] & 0x3F;
        read++;
      }
      if (more == 0 || read < more) {
        text[length++] = REPLACEMENT;
      } else if (c < 0x10000) {
        text[length++] = (char) c;
      } else {
        text[length++] = (char) (0xD7C0 + (c >> 10));
        text[length++] = (char) (0xDC00 + (c & 0x3FF));
      }
    }
    return new String(text, 0, length);
  }

  private static boolean isLongest(int first) {
    return first >= 0xF0 && first < 0xF5;
  }

  /**
   * Whether a byte may follow: the first one after some leading bytes has less room than others.
   */
  private static boolean continues(int first, int read, int next) {
    if (read > 0) {
      return next >> 6 == 2;
    }
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return next >= least && next <= most;
  }
}
