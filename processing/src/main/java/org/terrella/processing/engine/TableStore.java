package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.query.LayerFilter;

/** The owner's tables by their keys, and for which rows expressions are true that filter layers. */
final class TableStore {
  private final Map<String, FeatureTable> tables = new HashMap<>();
  private final Map<String, List<Column>> filters = new HashMap<>();

  /**
   * The table of a key.
   *
   * @throws TerrellaException not-found, when there is none
   */
  FeatureTable table(String key) {
    FeatureTable table = tables.get(key);
    if (table == null) {
      throw TerrellaException.notFound("The engine holds no table \"" + key + "\".");
    }
    return table;
  }

  /** Whether a key still has this very table. */
  boolean has(String key, FeatureTable table) {
    return tables.get(key) == table;
  }

  void put(String key, FeatureTable table) {
    drop(key);
    tables.put(key, table);
  }

  void drop(String key) {
    tables.remove(key);
    filters.remove(key);
  }

  /**
   * Remembers for which rows of a table an expression of a layer's filters is true.
   *
   * @param others the expressions of other layers with that table, which stay; no more do
   */
  void keepFilter(String key, String expression, int[] rows, List<String> others) {
    List<Column> columns = new ArrayList<>();
    columns.add(LayerFilter.column(expression, rows, table(key).size()));
    for (Column column : filters.getOrDefault(key, List.of())) {
      for (String other : others) {
        if (!other.equals(expression) && LayerFilter.column(other).equals(column.field().name())) {
          columns.add(column);
        }
      }
    }
    filters.put(key, columns);
  }

  /** A table with the columns of its layers' expressions, for filters to look at. */
  FeatureTable filtered(String key) {
    FeatureTable table = table(key);
    List<Column> columns = new ArrayList<>(table.columns());
    columns.addAll(filters.getOrDefault(key, List.of()));
    return new FeatureTable(table.name(), table.crs(), table.geometry(), columns, table.ids());
  }

  /** The {@code filters} of a request about {@code table}. */
  LayerFilter filter(JsonObject header) {
    return new LayerFilter(filtered(header.string("table")), header.optObject("filters"));
  }

  /** The rows of {@code table} that {@code filters} let through; all without. */
  FeatureTable shown(JsonObject header) {
    FeatureTable table = table(header.string("table"));
    LayerFilter filter = filter(header);
    if (filter.isEmpty()) {
      return table;
    }
    int[] passing = filter.rows(table.size());
    return FeatureTables.take(table, passing, passing.length);
  }

  /** The tables that a request names as {@code inputs}, by the names there. */
  Map<String, List<FeatureTable>> inputs(JsonObject header) {
    Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>();
    for (JsonObject input : header.optArray("inputs").objects()) {
      FeatureTable table = shown(input);
      inputs
          .computeIfAbsent(input.string("name"), name -> new ArrayList<>())
          .add(input.has("label") ? table.withName(input.string("label")) : table);
    }
    return inputs;
  }
}
