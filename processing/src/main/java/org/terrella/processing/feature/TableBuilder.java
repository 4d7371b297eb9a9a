package org.terrella.processing.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects a {@link FeatureTable} row by row. For each row: add one feature to {@link #geometry},
 * add at most one value to any {@link #column}, and call {@link #endRow}. Values not given are
 * null; a second value for the same field and row replaces the first.
 */
public final class TableBuilder {
  private final String name;
  private final GeometryColumnBuilder geometry = new GeometryColumnBuilder();
  private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
  private final ColumnBuilder ids = new ColumnBuilder(new Field("id", FieldType.STRING));
  private Crs crs = Crs.UNKNOWN;
  private boolean hasIds;
  private int rows;

  public TableBuilder(String name) {
    this.name = name;
  }

  public TableBuilder crs(Crs newCrs) {
    crs = newCrs;
    return this;
  }

  /** Rows ended so far. */
  public int rows() {
    return rows;
  }

  public int columnCount() {
    return columns.size();
  }

  public GeometryColumnBuilder geometry() {
    return geometry;
  }

  /** Declares a field of a given type; without this its type follows from its values. */
  public TableBuilder field(Field field) {
    columns.put(field.name(), new ColumnBuilder(field));
    return this;
  }

  /** The column of a field, ready to take the value of the current row. */
  public ColumnBuilder column(String field) {
    ColumnBuilder column = columns.get(field);
    if (column == null) {
      column = new ColumnBuilder(field);
      columns.put(field, column);
    }
    return column.resize(rows);
  }

  /** Sets the identifier of the current row. */
  public TableBuilder id(String id) {
    ids.resize(rows).addText(id);
    hasIds = true;
    return this;
  }

  /** Ends the current row; one without a feature in {@link #geometry} gets none. */
  public TableBuilder endRow() {
    rows++;
    if (geometry.size() < rows) {
      geometry.addNone();
    }
    return this;
  }

  public FeatureTable build() {
    List<Column> built = new ArrayList<>();
    for (ColumnBuilder column : columns.values()) {
      built.add(column.resize(rows).build());
    }
    TextColumn builtIds = hasIds ? (TextColumn) ids.resize(rows).build() : null;
    return new FeatureTable(name, crs, geometry.build(), built, builtIds);
  }
}
