package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonText;
import org.terrella.json.JsonValue;

/** Values as JSON and back. */
final class ValueJson {
  private ValueJson() {}

  static String text(Value value) {
    return Json.write(json(value));
  }

  static JsonValue json(Value value) {
    return switch (value.kind()) {
      case NULL -> JsonNull.NULL;
      case BOOLEAN -> JsonBoolean.of(value.whole() != 0);
      case INTEGER, FEATURE -> JsonNumber.of(value.whole());
      case REAL -> value.real() - value.real() == 0 ? JsonNumber.of(value.real()) : JsonNull.NULL;
      case ARRAY -> {
        List<JsonValue> members = new ArrayList<>();
        for (Value member : value.list()) {
          members.add(json(member));
        }
        yield JsonArray.of(members);
      }
      case MAP -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Map.Entry<String, Value> member : value.map().entrySet()) {
          members.put(member.getKey(), json(member.getValue()));
        }
        yield JsonObject.of(members);
      }
      default -> new JsonString(value.text());
    };
  }

  static Value value(JsonValue json) {
    Value value = new Value();
    if (json instanceof JsonBoolean truth) {
      value.set(truth.value());
    } else if (json instanceof JsonNumber number) {
      value.set(number.text());
      if (!value.becomeNumber()) {
        value.setNull();
      }
    } else if (json instanceof JsonString text) {
      value.set(text.value());
    } else if (json instanceof JsonArray array) {
      List<Value> members = new ArrayList<>();
      for (JsonValue member : array.values()) {
        members.add(value(member));
      }
      value.set(members);
    } else if (json instanceof JsonObject object) {
      Map<String, Value> members = new TreeMap<>();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        members.put(member.getKey(), value(member.getValue()));
      }
      value.set(members);
    } else if (json instanceof JsonText text) {
      return value(text.value());
    }
    return value;
  }

  /** The array or map that a text is as JSON; the text itself where it is none. */
  static Value parsed(Value text) {
    String trimmed = text.text().trim();
    if (trimmed.startsWith("[") || trimmed.startsWith("{")) {
      try {
        return value(Json.parse(trimmed));
      } catch (TerrellaException plainText) {
        // Text may begin with a bracket and be none the less just text.
      }
    }
    return text;
  }
}
