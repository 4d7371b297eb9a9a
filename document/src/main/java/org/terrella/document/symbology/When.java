package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * When a rule or a layer of a symbology holds; always, where there are no predicates.
 *
 * @param any whether one predicate is enough; otherwise all are needed
 */
public record When(boolean any, List<Predicate> predicates) {
  /** For all features. */
  public static final When ALWAYS = new When(false, List.of());

  public When {
    predicates = List.copyOf(predicates);
  }

  public boolean isAlways() {
    return predicates.isEmpty();
  }

  /** The condition for people, such as {@code mag > 5 and depth ≤ 10}. */
  public String label() {
    StringBuilder label = new StringBuilder();
    for (Predicate predicate : predicates) {
      label.append(label.isEmpty() ? "" : any ? " or " : " and ").append(predicate.label());
    }
    return label.toString();
  }

  /** The condition as an expression of OpenLayers' flat styles; empty for all features. */
  public Optional<JsonValue> expression() {
    List<JsonValue> each = new ArrayList<>();
    for (Predicate predicate : predicates) {
      each.add(predicate.expression());
    }
    return FilterExpression.joined(any ? "any" : "all", each);
  }

  /** Reads {@code when} and {@code whenOp} of a rule or a layer. */
  static When of(JsonObject json) {
    List<Predicate> predicates = new ArrayList<>();
    if (json.members().get("when") instanceof JsonArray array) {
      for (JsonValue value : array) {
        predicates.add(
            value instanceof JsonObject predicate
                ? Predicate.of(predicate)
                : new Predicate.Unsupported(JsonObject.of()));
      }
    }
    return new When(new JsonString("any").equals(json.members().get("whenOp")), predicates);
  }

  /** A rule or a layer with this condition. */
  JsonObject put(JsonObject json) {
    if (isAlways()) {
      return json.without("when").without("whenOp");
    }
    List<JsonValue> written = new ArrayList<>();
    for (Predicate predicate : predicates) {
      written.add(predicate.toJson());
    }
    return json.with("when", JsonArray.of(written)).with("whenOp", any ? "any" : "all");
  }
}
