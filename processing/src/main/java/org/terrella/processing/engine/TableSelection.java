package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.query.LayerFilter;
import org.terrella.processing.wkt.WktWriter;

/**
 * The part of a table that is written: {@code rows} by number, {@code filters} as a layer has them,
 * {@code fields} by name and in that order, and {@code geometry}, which {@code xy} and {@code wkt}
 * turn into columns and {@code none} leaves out.
 */
final class TableSelection {
  /** What a request that selects has in its header. */
  static final List<String> KEYS = List.of("rows", "filters", "fields", "geometry");

  private TableSelection() {}

  /** The part that a request asks for; the table itself when it asks for nothing. */
  static FeatureTable of(FeatureTable table, JsonObject header) {
    FeatureTable chosen = LayerFilter.withoutComputed(rows(table, header));
    if (header.has("fields")) {
      List<Column> columns = new ArrayList<>();
      for (String name : header.array("fields").strings()) {
        columns.add(chosen.column(name));
      }
      chosen = withColumns(chosen, columns, chosen.geometry());
    }
    return switch (header.optString("geometry", "")) {
      case "xy" -> withOrdinates(chosen);
      case "wkt" -> withText(chosen);
      case "none" -> chosen.withoutGeometry();
      default -> chosen;
    };
  }

  private static FeatureTable withColumns(
      FeatureTable table, List<Column> columns, GeometryColumn geometry) {
    return new FeatureTable(table.name(), table.crs(), geometry, columns, table.ids());
  }

  private static FeatureTable rows(FeatureTable table, JsonObject header) {
    LayerFilter filter = new LayerFilter(table, header.optObject("filters"));
    if (!header.has("rows") && filter.isEmpty()) {
      return table;
    }
    int[] kept;
    int count = 0;
    if (header.has("rows")) {
      double[] rows = header.array("rows").numbers();
      kept = new int[rows.length];
      for (double row : rows) {
        if (row < 0 || row >= table.size() || row != Math.floor(row)) {
          throw TerrellaException.invalid("\"" + table.name() + "\" has no row " + row + ".");
        }
        if (filter.passes((int) row)) {
          kept[count++] = (int) row;
        }
      }
    } else {
      kept = filter.rows(table.size());
      count = kept.length;
    }
    return count == table.size() && !header.has("rows")
        ? table
        : FeatureTables.take(table, kept, count);
  }

  private static FeatureTable withOrdinates(FeatureTable table) {
    GeometryColumn geometry = table.geometry();
    boolean heights = geometry.stride() > 2;
    List<ColumnBuilder> ordinates = new ArrayList<>();
    for (String name : heights ? List.of("X", "Y", "Z") : List.of("X", "Y")) {
      ordinates.add(new ColumnBuilder(new Field(free(table, name), FieldType.REAL)));
    }
    for (int row = 0; row < table.size(); row++) {
      boolean point = geometry.endVertex(row) > geometry.firstVertex(row);
      if (geometry.type(row) != GeometryType.POINT && geometry.type(row) != GeometryType.NONE) {
        throw TerrellaException.invalid(
            "Row " + (row + 1) + " is no point, so it cannot be written as x and y; use WKT.");
      }
      for (int i = 0; i < ordinates.size(); i++) {
        double ordinate =
            point
                ? geometry.coordinates()[geometry.firstVertex(row) * geometry.stride() + i]
                : Double.NaN;
        if (ordinate == ordinate) {
          ordinates.get(i).addDouble(ordinate);
        } else {
          ordinates.get(i).addNull();
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    ordinates.forEach(one -> columns.add(one.build()));
    columns.addAll(table.columns());
    return withColumns(table, columns, GeometryColumn.none(table.size()));
  }

  private static FeatureTable withText(FeatureTable table) {
    ColumnBuilder texts = new ColumnBuilder(new Field(free(table, "WKT"), FieldType.STRING));
    for (int row = 0; row < table.size(); row++) {
      if (table.geometry().type(row) == GeometryType.NONE) {
        texts.addNull();
      } else {
        texts.addText(WktWriter.text(table.geometry(), row));
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(texts.build());
    columns.addAll(table.columns());
    return withColumns(table, columns, GeometryColumn.none(table.size()));
  }

  private static String free(FeatureTable table, String name) {
    for (Field field : table.fields()) {
      if (field.name().equalsIgnoreCase(name)) {
        return free(table, name + "_geometry");
      }
    }
    return name;
  }
}
