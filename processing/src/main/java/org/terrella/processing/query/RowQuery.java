package org.terrella.processing.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Progress;
import org.terrella.processing.expression.Context;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.MentionedNames;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.geometry.AreaSearch;

/**
 * Which rows of a table, and in what order.
 *
 * @param filter an expression that must be true; empty for all rows
 * @param search words that must be found, see {@link TextSearch}; empty for all rows
 * @param sort fields, the most important first; without any the rows stay in their order
 * @param shown filters of a layer, see {@link LayerFilter}; empty for all rows
 * @param area a closed ring as x, y of each vertex, in the table's coordinates, that features must
 *     intersect; empty for all rows
 */
public record RowQuery(
    String filter, String search, List<SortKey> sort, JsonObject shown, JsonArray area) {
  private static final int STRIDE = 20_000;

  /** A field to sort by. */
  public record SortKey(String field, boolean descending) {}

  public RowQuery {
    sort = List.copyOf(sort);
  }

  /**
   * Reads {@code {filter?, search?, sort?: [{field, descending?}], filters?, area?}}; other members
   * are ignored.
   */
  public static RowQuery of(JsonObject json) {
    List<SortKey> sort = new ArrayList<>();
    for (JsonObject key : json.optArray("sort").objects()) {
      sort.add(new SortKey(key.string("field"), key.optBool("descending", false)));
    }
    return new RowQuery(
        json.optString("filter", ""),
        json.optString("search", "").trim(),
        sort,
        json.optObject("filters"),
        json.optArray("area"));
  }

  public JsonObject toJson() {
    List<JsonObject> keys = new ArrayList<>();
    for (SortKey key : sort) {
      keys.add(JsonObject.of().with("field", key.field()).with("descending", key.descending()));
    }
    return JsonObject.of()
        .with("filter", filter)
        .with("search", search)
        .with("sort", JsonArray.of(keys))
        .with("filters", shown)
        .with("area", area);
  }

  /** Whether this is all rows in their own order. */
  public boolean isPlain() {
    return filter.isBlank()
        && search.isEmpty()
        && sort.isEmpty()
        && shown.isEmpty()
        && area.isEmpty();
  }

  /**
   * The table with those columns only that the query looks at, and without geometry where it asks
   * for no area.
   *
   * @param field another column to keep, or null
   * @throws TerrellaException not-found for a field to sort by that is not there
   */
  public FeatureTable needed(FeatureTable table, String field) {
    Set<String> names = LayerFilter.fields(shown);
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
        area.isEmpty() && !mentioned.mayUseGeometry()
            ? GeometryColumn.none(table.size())
            : table.geometry(),
        columns,
        search.isEmpty() && !mentioned.hasVariables() ? null : table.ids());
  }

  /**
   * The rows of a table that the query asks for.
   *
   * @param table what {@link #needed} gives
   * @param names all fields there are
   * @param context what the filter knows beside the table
   * @param progress hears of every {@value #STRIDE} rows
   * @throws TerrellaException invalid-argument for an expression that does not fit the table
   */
  public int[] rows(FeatureTable table, List<String> names, Context context, Progress progress) {
    int[] rows = new int[table.size()];
    int count = 0;
    Expression expression = filter.isBlank() ? null : Expression.of(filter, table, names, context);
    TextSearch words = search.isEmpty() ? null : new TextSearch(table, search);
    LayerFilter layer = new LayerFilter(table, shown);
    AreaSearch within = area.isEmpty() ? null : new AreaSearch(table.geometry(), area.numbers());
    for (int row = 0; row < rows.length; row++) {
      if (row % STRIDE == 0) {
        progress.report((double) row / rows.length, "Looking at row " + (row + 1));
      }
      if (layer.passes(row)
          && (within == null || within.finds(row))
          && (expression == null || expression.isTrue(row))
          && (words == null || words.finds(row))) {
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
