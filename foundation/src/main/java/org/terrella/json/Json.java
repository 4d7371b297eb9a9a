package org.terrella.json;

import org.terrella.error.TerrellaException;
import org.terrella.text.Utf8;

/** JSON text to values and back. */
public final class Json {
  /** How deep {@link #parse(String)} lets objects and arrays nest. */
  public static final int DEFAULT_DEPTH = 512;

  private Json() {}

  /**
   * Reads one value by RFC 8259. Of members with the same name the last one wins.
   *
   * @throws TerrellaException malformed-input, naming line, column and JSON path
   */
  public static JsonValue parse(String text) {
    return parse(Utf8.encode(text));
  }

  /** Reads one value from UTF-8, with or without a byte order mark. */
  public static JsonValue parse(byte[] utf8) {
    return parse(utf8, DEFAULT_DEPTH);
  }

  public static JsonValue parse(byte[] utf8, int maxDepth) {
    JsonTree tree = new JsonTree();
    JsonTokenizer tokenizer = new JsonTokenizer(tree, maxDepth, false);
    tokenizer.feed(utf8, 0, utf8.length);
    tokenizer.finish();
    return tree.root();
  }

  /** Reads a value that must be an object. */
  public static JsonObject parseObject(String text) {
    return object(parse(text));
  }

  /** Reads a value that must be an object from UTF-8. */
  public static JsonObject parseObject(byte[] utf8) {
    return object(parse(utf8));
  }

  /** The value without white space. */
  public static String write(JsonValue value) {
    return new JsonWriter(false, false).write(value);
  }

  /**
   * The value over several lines, indented by two spaces; arrays of plain values on one line.
   *
   * @param sortedKeys whether members come in the order of their names, for texts that are compared
   */
  public static String writePretty(JsonValue value, boolean sortedKeys) {
    return new JsonWriter(true, sortedKeys).write(value);
  }

  /** A string as JSON, with its quotes. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder();
    JsonWriter.quote(text, out);
    return out.toString();
  }

  private static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw TerrellaException.malformed("The JSON text is " + value.kind() + ", not an object.");
  }
}
