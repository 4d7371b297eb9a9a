package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * A scale and what it drives.
 *
 * @param field the attribute that is mapped, the first of its rule; empty for constants
 * @param encodings visual variables, for example {@code fill-color} and {@code circle-radius}
 * @param json the mapping in jGIS, with all that this version does not know
 */
public record Mapping(String field, Scale scale, List<String> encodings, JsonObject json) {
  public Mapping {
    encodings = List.copyOf(encodings);
  }

  public Mapping(String field, Scale scale, List<String> encodings) {
    this(
        field,
        scale,
        encodings,
        JsonObject.of()
            .with("scale", Scale.toJson(scale))
            .with("encodings", JsonArray.ofStrings(encodings)));
  }

  /** Whether the mapping drives a visual variable, by a scale that can be drawn. */
  public boolean drives(String encoding) {
    return scale.isDrawn() && encodings.contains(encoding);
  }

  /** The mappings of a rule; those without a scale are passed over. */
  static List<Mapping> of(JsonObject rule, String field) {
    List<Mapping> mappings = new ArrayList<>();
    for (JsonObject mapping : objects(rule, "mappings")) {
      if (mapping.members().get("scale") instanceof JsonObject scale) {
        mappings.add(new Mapping(field, Scale.of(scale), strings(mapping, "encodings"), mapping));
      }
    }
    return mappings;
  }

  /** The objects among the items of an array; none when the member is no array. */
  static List<JsonObject> objects(JsonObject parent, String key) {
    List<JsonObject> objects = new ArrayList<>();
    if (parent.members().get(key) instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonObject object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  /** The texts among the items of an array; none when the member is no array. */
  static List<String> strings(JsonObject parent, String key) {
    List<String> strings = new ArrayList<>();
    if (parent.members().get(key) instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonString string) {
          strings.add(string.value());
        }
      }
    }
    return strings;
  }
}
