package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.TextColumn;

/**
 * Pairs of rows of two tables, and the table that they make: geometries and attributes of the
 * first, with attributes of the second behind them. Rows of the first that got no partner are
 * {@link #alone}.
 */
final class JoinedRows {
  private final FeatureTable first;
  private final FeatureTable second;
  private int[] rows = new int[16];
  private int[] partners = new int[16];
  private int count;
  private int[] alone = new int[16];
  private int aloneCount;
  private int joined;

  JoinedRows(FeatureTable first, FeatureTable second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Adds a row of the first table with all its partners.
   *
   * @param discardAlone whether a row without any makes no feature
   */
  void add(int row, int[] matches, boolean discardAlone) {
    for (int match : matches) {
      pair(row, match);
    }
    if (matches.length > 0) {
      joined++;
      return;
    }
    if (aloneCount == alone.length) {
      alone = Arrays.copyOf(alone, 2 * aloneCount);
    }
    alone[aloneCount++] = row;
    if (!discardAlone) {
      pair(row, -1);
    }
  }

  private void pair(int row, int partner) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      partners = Arrays.copyOf(partners, 2 * count);
    }
    rows[count] = row;
    partners[count++] = partner;
  }

  /** How many rows of the first table got a partner. */
  int joined() {
    return joined;
  }

  /** The row of the first table of each pair. */
  int[] rows() {
    return Arrays.copyOf(rows, count);
  }

  /** The row of the second table of each pair, or -1. */
  int[] partners() {
    return Arrays.copyOf(partners, count);
  }

  /** The rows of the first table without partner, as they are. */
  FeatureTable alone(String name) {
    return new JoinedTable(first, Arrays.copyOf(alone, aloneCount)).build(name, List.of());
  }

  /** How many rows of the first table got no partner. */
  int aloneCount() {
    return aloneCount;
  }

  /**
   * The joined features.
   *
   * @param names the fields of the second table that are taken; none for all
   * @param prefix of their names
   * @param more columns behind these, one value for each pair
   */
  FeatureTable build(String name, List<String> names, String prefix, List<Column> more) {
    List<Field> fields = new ArrayList<>(first.fields());
    List<Column> added = new ArrayList<>();
    int[] taken = partners();
    for (Column column : names.isEmpty() ? second.columns() : second.withFields(names).columns()) {
      String free = FieldNames.free(fields, prefix + column.field().name());
      fields.add(new Field(free, column.field().type()));
      added.add(Columns.takeOrNull(column, taken, free));
    }
    for (Column column : more) {
      Column free = Columns.renamed(column, FieldNames.free(fields, column.field().name()));
      fields.add(free.field());
      added.add(free);
    }
    return new JoinedTable(first, rows()).build(name, added);
  }

  /** Rows of a table, each any number of times. */
  private record JoinedTable(FeatureTable table, int[] rows) {
    FeatureTable build(String name, List<Column> added) {
      boolean same = rows.length == table.size();
      boolean apart = true;
      for (int i = 0; i < rows.length; i++) {
        same &= rows[i] == i;
        apart &= i == 0 || rows[i] > rows[i - 1];
      }
      List<Column> columns = new ArrayList<>();
      for (Column column : table.columns()) {
        columns.add(same ? column : column.take(rows));
      }
      columns.addAll(added);
      boolean ids = table.ids() != null && apart;
      return new FeatureTable(
          name,
          table.crs(),
          same ? table.geometry() : geometry(),
          columns,
          ids ? (TextColumn) table.ids().take(rows) : null);
    }

    private GeometryColumn geometry() {
      GeometryColumnBuilder builder = new GeometryColumnBuilder();
      for (int row : rows) {
        builder.add(table.geometry(), row);
      }
      return builder.build();
    }
  }
}
