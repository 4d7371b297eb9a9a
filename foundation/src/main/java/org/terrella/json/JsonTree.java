package org.terrella.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.text.Utf8;

/** Builds values from tokens. */
final class JsonTree implements JsonHandler {
  /** An object or array that is still open; members is null for an array. */
  private static final class Open {
    final Map<String, JsonValue> members;
    final List<JsonValue> values;
    String key = "";

    Open(boolean object) {
      members = object ? new LinkedHashMap<>() : null;
      values = object ? null : new ArrayList<>();
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private JsonValue root;

  JsonValue root() {
    return root;
  }

  @Override
  public void beginObject() {
    open.addLast(new Open(true));
  }

  @Override
  public void beginArray() {
    open.addLast(new Open(false));
  }

  @Override
  public void key(byte[] utf8, int from, int to) {
    open.getLast().key = text(utf8, from, to);
  }

  @Override
  public void endObject() {
    add(JsonObject.owning(open.removeLast().members));
  }

  @Override
  public void endArray() {
    add(JsonArray.owning(open.removeLast().values));
  }

  @Override
  public void string(byte[] utf8, int from, int to) {
    add(new JsonString(text(utf8, from, to)));
  }

  @Override
  public void number(byte[] ascii, int from, int to) {
    add(JsonNumber.ofToken(Utf8.decode(ascii, from, to)));
  }

  @Override
  public void bool(boolean value) {
    add(JsonBoolean.of(value));
  }

  @Override
  public void nullValue() {
    add(JsonNull.NULL);
  }

  /** The JSON path of the value being read, such as {@code $.layers[2].name}. */
  @Override
  public String place() {
    StringBuilder path = new StringBuilder("$");
    for (Iterator<Open> i = open.iterator(); i.hasNext() && path.length() < 200; ) {
      Open container = i.next();
      if (container.members == null) {
        path.append('[').append(container.values.size()).append(']');
      } else if (!container.key.isEmpty()) {
        path.append('.').append(container.key);
      }
    }
    return path.toString();
  }

  private void add(JsonValue value) {
    Open container = open.peekLast();
    if (container == null) {
      root = value;
    } else if (container.members == null) {
      container.values.add(value);
    } else {
      container.members.put(container.key, value);
    }
  }

  private static String text(byte[] utf8, int from, int to) {
    return Utf8.decode(utf8, from, to);
  }
}
