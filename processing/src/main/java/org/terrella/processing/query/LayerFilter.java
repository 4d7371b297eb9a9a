package org.terrella.processing.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;

/**
 * Which rows the filters of a layer show: {@code {logicalOp, appliedFilters: [{feature, operator,
 * value}], "terrella:expression"}}, as jGIS has them but for the expression. The same answer as the
 * map gives, where a missing value is unequal to all. What an expression gives is a column of the
 * table, {@link #column}.
 */
public final class LayerFilter {
  private static final String EXPRESSION = "terrella:expression";
  private static final String COLUMN = EXPRESSION + " ";

  private final JsonArray conditions;
  private final boolean any;
  private final List<Column> asked = new ArrayList<>();
  private final Column expression;

  /**
   * A table's part of the filters; without conditions all rows pass.
   *
   * @throws TerrellaException not-found, where the table lacks the expression's column
   */
  public LayerFilter(FeatureTable table, JsonObject filters) {
    conditions = filters.optArray("appliedFilters");
    any = filters.optString("logicalOp", "all").equals("any");
    for (JsonObject condition : conditions.objects()) {
      asked.add(column(table, condition.string("feature")));
    }
    String text = expression(filters);
    expression = text.isEmpty() ? null : table.column(column(text));
  }

  /** The expression in a layer's filters; empty where there is none. */
  public static String expression(JsonObject filters) {
    return filters.optString(EXPRESSION, "");
  }

  /** The name of the column that holds what an expression gives. */
  public static String column(String expression) {
    return COLUMN + expression;
  }

  /** The column of an expression that is true for these rows of a table. */
  public static Column column(String expression, int[] rows, int size) {
    byte[] passing = new byte[size];
    for (int row : rows) {
      passing[row] = 1;
    }
    return new BooleanColumn(new Field(column(expression), FieldType.BOOLEAN), passing, null);
  }

  /** Whether a field holds what an expression gives, and is none of the table's own. */
  public static boolean isComputed(Field field) {
    return field.name().startsWith(COLUMN);
  }

  /** The table with its own fields only. */
  public static FeatureTable withoutComputed(FeatureTable table) {
    List<Column> own = new ArrayList<>(table.columns());
    return !own.removeIf(column -> isComputed(column.field()))
        ? table
        : new FeatureTable(table.name(), table.crs(), table.geometry(), own, table.ids());
  }

  /** The fields that filters ask for, whether a table has them or not. */
  public static Set<String> fields(JsonObject filters) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonObject condition : filters.optArray("appliedFilters").objects()) {
      names.add(condition.string("feature"));
    }
    if (!expression(filters).isEmpty()) {
      names.add(column(expression(filters)));
    }
    return names;
  }

  /** Whether all rows pass. */
  public boolean isEmpty() {
    return conditions.isEmpty() && expression == null;
  }

  /** The rows that pass, in their order. */
  public int[] rows(int size) {
    int[] rows = new int[size];
    int count = 0;
    for (int row = 0; row < size; row++) {
      if (passes(row)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** Whether the row passes. */
  public boolean passes(int row) {
    if (expression != null && !Boolean.TRUE.equals(expression.value(row))) {
      return false;
    }
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
