package org.terrella.processing.geojson;

import java.util.Arrays;
import org.terrella.json.JsonHandler;
import org.terrella.text.Utf8;

/** Writes the tokens of one value back as compact JSON text. */
final class JsonCapture implements JsonHandler {
  private static final String HEX = "0123456789abcdef";

  private byte[] text = new byte[256];
  private int length;
  private int depth;
  private boolean comma;

  void reset() {
    length = 0;
    depth = 0;
    comma = false;
  }

  /** Whether every object and array that was begun has ended. */
  boolean isComplete() {
    return depth == 0;
  }

  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }

  @Override
  public void beginObject() {
    begin('{');
  }

  @Override
  public void beginArray() {
    begin('[');
  }

  @Override
  public void endObject() {
    end('}');
  }

  @Override
  public void endArray() {
    end(']');
  }

  @Override
  public void key(byte[] utf8, int from, int to) {
    string(utf8, from, to);
    put((byte) ':');
    comma = false;
  }

  @Override
  public void string(byte[] utf8, int from, int to) {
    separate();
    put((byte) '"');
    for (int i = from; i < to; i++) {
      byte b = utf8[i];
      if (b == '"' || b == '\\') {
        put((byte) '\\');
        put(b);
      } else if (b >= 0 && b < 0x20) {
        put("\\u00");
        put((byte) HEX.charAt(b >> 4));
        put((byte) HEX.charAt(b & 15));
      } else {
        put(b);
      }
    }
    put((byte) '"');
    comma = true;
  }

  @Override
  public void number(byte[] ascii, int from, int to) {
    separate();
    for (int i = from; i < to; i++) {
      put(ascii[i]);
    }
    comma = true;
  }

  @Override
  public void bool(boolean value) {
    word(value ? "true" : "false");
  }

  @Override
  public void nullValue() {
    word("null");
  }

  private void word(String word) {
    separate();
    put(word);
    comma = true;
  }

  private void begin(char bracket) {
    separate();
    put((byte) bracket);
    comma = false;
    depth++;
  }

  private void end(char bracket) {
    put((byte) bracket);
    comma = true;
    depth--;
  }

  private void separate() {
    if (comma) {
      put((byte) ',');
    }
  }

  private void put(String ascii) {
    for (byte b : Utf8.encode(ascii)) {
      put(b);
    }
  }

  private void put(byte b) {
    if (length == text.length) {
      text = Arrays.copyOf(text, length * 2);
    }
    text[length++] = b;
  }
}
