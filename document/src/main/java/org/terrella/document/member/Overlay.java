package org.terrella.document.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Typed values written over a JSON object, whose other members stay. A member that is missing, or
 * null, stays so while the value is the one that missing means.
 */
public final class Overlay {
  private JsonObject json;

  public Overlay(JsonObject base) {
    json = base;
  }

  /** Sets a member that has no meaning when it is missing. */
  public Overlay put(String key, JsonValue value) {
    if (!value.equals(json.members().get(key))) {
      json = json.with(key, value);
    }
    return this;
  }

  public Overlay put(String key, JsonValue value, JsonValue whenMissing) {
    boolean missing = json.opt(key, JsonNull.NULL) == JsonNull.NULL;
    return missing && value.equals(whenMissing) ? this : put(key, value);
  }

  public Overlay text(String key, String value) {
    return put(key, new JsonString(value));
  }

  public Overlay text(String key, String value, String whenMissing) {
    return put(key, new JsonString(value), new JsonString(whenMissing));
  }

  public Overlay number(String key, double value) {
    return put(key, JsonNumber.of(value));
  }

  public Overlay number(String key, double value, double whenMissing) {
    return put(key, JsonNumber.of(value), JsonNumber.of(whenMissing));
  }

  /** Sets a number, or takes the member away. */
  public Overlay number(String key, Optional<Double> value) {
    if (value.isPresent()) {
      return number(key, value.get());
    }
    if (json.opt(key, JsonNull.NULL) != JsonNull.NULL) {
      json = json.without(key);
    }
    return this;
  }

  public Overlay truth(String key, boolean value, boolean whenMissing) {
    return put(key, JsonBoolean.of(value), JsonBoolean.of(whenMissing));
  }

  public Overlay object(String key, JsonObject value) {
    return put(key, value, JsonObject.of());
  }

  public Overlay array(String key, JsonArray value) {
    return put(key, value, JsonArray.of());
  }

  public Overlay texts(String key, List<String> values) {
    return array(key, JsonArray.ofStrings(values));
  }

  public Overlay numbers(String key, List<Double> values) {
    List<JsonValue> numbers = new ArrayList<>();
    for (double value : values) {
      numbers.add(JsonNumber.of(value));
    }
    return array(key, JsonArray.of(numbers));
  }

  /** The object with all that was set. */
  public JsonObject json() {
    return json;
  }
}
