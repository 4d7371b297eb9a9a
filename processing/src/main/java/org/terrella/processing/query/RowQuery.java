package org.terrella.processing.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.MentionedNames;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;

/**
 * Which rows of a table, and in what order.
 *
 * @param filter an expression that must be true; empty for all rows
 * @param search words that must be found, see {@link TextSearch}; empty for all rows
 * @param sort fields, the most important first; without any the rows stay in their order
 */
public record RowQuery(String filter, String search, List<SortKey> sort) {
  /** A field to sort by. */
  public record SortKey(String field, boolean descending) {}

  public RowQuery {
    sort = List.copyOf(sort);
  }

  /** Reads {@code {filter?, search?, sort?: [{field, descending?}]}}; other members are ignored. */
  public static RowQuery of(JsonObject json) {
    List<SortKey> sort = new ArrayList<>();
    for (JsonObject key : json.optArray("sort").objects()) {
      sort.add(new SortKey(key.string("field"), key.optBool("descending", false)));
    }
    return new RowQuery(json.optString("filter", ""), json.optString("search", "").trim(), sort);
  }

  public JsonObject toJson() {
    List<JsonObject> keys = new ArrayList<>();
    for (SortKey key : sort) {
      keys.add(JsonObject.of().with("field", key.field()).with("descending", key.descending()));
    }
    return JsonObject.of()
        .with("filter", filter)
        .with("search", search)
        .with("sort", JsonArray.of(keys));
  }

  /** Whether this is all rows in their own order. */
  public boolean isPlain() {
    return filter.isBlank() && search.isEmpty() && sort.isEmpty();
  }

  /**
   * The table with those columns only that the query looks at, and without geometry.
   *
   * @param field another column to keep, or null
   * @throws TerrellaException not-found for a field to sort by that is not there
   */
  public FeatureTable needed(FeatureTable table, String field) {
    Set<String> names = new LinkedHashSet<>();
    MentionedNames mentioned = new MentionedNames(filter);
    for (SortKey key : sort) {
      names.add(table.column(key.field()).field().name());
    }
    if (field != null) {
      names.add(table.column(field).field().name());
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      String name = column.field().name();
      if (!search.isEmpty() || names.contains(name) || mentioned.has(name)) {
        columns.add(column);
      }
    }
    return new FeatureTable(
        table.name(),
        table.crs(),
        GeometryColumn.none(table.size()),
        columns,
        search.isEmpty() && !mentioned.hasVariables() ? null : table.ids());
  }

  /**
   * The rows of a table that the query asks for.
   *
   * @param table what {@link #needed} gives
   * @param names all fields there are
   * @throws TerrellaException invalid-argument for an expression that does not fit the table
   */
  public int[] rows(FeatureTable table, List<String> names) {
    int[] rows = new int[table.size()];
    int count = 0;
    Expression expression = filter.isBlank() ? null : Expression.of(filter, table, names);
    TextSearch words = search.isEmpty() ? null : new TextSearch(table, search);
    for (int row = 0; row < rows.length; row++) {
      if ((expression == null || expression.isTrue(row)) && (words == null || words.finds(row))) {
        rows[count++] = row;
      }
    }
    rows = Arrays.copyOf(rows, count);
    for (int i = sort.size() - 1; i >= 0; i--) {
      SortKey key = sort.get(i);
      rows = RowOrder.sorted(table.column(key.field()), key.descending(), rows);
    }
    return rows;
  }
}
