package org.terrella.json;

import java.util.Objects;

/** A JSON string. */
public record JsonString(String value) implements JsonValue {
  public JsonString {
    Objects.requireNonNull(value);
  }

  @Override
  public String kind() {
    return "a string";
  }

  @Override
  public String toString() {
    return Json.write(this);
  }
}
