package org.terrella.processing.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.terrella.error.TerrellaException;

/**
 * The features of a layer: one geometry and one value of each field per row. Immutable by
 * convention; arrays are shared, never written after construction.
 *
 * @param name what the data call themselves: layer name or file name without extension
 * @param ids feature identifiers of the format (GeoJSON's {@code id}), or null when none has one
 */
public record FeatureTable(
    String name, Crs crs, GeometryColumn geometry, List<Column> columns, TextColumn ids) {
  public FeatureTable {
    Objects.requireNonNull(name);
    Objects.requireNonNull(crs);
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (column.size() != geometry.size()) {
        throw new IllegalArgumentException("column " + column.field().name() + " has another size");
      }
    }
  }

  public int size() {
    return geometry.size();
  }

  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(column.field());
    }
    return List.copyOf(fields);
  }

  /** The column of the field called {@code name}. */
  public Column column(String name) {
    for (Column column : columns) {
      if (column.field().name().equals(name)) {
        return column;
      }
    }
    throw TerrellaException.notFound("\"" + this.name + "\" has no field called \"" + name + "\".");
  }

  /** The table with the named fields only, in that order. */
  public FeatureTable withFields(List<String> names) {
    List<Column> named = new ArrayList<>();
    for (String field : names) {
      named.add(column(field));
    }
    return new FeatureTable(name, crs, geometry, named, ids);
  }

  /** The attributes alone. */
  public FeatureTable withoutGeometry() {
    return new FeatureTable(name, crs, GeometryColumn.none(size()), columns, ids);
  }

  public FeatureTable withName(String newName) {
    return new FeatureTable(newName, crs, geometry, columns, ids);
  }

  public FeatureTable withCrs(Crs newCrs) {
    return new FeatureTable(name, newCrs, geometry, columns, ids);
  }

  /** The rows {@code from} (inclusive) to {@code to} (exclusive) as a table of their own. */
  public FeatureTable slice(int from, int to) {
    if (from == 0 && to == size()) {
      return this;
    }
    List<Column> sliced = new ArrayList<>();
    for (Column column : columns) {
      sliced.add(column.slice(from, to));
    }
    return new FeatureTable(
        name,
        crs,
        geometry.slice(from, to),
        sliced,
        ids == null ? null : (TextColumn) ids.slice(from, to));
  }
}
