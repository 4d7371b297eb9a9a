package org.terrella.json;

import org.terrella.error.TerrellaException;

/** Values as the types that a reader expects; {@code place} names the value in messages. */
final class JsonCast {
  private JsonCast() {}

  static String string(JsonValue value, String place) {
    if (value instanceof JsonString string) {
      return string.value();
    }
    throw wrong(value, place, "a string");
  }

  static double number(JsonValue value, String place) {
    if (value instanceof JsonNumber number) {
      return number.doubleValue();
    }
    throw wrong(value, place, "a number");
  }

  static int integer(JsonValue value, String place) {
    long whole = whole(value, place);
    if (whole != (int) whole) {
      throw TerrellaException.invalid(place + " is out of range: " + whole + ".");
    }
    return (int) whole;
  }

  static long whole(JsonValue value, String place) {
    if (value instanceof JsonNumber number && number.isWhole()) {
      return number.longValue();
    }
    throw wrong(value, place, "a whole number");
  }

  static boolean bool(JsonValue value, String place) {
    if (value instanceof JsonBoolean truth) {
      return truth.value();
    }
    throw wrong(value, place, "true or false");
  }

  static JsonObject object(JsonValue value, String place) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(value, place, "an object");
  }

  static JsonArray array(JsonValue value, String place) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw wrong(value, place, "an array");
  }

  private static TerrellaException wrong(JsonValue value, String place, String expected) {
    String found = value instanceof JsonNumber number ? number.text() : value.kind();
    return TerrellaException.invalid(place + " must be " + expected + ", not " + found + ".");
  }
}
