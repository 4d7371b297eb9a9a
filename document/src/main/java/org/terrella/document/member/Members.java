package org.terrella.document.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * The members of a JSON object, read as the types that are expected. A member that is missing or
 * null gives the value named for that case. All methods fail with invalid-argument, naming the JSON
 * path, when a member has another type or a value that cannot be.
 *
 * @param path JSON path of the object, for messages
 */
public record Members(JsonObject json, String path) {
  public boolean has(String key) {
    return json.opt(key, JsonNull.NULL) != JsonNull.NULL;
  }

  public String text(String key) {
    return demand(key).text(key, "");
  }

  public String text(String key, String whenMissing) {
    return has(key) ? asText(json.get(key), key) : whenMissing;
  }

  /** A text that must be one of some. */
  public String oneOf(String key, List<String> choices, String whenMissing) {
    String value = text(key, whenMissing);
    if (!choices.contains(value)) {
      throw wrong(key, "\"" + value + "\" is none of " + String.join(", ", choices));
    }
    return value;
  }

  public boolean truth(String key, boolean whenMissing) {
    if (!has(key)) {
      return whenMissing;
    }
    if (json.get(key) instanceof JsonBoolean truth) {
      return truth.value();
    }
    throw wrong(key, json.get(key), "true or false");
  }

  public double number(String key) {
    return demand(key).number(key, 0);
  }

  public double number(String key, double whenMissing) {
    return has(key) ? asNumber(json.get(key), key) : whenMissing;
  }

  /** A number that must lie between two, which it may equal. */
  public double number(String key, double whenMissing, double min, double max) {
    double value = number(key, whenMissing);
    if (!(value >= min && value <= max)) {
      throw wrong(key, "not a number from " + text(min) + " to " + text(max));
    }
    return value;
  }

  public Optional<Double> optionalNumber(String key) {
    return has(key) ? Optional.of(asNumber(json.get(key), key)) : Optional.empty();
  }

  public JsonObject object(String key) {
    if (!has(key)) {
      return JsonObject.of();
    }
    if (json.get(key) instanceof JsonObject object) {
      return object;
    }
    throw wrong(key, json.get(key), "an object");
  }

  /** The members of a member. */
  public Members inside(String key) {
    return new Members(object(key), path + "." + key);
  }

  public JsonArray array(String key) {
    if (!has(key)) {
      return JsonArray.of();
    }
    if (json.get(key) instanceof JsonArray array) {
      return array;
    }
    throw wrong(key, json.get(key), "an array");
  }

  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    JsonArray array = array(key);
    for (int i = 0; i < array.size(); i++) {
      texts.add(asText(array.get(i), key + "[" + i + "]"));
    }
    return texts;
  }

  /** An array of numbers, of one of the given sizes; of any when none is given. */
  public List<Double> numbers(String key, int... sizes) {
    List<Double> numbers = new ArrayList<>();
    JsonArray array = array(key);
    for (int i = 0; i < array.size(); i++) {
      numbers.add(asNumber(array.get(i), key + "[" + i + "]"));
    }
    for (int size : sizes) {
      if (size == numbers.size()) {
        return numbers;
      }
    }
    if (sizes.length > 0) {
      throw wrong(key, numbers.size() + " numbers where " + sizes[0] + " belong");
    }
    return numbers;
  }

  /** An array of objects, each with its own path. */
  public List<Members> objects(String key) {
    List<Members> objects = new ArrayList<>();
    JsonArray array = array(key);
    for (int i = 0; i < array.size(); i++) {
      String place = key + "[" + i + "]";
      if (!(array.get(i) instanceof JsonObject object)) {
        throw wrong(place, array.get(i), "an object");
      }
      objects.add(new Members(object, path + "." + place));
    }
    return objects;
  }

  /** A failure that names a member. */
  public TerrellaException wrong(String key, String reason) {
    return TerrellaException.invalid(path + "." + key + ": " + reason + ".");
  }

  private Members demand(String key) {
    if (!has(key)) {
      throw wrong(key, "missing");
    }
    return this;
  }

  private String asText(JsonValue value, String key) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw wrong(key, value, "a text");
  }

  private double asNumber(JsonValue value, String key) {
    if (!(value instanceof JsonNumber number)) {
      throw wrong(key, value, "a number");
    }
    double result = number.doubleValue();
    if (result - result != 0) {
      throw wrong(key, "the number is out of range");
    }
    return result;
  }

  private TerrellaException wrong(String key, JsonValue value, String expected) {
    return wrong(key, value.kind() + " where " + expected + " belongs");
  }

  private static String text(double value) {
    return JsonNumber.of(value).text();
  }
}
