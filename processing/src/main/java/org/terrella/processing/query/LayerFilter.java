package org.terrella.processing.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;

/**
 * Which rows the filters of a layer show: {@code {logicalOp, appliedFilters: [{feature, operator,
 * value}]}}, as jGIS has them. The same answer as the map gives, where a missing value is unequal
 * to all.
 */
public final class LayerFilter {
  private final JsonArray conditions;
  private final boolean any;
  private final List<Column> asked = new ArrayList<>();

  /** A table's part of the filters; without conditions all rows pass. */
  public LayerFilter(FeatureTable table, JsonObject filters) {
    conditions = filters.optArray("appliedFilters");
    any = filters.optString("logicalOp", "all").equals("any");
    for (JsonObject condition : conditions.objects()) {
      asked.add(column(table, condition.string("feature")));
    }
  }

  /** The fields that filters ask for, whether a table has them or not. */
  public static Set<String> fields(JsonObject filters) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonObject condition : filters.optArray("appliedFilters").objects()) {
      names.add(condition.string("feature"));
    }
    return names;
  }

  /** Whether there is no condition. */
  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** Whether the row passes. */
  public boolean passes(int row) {
    for (int i = 0; i < asked.size(); i++) {
      Object value = asked.get(i) == null ? null : asked.get(i).value(row);
      if (matches((JsonObject) conditions.get(i), value) == any) {
        return any;
      }
    }
    return conditions.isEmpty() || !any;
  }

  /** The column of a name, or null. */
  private static Column column(FeatureTable table, String name) {
    for (Column column : table.columns()) {
      if (column.field().name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  private static boolean matches(JsonObject condition, Object value) {
    String operator = condition.optString("operator", "==");
    if (operator.equals("between")) {
      return value instanceof Number number
          && number.doubleValue() >= condition.number("betweenMin")
          && number.doubleValue() <= condition.number("betweenMax");
    }
    JsonValue wanted = condition.get("value");
    int order;
    if (value instanceof Number one && wanted instanceof JsonNumber other) {
      order = Double.compare(one.doubleValue(), other.doubleValue());
    } else if (value instanceof String one && wanted instanceof JsonString other) {
      order = one.compareTo(other.value());
    } else {
      return operator.equals("!=");
    }
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case ">" -> order > 0;
      case "<" -> order < 0;
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      default -> throw TerrellaException.invalid("There is no operator \"" + operator + "\".");
    };
  }
}
