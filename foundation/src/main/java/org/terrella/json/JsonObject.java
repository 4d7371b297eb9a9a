package org.terrella.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.terrella.error.TerrellaException;

/**
 * A JSON object, whose members keep their order. Immutable: {@code with} and {@code without} give
 * new objects. Equality does not look at the order.
 *
 * <p>The accessors named after a type demand the member and fail with invalid-argument, naming the
 * key, when it is missing or of another type. Those that begin with {@code opt} give the default
 * when the member is missing or null, but still fail for another type.
 */
public final class JsonObject implements JsonValue {
  private static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, JsonValue> members;

  private JsonObject(Map<String, JsonValue> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /** An object over a map that its maker will not change any more. */
  static JsonObject owning(Map<String, JsonValue> members) {
    return new JsonObject(members);
  }

  /** The empty object. */
  public static JsonObject of() {
    return EMPTY;
  }

  /** An object with the members of a map, in its order. */
  public static JsonObject of(Map<String, ? extends JsonValue> members) {
    return new JsonObject(new LinkedHashMap<>(members));
  }

  /** This object with one member set; a member already there keeps its place. */
  public JsonObject with(String key, JsonValue value) {
    Map<String, JsonValue> more = new LinkedHashMap<>(members);
    more.put(key, value);
    return new JsonObject(more);
  }

  public JsonObject with(String key, String value) {
    return with(key, new JsonString(value));
  }

  public JsonObject with(String key, double value) {
    return with(key, JsonNumber.of(value));
  }

  public JsonObject with(String key, long value) {
    return with(key, JsonNumber.of(value));
  }

  public JsonObject with(String key, boolean value) {
    return with(key, JsonBoolean.of(value));
  }

  /** This object with all members of another, which win. */
  public JsonObject withAll(JsonObject other) {
    Map<String, JsonValue> more = new LinkedHashMap<>(members);
    more.putAll(other.members);
    return new JsonObject(more);
  }

  public JsonObject without(String key) {
    Map<String, JsonValue> fewer = new LinkedHashMap<>(members);
    fewer.remove(key);
    return new JsonObject(fewer);
  }

  public int size() {
    return members.size();
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  public boolean has(String key) {
    return members.containsKey(key);
  }

  public Set<String> keys() {
    return members.keySet();
  }

  /** The members in their order; the map cannot be changed. */
  public Map<String, JsonValue> members() {
    return members;
  }

  public JsonValue get(String key) {
    JsonValue value = members.get(key);
    if (value == null) {
      throw TerrellaException.invalid(place(key) + " is missing.");
    }
    return value instanceof JsonText lazy ? lazy.value() : value;
  }

  public String string(String key) {
    return JsonCast.string(get(key), place(key));
  }

  public double number(String key) {
    return JsonCast.number(get(key), place(key));
  }

  /** A whole number of 32 bits. */
  public int integer(String key) {
    return JsonCast.integer(get(key), place(key));
  }

  /** A whole number of 64 bits. */
  public long whole(String key) {
    return JsonCast.whole(get(key), place(key));
  }

  public boolean bool(String key) {
    return JsonCast.bool(get(key), place(key));
  }

  public JsonObject object(String key) {
    return JsonCast.object(get(key), place(key));
  }

  public JsonArray array(String key) {
    return JsonCast.array(get(key), place(key));
  }

  public JsonValue opt(String key, JsonValue whenMissing) {
    return isAbsent(key) ? whenMissing : get(key);
  }

  public String optString(String key, String whenMissing) {
    return isAbsent(key) ? whenMissing : string(key);
  }

  public double optNumber(String key, double whenMissing) {
    return isAbsent(key) ? whenMissing : number(key);
  }

  public int optInteger(String key, int whenMissing) {
    return isAbsent(key) ? whenMissing : integer(key);
  }

  public boolean optBool(String key, boolean whenMissing) {
    return isAbsent(key) ? whenMissing : bool(key);
  }

  /** The member, or the empty object. */
  public JsonObject optObject(String key) {
    return isAbsent(key) ? EMPTY : object(key);
  }

  /** The member, or the empty array. */
  public JsonArray optArray(String key) {
    return isAbsent(key) ? JsonArray.of() : array(key);
  }

  @Override
  public String kind() {
    return "an object";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject object && members.equals(object.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return Json.write(this);
  }

  private boolean isAbsent(String key) {
    JsonValue value = members.get(key);
    return value == null || value == JsonNull.NULL;
  }

  private static String place(String key) {
    return "\"" + key + "\"";
  }
}
