package org.terrella.json;

/**
 * Receives the parts of JSON text in their order. The byte ranges hold UTF-8 with escapes resolved
 * and are only valid during the call.
 */
public interface JsonHandler {
  void beginObject();

  void key(byte[] utf8, int from, int to);

  void endObject();

  void beginArray();

  void endArray();

  void string(byte[] utf8, int from, int to);

  /** A number that follows the JSON grammar, as ASCII. */
  void number(byte[] ascii, int from, int to);

  void bool(boolean value);

  void nullValue();

  /** Where the reader is in terms of the data, for messages; for example {@code feature 12}. */
  default String place() {
    return "";
  }
}
