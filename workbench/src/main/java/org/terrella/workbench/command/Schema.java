package org.terrella.workbench.command;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * The part of JSON Schema that commands use: {@code type}, {@code enum}, {@code properties}, {@code
 * required}, {@code additionalProperties: false}, {@code items}, {@code minimum}, {@code maximum},
 * {@code minItems} and {@code maxItems}.
 */
public final class Schema {
  private Schema() {}

  /** Schema of an object whose members must be among the given ones. */
  public static Members object() {
    return new Members();
  }

  public static JsonObject string(String description) {
    return type("string", description);
  }

  public static JsonObject number(String description) {
    return type("number", description);
  }

  public static JsonObject integer(String description) {
    return type("integer", description);
  }

  public static JsonObject bool(String description) {
    return type("boolean", description);
  }

  public static JsonObject anyObject(String description) {
    return type("object", description);
  }

  public static JsonObject array(JsonObject items, String description) {
    return type("array", description).with("items", items);
  }

  /** Exactly {@code count} numbers. */
  public static JsonObject numbers(int count, String description) {
    return array(number(""), description)
        .with("minItems", (long) count)
        .with("maxItems", (long) count);
  }

  public static JsonObject oneOf(String description, String... values) {
    return string(description).with("enum", JsonArray.ofStrings(List.of(values)));
  }

  public static JsonObject any(String description) {
    return JsonObject.of().with("description", description);
  }

  private static JsonObject type(String type, String description) {
    JsonObject schema = JsonObject.of().with("type", type);
    return description.isEmpty() ? schema : schema.with("description", description);
  }

  /** Members of an object schema, being collected. */
  public static final class Members {
    private JsonObject properties = JsonObject.of();
    private final List<String> required = new ArrayList<>();

    public Members need(String name, JsonObject schema) {
      required.add(name);
      return may(name, schema);
    }

    public Members may(String name, JsonObject schema) {
      properties = properties.with(name, schema);
      return this;
    }

    public JsonObject build() {
      JsonObject schema =
          JsonObject.of()
              .with("type", "object")
              .with("properties", properties)
              .with("additionalProperties", false);
      return required.isEmpty() ? schema : schema.with("required", JsonArray.ofStrings(required));
    }
  }

  /**
   * Checks a value.
   *
   * @param place how the value is called in messages
   * @throws TerrellaException invalid-argument, naming what does not fit
   */
  public static void check(JsonObject schema, JsonValue value, String place) {
    String type = schema.optString("type", "");
    if (!type.isEmpty() && !fits(type, value)) {
      throw TerrellaException.invalid(
          place + " must be " + article(type) + ", but is " + describe(value) + ".");
    }
    JsonArray choices = schema.optArray("enum");
    if (!choices.isEmpty() && !choices.values().contains(value)) {
      throw TerrellaException.invalid(
          place
              + " must be one of "
              + String.join(", ", choices.strings())
              + ", but is "
              + describe(value)
              + ".");
    }
    if (value instanceof JsonNumber number) {
      checkRange(schema, number.doubleValue(), place);
    } else if (value instanceof JsonArray array) {
      checkItems(schema, array, place);
    } else if (value instanceof JsonObject object) {
      checkMembers(schema, object, place);
    }
  }

  private static void checkRange(JsonObject schema, double number, String place) {
    if (schema.has("minimum") && !(number >= schema.number("minimum"))) {
      throw TerrellaException.invalid(
          place + " must be at least " + Json.write(schema.get("minimum")) + ".");
    }
    if (schema.has("maximum") && !(number <= schema.number("maximum"))) {
      throw TerrellaException.invalid(
          place + " must be at most " + Json.write(schema.get("maximum")) + ".");
    }
  }

  private static void checkItems(JsonObject schema, JsonArray array, String place) {
    if (array.size() < schema.optInteger("minItems", 0)
        || array.size() > schema.optInteger("maxItems", Integer.MAX_VALUE)) {
      throw TerrellaException.invalid(
          place
              + " must have "
              + schema.optInteger("minItems", 0)
              + " items, but has "
              + array.size()
              + ".");
    }
    JsonObject items = schema.optObject("items");
    for (int i = 0; i < array.size() && !items.isEmpty(); i++) {
      check(items, array.get(i), place + "[" + i + "]");
    }
  }

  private static void checkMembers(JsonObject schema, JsonObject object, String place) {
    JsonObject properties = schema.optObject("properties");
    for (String name : schema.optArray("required").strings()) {
      if (!object.has(name)) {
        throw TerrellaException.invalid(place + " lacks \"" + name + "\".");
      }
    }
    boolean closed =
        schema.members().get("additionalProperties") instanceof JsonBoolean more && !more.value();
    for (String name : object.keys()) {
      if (properties.has(name)) {
        check(properties.object(name), object.get(name), "\"" + name + "\"");
      } else if (closed) {
        throw TerrellaException.invalid(
            place
                + " has no \""
                + name
                + "\"; it takes "
                + (properties.isEmpty() ? "nothing" : String.join(", ", properties.keys()))
                + ".");
      }
    }
  }

  private static boolean fits(String type, JsonValue value) {
    return switch (type) {
      case "string" -> value instanceof JsonString;
      case "number" -> value instanceof JsonNumber;
      case "integer" -> value instanceof JsonNumber number && number.isWhole();
      case "boolean" -> value instanceof JsonBoolean;
      case "array" -> value instanceof JsonArray;
      case "object" -> value instanceof JsonObject;
      case "null" -> value instanceof JsonNull;
      default -> true;
    };
  }

  private static String article(String type) {
    return switch (type) {
      case "integer" -> "a whole number";
      case "array", "object" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static String describe(JsonValue value) {
    String text = Json.write(value);
    return text.length() > 60 ? value.kind() : text;
  }
}
