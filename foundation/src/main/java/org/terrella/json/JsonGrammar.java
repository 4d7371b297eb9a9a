package org.terrella.json;

import org.terrella.text.Ascii;

/** The grammar of single tokens: numbers, words, UTF-8 and escapes. */
final class JsonGrammar {
  private static final String HEX = "0123456789ABCDEF";

  private JsonGrammar() {}

  /** RFC 8259, section 6. */
  static boolean isNumber(byte[] text, int from, int to) {
    int at = from;
    if (at < to && text[at] == '-') {
      at++;
    }
    int whole = at;
    at = skipDigits(text, at, to);
    if (at == whole || text[whole] == '0' && at > whole + 1) {
      return false;
    }
    if (at < to && text[at] == '.') {
      int fraction = at + 1;
      at = skipDigits(text, fraction, to);
      if (at == fraction) {
        return false;
      }
    }
    if (at < to && (text[at] == 'e' || text[at] == 'E')) {
      at++;
      if (at < to && (text[at] == '+' || text[at] == '-')) {
        at++;
      }
      int exponent = at;
      at = skipDigits(text, at, to);
      if (at == exponent) {
        return false;
      }
    }
    return at == to;
  }

  private static int skipDigits(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  static boolean is(byte[] text, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The position of the first byte that is not well-formed UTF-8 (Unicode table 3-7), or -1. */
  static int invalidUtf8(byte[] text, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = text[at] & 0xFF;
      int more;
      int least = 0x80;
      int greatest = 0xBF;
      if (lead < 0x80) {
        at++;
        continue;
      } else if (lead >= 0xC2 && lead <= 0xDF) {
        more = 1;
      } else if (lead >= 0xE0 && lead <= 0xEF) {
        more = 2;
        least = lead == 0xE0 ? 0xA0 : 0x80;
        greatest = lead == 0xED ? 0x9F : 0xBF;
      } else if (lead >= 0xF0 && lead <= 0xF4) {
        more = 3;
        least = lead == 0xF0 ? 0x90 : 0x80;
        greatest = lead == 0xF4 ? 0x8F : 0xBF;
      } else {
        return at;
      }
      for (int i = 1; i <= more; i++) {
        int next = at + i < to ? text[at + i] & 0xFF : 0;
        if (next < least || next > greatest) {
          return at;
        }
        least = 0x80;
        greatest = 0xBF;
      }
      at += more + 1;
    }
    return -1;
  }

  /**
   * Writes {@code text[from, to)} with its escapes resolved to the beginning of {@code into}.
   *
   * @return the length, or when an escape is wrong the negative of its distance from {@code from},
   *     counted from 1
   */
  static int resolveEscapes(byte[] text, int from, int to, byte[] into) {
    int end = 0;
    int at = from;
    while (at < to) {
      byte b = text[at++];
      if (b != '\\') {
        into[end++] = b;
        continue;
      }
      int start = at - 1;
      int simple = at < to ? "\"\\/bfnrt".indexOf(text[at]) : -1;
      if (simple >= 0) {
        into[end++] = (byte) "\"\\/\b\f\n\r\t".charAt(simple);
        at++;
        continue;
      }
      int unit = at < to && text[at] == 'u' ? hexUnit(text, at + 1, to) : -1;
      if (unit < 0) {
        return -(start - from) - 1;
      }
      at += 5;
      int codePoint = unit;
      if (unit >= 0xD800 && unit <= 0xDFFF) {
        int low =
            at + 1 < to && text[at] == '\\' && text[at + 1] == 'u' ? hexUnit(text, at + 2, to) : -1;
        if (unit <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
          codePoint = 0x10000 + (unit - 0xD800 << 10) + (low - 0xDC00);
          at += 6;
        } else {
          codePoint = 0xFFFD;
        }
      }
      end = putUtf8(codePoint, into, end);
    }
    return end;
  }

  /** How to name a byte in a message. */
  static String byteName(byte b) {
    if (b > 0x20 && b < 0x7F) {
      return "\"" + (char) b + "\"";
    }
    int value = b & 0xFF;
    return "byte 0x" + HEX.charAt(value >> 4) + HEX.charAt(value & 15);
  }

  private static int hexUnit(byte[] text, int from, int to) {
    if (from + 4 > to) {
      return -1;
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = text[i] < 0 ? -1 : Ascii.hexDigit((char) text[i]);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static int putUtf8(int codePoint, byte[] into, int at) {
    if (codePoint < 0x80) {
      into[at++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      into[at++] = (byte) (0xC0 | codePoint >> 6);
      into[at++] = (byte) (0x80 | codePoint & 0x3F);
    } else if (codePoint < 0x10000) {
      into[at++] = (byte) (0xE0 | codePoint >> 12);
      into[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
      into[at++] = (byte) (0x80 | codePoint & 0x3F);
    } else {
      into[at++] = (byte) (0xF0 | codePoint >> 18);
      into[at++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
      into[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
      into[at++] = (byte) (0x80 | codePoint & 0x3F);
    }
    return at;
  }
}
