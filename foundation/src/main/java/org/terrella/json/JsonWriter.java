package org.terrella.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as text, with a stack of its own instead of recursion. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  /** An object or array whose beginning is written; one of the iterators is null. */
  private record Open(
      Iterator<Map.Entry<String, JsonValue>> members, Iterator<JsonValue> values, boolean broken) {
    boolean hasNext() {
      return members != null ? members.hasNext() : values.hasNext();
    }
  }

  private final boolean pretty;
  private final boolean sortedKeys;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();

  JsonWriter(boolean pretty, boolean sortedKeys) {
    this.pretty = pretty;
    this.sortedKeys = sortedKeys;
  }

  String write(JsonValue root) {
    begin(root);
    boolean first = !open.isEmpty();
    while (!open.isEmpty()) {
      Open container = open.getLast();
      if (!container.hasNext()) {
        open.removeLast();
        if (container.broken()) {
          newLine();
        }
        out.append(container.members() != null ? '}' : ']');
        first = false;
        continue;
      }
      if (!first) {
        out.append(pretty && !container.broken() ? ", " : ",");
      }
      if (container.broken()) {
        newLine();
      }
      JsonValue value;
      if (container.members() != null) {
        Map.Entry<String, JsonValue> member = container.members().next();
        quote(member.getKey(), out);
        out.append(pretty ? ": " : ":");
        value = member.getValue();
      } else {
        value = container.values().next();
      }
      int depth = open.size();
      begin(value);
      first = open.size() > depth;
    }
    return out.toString();
  }

  private void begin(JsonValue value) {
    if (value instanceof JsonObject object) {
      out.append('{');
      Map<String, JsonValue> members =
          sortedKeys ? new TreeMap<>(object.members()) : object.members();
      open.addLast(new Open(members.entrySet().iterator(), null, pretty && !object.isEmpty()));
    } else if (value instanceof JsonArray array) {
      out.append('[');
      open.addLast(new Open(null, array.iterator(), pretty && hasContainer(array)));
    } else if (value instanceof JsonString string) {
      quote(string.value(), out);
    } else {
      out.append(value.toString());
    }
  }

  private static boolean hasContainer(JsonArray array) {
    for (JsonValue value : array) {
      if (value instanceof JsonObject || value instanceof JsonArray) {
        return true;
      }
    }
    return false;
  }

  private void newLine() {
    out.append('\n');
    for (int i = 0; i < open.size(); i++) {
      out.append("  ");
    }
  }

  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int simple = "\"\\\b\f\n\r\t".indexOf(c);
      if (simple >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(simple));
      } else if (c < 0x20 || isLoneSurrogate(text, i)) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 15));
        }
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
