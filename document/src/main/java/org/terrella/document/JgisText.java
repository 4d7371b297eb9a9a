package org.terrella.document;

import java.util.Map;
import java.util.TreeMap;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * JSON laid out as JupyterGIS saves it, so that a file edited in both changes only where its
 * content does: keys sorted, one value on a line, two spaces of indentation, ASCII only.
 */
final class JgisText {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private JgisText() {}

  static String of(JsonValue value) {
    JgisText text = new JgisText();
    text.write(value, 0);
    return text.out.append('\n').toString();
  }

  /** Depth is bounded by that of the parser and of the typed values. */
  private void write(JsonValue value, int depth) {
    if (value instanceof JsonObject object && !object.isEmpty()) {
      char before = '{';
      for (Map.Entry<String, JsonValue> member : new TreeMap<>(object.members()).entrySet()) {
        out.append(before);
        line(depth + 1);
        quote(member.getKey());
        out.append(": ");
        write(member.getValue(), depth + 1);
        before = ',';
      }
      line(depth);
      out.append('}');
    } else if (value instanceof JsonArray array && !array.isEmpty()) {
      char before = '[';
      for (JsonValue item : array) {
        out.append(before);
        line(depth + 1);
        write(item, depth + 1);
        before = ',';
      }
      line(depth);
      out.append(']');
    } else if (value instanceof JsonString string) {
      quote(string.value());
    } else {
      out.append(Json.write(value));
    }
  }

  private void line(int depth) {
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }

  private void quote(String text) {
    String quoted = Json.quote(text);
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c <= 0x7f) {
        out.append(c);
        continue;
      }
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(HEX.charAt(c >> shift & 15));
      }
    }
  }
}
