package org.terrella.json;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.text.Utf8;

/**
 * Reads JSON (RFC 8259, strict) from UTF-8 bytes that come in pieces of any size, and tells a
 * {@link JsonHandler} what it finds. Memory: the nesting, and one token when it crosses two pieces.
 *
 * <p>A byte order mark is skipped. An escape that names half a surrogate pair becomes U+FFFD. All
 * errors are malformed-input (unsupported-format for UTF-16) and name line, column and byte.
 */
public final class JsonTokenizer {
  public static final int DEFAULT_DEPTH = 1000;

  private static final byte OBJECT = 1;
  private static final byte ARRAY = 2;
  private static final boolean[] BARE = new boolean[256];

  static {
    String bare = "0123456789+-._abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int i = 0; i < bare.length(); i++) {
      BARE[bare.charAt(i)] = true;
    }
  }

  /** What may come next. */
  private enum Expect {
    TOP,
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private enum Token {
    NONE,
    STRING,
    BARE
  }

  private final JsonHandler handler;
  private final boolean sequence;
  private final byte[] nesting;
  private int depth;
  private Expect expect = Expect.TOP;
  private boolean any;

  private Token token = Token.NONE;
  private boolean escaped;
  private boolean afterBackslash;
  private boolean nonAscii;
  private byte[] pending = new byte[256];
  private int pendingLength;
  private long tokenStart;

  private long chunkStart;
  private long line = 1;
  private long lineStart;
  private int markBytes;

  /** A tokenizer for one value, nested at most {@link #DEFAULT_DEPTH} deep. */
  public JsonTokenizer(JsonHandler handler) {
    this(handler, DEFAULT_DEPTH, false);
  }

  /**
   * @param sequence whether several values may follow each other, separated by white space or
   *     record separators (newline-delimited JSON, RFC 8142)
   */
  public JsonTokenizer(JsonHandler handler, int maxDepth, boolean sequence) {
    this.handler = handler;
    this.sequence = sequence;
    this.nesting = new byte[maxDepth];
  }

  /** Reads the next bytes, {@code chunk[from]} to {@code chunk[to - 1]}. */
  public void feed(byte[] chunk, int from, int to) {
    long base = chunkStart - from;
    int at = chunkStart < 3 ? skipMark(chunk, from, to) : from;
    while (at < to) {
      if (token == Token.BARE) {
        at = continueBare(chunk, at, to);
      } else if (token == Token.STRING) {
        at = continueString(chunk, at, to, base);
      } else {
        at = structure(chunk, at, to, base);
      }
    }
    chunkStart = base + to;
  }

  /** Ends the text; fails when something is still open or when there was no value at all. */
  public void finish() {
    if (token == Token.BARE) {
      token = Token.NONE;
      emitBare(pending, 0, pendingLength);
    }
    if (token == Token.STRING) {
      throw error(chunkStart, "the text ends inside a string that begins at byte " + tokenStart);
    }
    if (depth > 0) {
      String open = nesting[depth - 1] == OBJECT ? "object" : "array";
      throw error(chunkStart, "the text ends before its last " + open + " is closed");
    }
    if (!any) {
      throw error(
          chunkStart,
          chunkStart == 0 ? "the text is empty" : "the text has nothing but white space");
    }
  }

  private int skipMark(byte[] chunk, int from, int to) {
    int at = from;
    while (at < to && markBytes >= 0) {
      int b = chunk[at] & 0xFF;
      if (markBytes == 0 && (b == 0xFF || b == 0xFE)) {
        throw TerrellaException.unsupported(
            "The text is encoded in UTF-16" + inPlace() + "; JSON must be in UTF-8.");
      }
      int expected = markBytes == 0 ? 0xEF : markBytes == 1 ? 0xBB : 0xBF;
      if (b != expected) {
        if (markBytes > 0) {
          throw error(0, "the text begins with bytes that are not UTF-8");
        }
        markBytes = -1;
        break;
      }
      at++;
      markBytes = markBytes == 2 ? -1 : markBytes + 1;
    }
    return at;
  }

  private int structure(byte[] chunk, int from, int to, long base) {
    int at = from;
    while (at < to) {
      byte b = chunk[at];
      switch (b) {
        case ' ', '\t', '\r' -> {}
        case '\n' -> {
          line++;
          lineStart = base + at + 1;
        }
        case 0x1E -> {
          if (!sequence || depth > 0) {
            throw unexpected(b, base + at);
          }
        }
        case '{', '[' -> open(b, base + at);
        case '}', ']' -> close(b, base + at);
        case ',' -> {
          if (expect != Expect.COMMA_OR_END) {
            throw unexpected(b, base + at);
          }
          expect = nesting[depth - 1] == OBJECT ? Expect.KEY : Expect.VALUE;
        }
        case ':' -> {
          if (expect != Expect.COLON) {
            throw unexpected(b, base + at);
          }
          expect = Expect.VALUE;
        }
        case '"' -> {
          if (expect != Expect.KEY && expect != Expect.KEY_OR_END) {
            demandValue(b, base + at);
          }
          tokenStart = base + at;
          token = Token.STRING;
          escaped = false;
          afterBackslash = false;
          nonAscii = false;
          pendingLength = 0;
          return at + 1;
        }
        default -> {
          if (!BARE[b & 0xFF]) {
            throw unexpected(b, base + at);
          }
          demandValue(b, base + at);
          tokenStart = base + at;
          token = Token.BARE;
          pendingLength = 0;
          return at;
        }
      }
      at++;
    }
    return at;
  }

  private void open(byte b, long offset) {
    demandValue(b, offset);
    if (depth == nesting.length) {
      throw error(offset, "nested deeper than " + nesting.length);
    }
    any = true;
    if (b == '{') {
      nesting[depth++] = OBJECT;
      expect = Expect.KEY_OR_END;
      handler.beginObject();
    } else {
      nesting[depth++] = ARRAY;
      expect = Expect.VALUE_OR_END;
      handler.beginArray();
    }
  }

  private void close(byte b, long offset) {
    byte kind = b == '}' ? OBJECT : ARRAY;
    boolean endAllowed =
        expect == Expect.COMMA_OR_END
            || expect == (kind == OBJECT ? Expect.KEY_OR_END : Expect.VALUE_OR_END);
    if (depth == 0 || nesting[depth - 1] != kind || !endAllowed) {
      throw unexpected(b, offset);
    }
    depth--;
    afterValue();
    if (kind == OBJECT) {
      handler.endObject();
    } else {
      handler.endArray();
    }
  }

  private void afterValue() {
    expect = depth > 0 ? Expect.COMMA_OR_END : sequence ? Expect.TOP : Expect.NOTHING;
  }

  private void demandValue(byte b, long offset) {
    if (expect != Expect.VALUE && expect != Expect.VALUE_OR_END && expect != Expect.TOP) {
      throw unexpected(b, offset);
    }
  }

  private int continueBare(byte[] chunk, int from, int to) {
    int at = from;
    while (at < to && BARE[chunk[at] & 0xFF]) {
      at++;
    }
    if (at == to) {
      append(chunk, from, at);
      return at;
    }
    token = Token.NONE;
    if (pendingLength == 0) {
      emitBare(chunk, from, at);
    } else {
      append(chunk, from, at);
      emitBare(pending, 0, pendingLength);
    }
    return at;
  }

  private void emitBare(byte[] text, int from, int to) {
    any = true;
    if (text[from] == '-' || text[from] >= '0' && text[from] <= '9') {
      if (!JsonGrammar.isNumber(text, from, to)) {
        throw error(tokenStart, quoted(text, from, to) + " is not a JSON number");
      }
      afterValue();
      handler.number(text, from, to);
    } else if (JsonGrammar.is(text, from, to, "true")) {
      afterValue();
      handler.bool(true);
    } else if (JsonGrammar.is(text, from, to, "false")) {
      afterValue();
      handler.bool(false);
    } else if (JsonGrammar.is(text, from, to, "null")) {
      afterValue();
      handler.nullValue();
    } else {
      throw error(tokenStart, quoted(text, from, to) + " is not a JSON value");
    }
  }

  private int continueString(byte[] chunk, int from, int to, long base) {
    int at = from;
    for (; at < to; at++) {
      byte b = chunk[at];
      if (afterBackslash) {
        afterBackslash = false;
      } else if (b == '"') {
        break;
      } else if (b == '\\') {
        escaped = true;
        afterBackslash = true;
      } else if (b < 0) {
        nonAscii = true;
      } else if (b < 0x20) {
        throw error(base + at, JsonGrammar.byteName(b) + " must be escaped inside a string");
      }
    }
    if (at == to) {
      append(chunk, from, at);
      return at;
    }
    token = Token.NONE;
    if (pendingLength == 0) {
      emitString(chunk, from, at);
    } else {
      append(chunk, from, at);
      emitString(pending, 0, pendingLength);
    }
    return at + 1;
  }

  private void emitString(byte[] text, int from, int to) {
    if (nonAscii) {
      int bad = JsonGrammar.invalidUtf8(text, from, to);
      if (bad >= 0) {
        throw error(
            tokenStart + 1 + bad - from,
            JsonGrammar.byteName(text[bad])
                + " is not valid UTF-8; is the file in another encoding?");
      }
    }
    byte[] resolved = text;
    int start = from;
    int end = to;
    if (escaped) {
      resolved = new byte[to - from];
      start = 0;
      end = JsonGrammar.resolveEscapes(text, from, to, resolved);
      if (end < 0) {
        throw error(tokenStart - end, "a backslash begins no known escape");
      }
    }
    any = true;
    if (expect == Expect.KEY || expect == Expect.KEY_OR_END) {
      expect = Expect.COLON;
      handler.key(resolved, start, end);
    } else {
      afterValue();
      handler.string(resolved, start, end);
    }
  }

  private void append(byte[] chunk, int from, int to) {
    int length = pendingLength + to - from;
    if (length > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(length, pending.length * 2));
    }
    System.arraycopy(chunk, from, pending, pendingLength, to - from);
    pendingLength = length;
  }

  private TerrellaException unexpected(byte b, long offset) {
    String found = JsonGrammar.byteName(b);
    if (b == '/') {
      return error(offset, "comments are not allowed in JSON");
    }
    if (b == 0) {
      return error(offset, "found a zero byte; is this UTF-16 text or a binary file?");
    }
    return switch (expect) {
      case TOP, VALUE -> error(offset, "expected a value, found " + found);
      case VALUE_OR_END -> error(offset, "expected a value or ], found " + found);
      case KEY -> error(offset, "expected a member name in quotes, found " + found);
      case KEY_OR_END -> error(offset, "expected a member name in quotes or }, found " + found);
      case COLON -> error(offset, "expected a colon after the member name, found " + found);
      case COMMA_OR_END -> {
        String end = nesting[depth - 1] == OBJECT ? "}" : "]";
        yield error(offset, "expected a comma or " + end + ", found " + found);
      }
      case NOTHING -> error(offset, "expected nothing more after the value, found " + found);
    };
  }

  private TerrellaException error(long offset, String reason) {
    long column = offset - lineStart + 1;
    return TerrellaException.malformed(
        "Broken JSON at line "
            + line
            + ", column "
            + column
            + " (byte "
            + offset
            + ")"
            + inPlace()
            + ": "
            + reason
            + ".");
  }

  private String inPlace() {
    String place = handler.place();
    return place.isEmpty() ? "" : ", in " + place;
  }

  private static String quoted(byte[] text, int from, int to) {
    return Utf8.decode(text, from, Math.min(to, from + 40));
  }
}
