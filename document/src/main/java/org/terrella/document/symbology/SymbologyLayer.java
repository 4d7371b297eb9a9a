package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * One of the drawings that lie on each other in a symbology, the first lowest.
 *
 * @param json the layer in jGIS, with all that this version does not know
 */
public record SymbologyLayer(
    String id, List<Preprocess> preprocess, List<Rule> rules, When when, JsonObject json) {
  public SymbologyLayer {
    preprocess = List.copyOf(preprocess);
    rules = List.copyOf(rules);
  }

  /** A new layer. */
  public static SymbologyLayer of(String id, List<Rule> rules, When when) {
    return of(when.put(JsonObject.of().with("id", id).with("rules", JsonArray.of())))
        .withRules(rules);
  }

  static SymbologyLayer of(JsonObject json) {
    List<Preprocess> steps = new ArrayList<>();
    for (JsonObject step : Mapping.objects(json, "preprocess")) {
      steps.add(Preprocess.of(step));
    }
    List<Rule> rules = new ArrayList<>();
    for (JsonObject rule : Mapping.objects(json, "rules")) {
      rules.add(Rule.of(rule));
    }
    return new SymbologyLayer(
        json.members().get("id") instanceof JsonString id ? id.value() : "",
        steps,
        rules,
        When.of(json),
        json);
  }

  public SymbologyLayer withRules(List<Rule> rules) {
    List<JsonValue> written = new ArrayList<>();
    for (Rule rule : rules) {
      written.add(rule.json());
    }
    return of(json.with("rules", JsonArray.of(written)));
  }

  /** Whether features are drawn as they are, all of them. */
  public boolean isPlain() {
    return preprocess.isEmpty() && when.isAlways();
  }

  /** The mapping that drives a visual variable for all features, or null; the last one wins. */
  Mapping driver(String encoding) {
    Mapping found = null;
    for (Rule rule : rules) {
      for (Mapping mapping : rule.mappings()) {
        if (rule.isPlain() && mapping.drives(encoding)) {
          found = mapping;
        }
      }
    }
    return found;
  }

  boolean drivesAny(List<String> encodings) {
    for (String encoding : encodings) {
      if (driver(encoding) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * This layer with a mapping in place of what drove its visual variables for all features. It
   * comes before the first rule with a condition, which so still wins.
   */
  SymbologyLayer with(Mapping mapping) {
    List<JsonValue> kept = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int place = -1;
    for (JsonValue value :
        json.members().get("rules") instanceof JsonArray all ? all : JsonArray.of()) {
      if (!(value instanceof JsonObject object)) {
        kept.add(value);
        continue;
      }
      Rule rule = Rule.of(object);
      if (!rule.isPlain()) {
        place = place < 0 ? kept.size() : place;
        kept.add(object);
        ids.add(rule.id());
        continue;
      }
      JsonObject left = rule.without(mapping.encodings());
      boolean emptied =
          !left.equals(object)
              && left.members().get("mappings") instanceof JsonArray mappings
              && mappings.isEmpty();
      if (!emptied) {
        kept.add(left);
        ids.add(rule.id());
      }
    }
    int number = 1;
    while (ids.contains("rule-" + number)) {
      number++;
    }
    Rule added = Rule.of("rule-" + number, mapping.field(), List.of(mapping), When.ALWAYS);
    kept.add(place < 0 ? kept.size() : place, added.json());
    return of(json.with("rules", JsonArray.of(kept)));
  }
}
