package org.terrella.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.terrella.error.TerrellaException;

/** A JSON array. Immutable: {@code with} gives a new array. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {
  private static final JsonArray EMPTY = new JsonArray(List.of());

  private final List<JsonValue> values;

  private JsonArray(List<JsonValue> values) {
    this.values = Collections.unmodifiableList(values);
  }

  /** An array over a list that its maker will not change any more. */
  static JsonArray owning(List<JsonValue> values) {
    return new JsonArray(values);
  }

  public static JsonArray of(JsonValue... values) {
    return values.length == 0 ? EMPTY : new JsonArray(new ArrayList<>(Arrays.asList(values)));
  }

  public static JsonArray of(List<? extends JsonValue> values) {
    return new JsonArray(new ArrayList<>(values));
  }

  public static JsonArray ofStrings(List<String> strings) {
    List<JsonValue> values = new ArrayList<>();
    for (String string : strings) {
      values.add(new JsonString(string));
    }
    return new JsonArray(values);
  }

  public static JsonArray ofNumbers(double... numbers) {
    List<JsonValue> values = new ArrayList<>();
    for (double number : numbers) {
      values.add(JsonNumber.of(number));
    }
    return new JsonArray(values);
  }

  /**
   * This array with one more value at its end. Collect many in a list and use {@link #of(List)}.
   */
  public JsonArray with(JsonValue value) {
    List<JsonValue> more = new ArrayList<>(values);
    more.add(value);
    return new JsonArray(more);
  }

  public JsonArray with(String value) {
    return with(new JsonString(value));
  }

  public JsonArray with(double value) {
    return with(JsonNumber.of(value));
  }

  public JsonArray with(long value) {
    return with(JsonNumber.of(value));
  }

  public JsonArray with(boolean value) {
    return with(JsonBoolean.of(value));
  }

  public int size() {
    return values.size();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The values; the list cannot be changed. */
  public List<JsonValue> values() {
    return values;
  }

  /**
   * The value at {@code index}, counted from 0.
   *
   * @throws TerrellaException invalid-argument when there is none
   */
  public JsonValue get(int index) {
    if (index < 0 || index >= values.size()) {
      throw TerrellaException.invalid(
          "There is no item " + index + " in an array of " + values.size() + ".");
    }
    return values.get(index);
  }

  public String string(int index) {
    return JsonCast.string(get(index), place(index));
  }

  public double number(int index) {
    return JsonCast.number(get(index), place(index));
  }

  public int integer(int index) {
    return JsonCast.integer(get(index), place(index));
  }

  public boolean bool(int index) {
    return JsonCast.bool(get(index), place(index));
  }

  public JsonObject object(int index) {
    return JsonCast.object(get(index), place(index));
  }

  public JsonArray array(int index) {
    return JsonCast.array(get(index), place(index));
  }

  /** All items as strings. */
  public List<String> strings() {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      result.add(string(i));
    }
    return result;
  }

  /** All items as numbers. */
  public double[] numbers() {
    double[] result = new double[size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = number(i);
    }
    return result;
  }

  /** All items as objects. */
  public List<JsonObject> objects() {
    List<JsonObject> result = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      result.add(object(i));
    }
    return result;
  }

  @Override
  public Iterator<JsonValue> iterator() {
    return values.iterator();
  }

  @Override
  public String kind() {
    return "an array";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonArray array && values.equals(array.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return Json.write(this);
  }

  private static String place(int index) {
    return "Item " + index;
  }
}
