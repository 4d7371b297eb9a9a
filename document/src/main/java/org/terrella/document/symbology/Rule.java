package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * A rule: fields and what they drive, perhaps for some features only.
 *
 * @param json the rule in jGIS, with all that this version does not know
 */
public record Rule(
    String id, List<String> fields, List<Mapping> mappings, When when, JsonObject json) {
  public Rule {
    fields = List.copyOf(fields);
    mappings = List.copyOf(mappings);
  }

  /** A new rule; {@code field} is empty for constants. */
  public static Rule of(String id, String field, List<Mapping> mappings, When when) {
    List<JsonValue> written = new ArrayList<>();
    for (Mapping mapping : mappings) {
      written.add(mapping.json());
    }
    JsonObject json =
        JsonObject.of()
            .with("id", id)
            .with("fields", JsonArray.ofStrings(field.isEmpty() ? List.of() : List.of(field)))
            .with("mappings", JsonArray.of(written));
    return of(when.put(json));
  }

  static Rule of(JsonObject json) {
    List<String> fields = Mapping.strings(json, "fields");
    return new Rule(
        json.members().get("id") instanceof JsonString id ? id.value() : "",
        fields,
        Mapping.of(json, fields.isEmpty() ? "" : fields.get(0)),
        When.of(json),
        json);
  }

  /** Whether the rule holds for all features. */
  public boolean isPlain() {
    return when.isAlways();
  }

  /**
   * The rule without some visual variables. Mappings that drive nothing else are gone; a rule whose
   * mappings are all gone comes back with an empty array of them.
   */
  JsonObject without(List<String> encodings) {
    if (!(json.members().get("mappings") instanceof JsonArray all)) {
      return json;
    }
    List<JsonValue> kept = new ArrayList<>();
    for (JsonValue value : all) {
      JsonValue left = value instanceof JsonObject mapping ? without(mapping, encodings) : value;
      if (left != null) {
        kept.add(left);
      }
    }
    return json.with("mappings", JsonArray.of(kept));
  }

  /** A mapping without some visual variables, or null when it drove no others. */
  private static JsonObject without(JsonObject mapping, List<String> encodings) {
    List<String> before = Mapping.strings(mapping, "encodings");
    List<String> left = new ArrayList<>(before);
    left.removeAll(encodings);
    if (left.size() == before.size()) {
      return mapping;
    }
    return left.isEmpty() ? null : mapping.with("encodings", JsonArray.ofStrings(left));
  }
}
