package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrella.document.filter.Filter;
import org.terrella.document.filter.LayerFilters;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Filters as expressions of OpenLayers' flat styles. They say what {@link LayerFilters#matches}
 * does, as far as OpenLayers can: it orders numbers only, so that an order of texts matches nothing
 * there.
 */
public final class FilterExpression {
  private FilterExpression() {}

  /** The expression of a layer's filters; empty when all features are shown. */
  public static Optional<JsonValue> of(LayerFilters filters) {
    List<JsonValue> each = new ArrayList<>();
    for (Filter filter : filters.filters()) {
      each.add(of(filter));
    }
    return joined(filters.any() ? "any" : "all", each);
  }

  /** Whether any or all of some expressions hold; OpenLayers needs at least two to join. */
  static Optional<JsonValue> joined(String operator, List<JsonValue> expressions) {
    if (expressions.size() < 2) {
      return expressions.isEmpty() ? Optional.empty() : Optional.of(expressions.get(0));
    }
    List<JsonValue> call = new ArrayList<>();
    call.add(new JsonString(operator));
    call.addAll(expressions);
    return Optional.of(JsonArray.of(call));
  }

  static JsonValue of(Filter filter) {
    JsonArray get = JsonArray.ofStrings(List.of("get", filter.field()));
    JsonArray has = JsonArray.ofStrings(List.of("has", filter.field()));
    JsonString operator = new JsonString(filter.operator().symbol());
    return switch (filter.operator()) {
      case EQUAL, NOT_EQUAL -> JsonArray.of(operator, get, filter.value());
      case BETWEEN ->
          both(
              has,
              JsonArray.of(
                  operator, get, JsonNumber.of(filter.min()), JsonNumber.of(filter.max())));
      default ->
          filter.value() instanceof JsonNumber
              ? both(has, JsonArray.of(operator, get, filter.value()))
              : JsonBoolean.FALSE;
    };
  }

  private static JsonArray both(JsonValue one, JsonValue other) {
    return JsonArray.of(new JsonString("all"), one, other);
  }
}
