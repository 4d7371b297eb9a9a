package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.wkt.WktWriter;

/** Tables in words, for answers that are read. */
final class Told {
  private Told() {}

  /** Each row as its geometry and the values of its fields from {@code first} on. */
  static List<String> rows(FeatureTable table, int first) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder text = new StringBuilder(geometry(table, row));
      for (Column column : table.columns().subList(first, table.columns().size())) {
        text.append(' ').append(column.field().name()).append('=').append(column.value(row));
      }
      rows.add(text.toString());
    }
    return rows;
  }

  static String geometry(FeatureTable table, int row) {
    return table.geometry().type(row) == GeometryType.NONE
        ? "NULL"
        : WktWriter.text(table.geometry(), row);
  }

  /** The values of a field. */
  static List<Object> values(FeatureTable table, String field) {
    List<Object> values = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      values.add(table.column(field).value(row));
    }
    return values;
  }
}
