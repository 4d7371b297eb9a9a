package org.terrella.document.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.terrella.document.member.Members;
import org.terrella.document.member.Overlay;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * The filters of a layer, {@code filters} in jGIS, and an expression, which jGIS does not know.
 * Without filters all features are shown.
 *
 * @param any whether a feature needs to pass one filter only; otherwise all
 * @param expression in QGIS's language, which must be true besides; empty for none
 */
public record LayerFilters(boolean any, List<Filter> filters, String expression) {
  /** The member that holds the expression. */
  public static final String EXPRESSION = "terrella:expression";

  /** All features. */
  public static final LayerFilters NONE = new LayerFilters(false, List.of(), "");

  public LayerFilters {
    filters = List.copyOf(filters);
    expression = expression.trim();
  }

  public static LayerFilters ofAll(Filter... filters) {
    return new LayerFilters(false, List.of(filters), "");
  }

  public static LayerFilters ofAny(Filter... filters) {
    return new LayerFilters(true, List.of(filters), "");
  }

  /** What can be read of a layer's {@code filters}; filters that cannot be are passed over. */
  public static LayerFilters of(JsonValue json) {
    return read(json, "$", new ArrayList<>());
  }

  /** Reads a layer's {@code filters} and adds what is wrong, with its JSON path, to a list. */
  public static LayerFilters read(JsonValue json, String path, List<String> problems) {
    if (!(json instanceof JsonObject object)) {
      if (json != JsonNull.NULL) {
        problems.add(path + ": " + json.kind() + " where an object belongs.");
      }
      return NONE;
    }
    Members members = new Members(object, path);
    List<Filter> filters = new ArrayList<>();
    boolean any = false;
    try {
      any = members.oneOf("logicalOp", List.of("all", "any"), "all").equals("any");
    } catch (TerrellaException wrong) {
      problems.add(wrong.getMessage());
    }
    JsonArray items = JsonArray.of();
    try {
      items = members.array("appliedFilters");
    } catch (TerrellaException wrong) {
      problems.add(wrong.getMessage());
    }
    for (int i = 0; i < items.size(); i++) {
      String place = path + ".appliedFilters[" + i + "]";
      if (!(items.get(i) instanceof JsonObject item)) {
        problems.add(place + ": " + items.get(i).kind() + " where an object belongs.");
        continue;
      }
      try {
        filters.add(Filter.of(new Members(item, place)));
      } catch (TerrellaException wrong) {
        problems.add(wrong.getMessage());
      }
    }
    String expression = "";
    try {
      expression = members.text(EXPRESSION, "");
    } catch (TerrellaException wrong) {
      problems.add(wrong.getMessage());
    }
    return new LayerFilters(any, filters, expression);
  }

  /** The JSON of the filters over another one, whose unknown members stay. */
  public JsonObject toJson(JsonObject base) {
    List<JsonValue> items = new ArrayList<>();
    for (Filter filter : filters) {
      items.add(filter.toJson());
    }
    return new Overlay(base)
        .text("logicalOp", any ? "any" : "all")
        .put("appliedFilters", JsonArray.of(items))
        .text(EXPRESSION, expression, "")
        .json();
  }

  public boolean isEmpty() {
    return filters.isEmpty() && expression.isEmpty();
  }

  /** The fields that the filters look at, without those of the expression. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    filters.forEach(filter -> fields.add(filter.field()));
    return fields;
  }

  /**
   * Whether a feature passes the filters; the expression is the engine's to evaluate.
   *
   * @param attributes the feature's value of a field; {@code JsonNull} where it has none
   */
  public boolean matches(Function<String, JsonValue> attributes) {
    for (Filter filter : filters) {
      if (filter.matches(attributes.apply(filter.field())) == any) {
        return any;
      }
    }
    return filters.isEmpty() || !any;
  }
}
