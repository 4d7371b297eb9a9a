package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.TextColumn;
import org.terrella.processing.geometry.JtsGeometries;

/** Collects the features of a result: geometries, from which rows they are, and new values. */
final class FeatureSink {
  private final FeatureTable source;
  private final GeometryColumnBuilder geometry = new GeometryColumnBuilder();
  private final List<ColumnBuilder> more = new ArrayList<>();
  private final List<Field> fields;
  private int[] rows = new int[16];
  private int count;

  /**
   * A sink for features of one table.
   *
   * @param fields the fields that come behind those of {@code source}
   */
  FeatureSink(FeatureTable source, List<Field> fields) {
    this.source = source;
    this.fields = List.copyOf(fields);
    List<Field> all = new ArrayList<>(source.fields());
    for (Field field : fields) {
      Field named = new Field(FieldNames.free(all, field.name()), field.type());
      all.add(named);
      more.add(new ColumnBuilder(named));
    }
  }

  /**
   * Adds a feature with the attributes of a row.
   *
   * @param shape null for none
   * @param values one for each new field; missing ones are null
   */
  void add(int row, Geometry shape, Object... values) {
    JtsGeometries.add(geometry, shape == null || shape.isEmpty() ? null : shape);
    attributes(row, values);
  }

  /** As {@link #add}, as a multi geometry. */
  void addMulti(int row, Geometry shape, Object... values) {
    JtsGeometries.addMulti(geometry, shape == null || shape.isEmpty() ? null : shape);
    attributes(row, values);
  }

  /** Adds a row as it is. */
  void keep(int row, Object... values) {
    if (source.geometry().type(row) == GeometryType.NONE) {
      geometry.addNone();
    } else {
      geometry.add(source.geometry(), row);
    }
    attributes(row, values);
  }

  private void attributes(int row, Object... values) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, count + (count >> 1) + 16);
    }
    rows[count++] = row;
    for (int i = 0; i < more.size(); i++) {
      Object value = i < values.length ? values[i] : null;
      boolean number = value instanceof Double real && real - real != 0;
      more.get(i).add(number ? null : value);
    }
  }

  /** Features so far. */
  int size() {
    return count;
  }

  FeatureTable build(String name) {
    int[] taken = Arrays.copyOf(rows, count);
    boolean same = count == source.size();
    boolean apart = true;
    for (int i = 0; i < count; i++) {
      same &= taken[i] == i;
      apart &= i == 0 || taken[i] > taken[i - 1];
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : source.columns()) {
      columns.add(same ? column : column.take(taken));
    }
    for (ColumnBuilder column : more) {
      columns.add(column.build());
    }
    // An identifier stands for one feature, so that pieces of a feature have none.
    boolean ids = source.ids() != null && apart;
    return new FeatureTable(
        name,
        source.crs(),
        geometry.build(),
        columns,
        ids ? (TextColumn) source.ids().take(taken) : null);
  }

  /** As {@link #build}, with the new fields before those of the source. */
  FeatureTable buildNewFirst(String name) {
    FeatureTable built = build(name);
    int old = source.columns().size();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(Columns.renamed(built.columns().get(old + i), fields.get(i).name()));
    }
    List<Field> taken = new ArrayList<>(fields);
    for (Column column : built.columns().subList(0, old)) {
      String free = FieldNames.free(taken, column.field().name());
      taken.add(new Field(free, column.field().type()));
      columns.add(Columns.renamed(column, free));
    }
    return new FeatureTable(name, built.crs(), built.geometry(), columns, built.ids());
  }

  /** A table with one column of whole numbers, from 0, as attributes for features without any. */
  static FeatureTable numbered(FeatureTable table, String field) {
    int[] numbers = new int[table.size()];
    Arrays.setAll(numbers, i -> i);
    Integer32Column column =
        new Integer32Column(new Field(field, FieldType.INTEGER), numbers, null);
    return new FeatureTable(table.name(), table.crs(), table.geometry(), List.of(column), null);
  }
}
