package org.terrella.json;

/** A JSON value. All are immutable and equal when they say the same. */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull, JsonText {
  /** What the value is, for messages: {@code an object}, {@code a number}… */
  String kind();
}
