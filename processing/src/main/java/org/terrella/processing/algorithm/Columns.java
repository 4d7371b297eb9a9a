package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.feature.BinaryColumn;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.Integer64Column;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.feature.TextColumn;

/** Columns made of others. */
final class Columns {
  private Columns() {}

  /** Columns without any value. */
  static List<Column> nulls(List<Field> fields, int rows) {
    List<Column> columns = new ArrayList<>();
    for (Field field : fields) {
      columns.add(new ColumnBuilder(field).resize(rows).build());
    }
    return columns;
  }

  /** The same values under another name. */
  static Column renamed(Column column, String name) {
    return with(column, name, column.present());
  }

  /** The values of some rows under another name; -1 stands for no value. */
  static Column takeOrNull(Column column, int[] rows, String name) {
    boolean gaps = false;
    for (int row : rows) {
      gaps |= row < 0;
    }
    if (!gaps) {
      return renamed(column.take(rows), name);
    }
    Field field = new Field(name, column.field().type());
    if (column.size() == 0) {
      return new ColumnBuilder(field).resize(rows.length).build();
    }
    int[] some = new int[rows.length];
    byte[] present = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = Math.max(0, rows[i]);
      present[i] = (byte) (rows[i] < 0 || column.isNull(rows[i]) ? 0 : 1);
    }
    return with(column.take(some), name, present);
  }

  private static Column with(Column column, String name, byte[] present) {
    Field field = new Field(name, column.field().type());
    if (column instanceof BooleanColumn c) {
      return new BooleanColumn(field, c.values(), present);
    } else if (column instanceof Integer32Column c) {
      return new Integer32Column(field, c.values(), present);
    } else if (column instanceof Integer64Column c) {
      return new Integer64Column(field, c.values(), present);
    } else if (column instanceof RealColumn c) {
      return new RealColumn(field, c.values(), present);
    } else if (column instanceof TemporalColumn c) {
      return new TemporalColumn(field, c.micros(), c.zones(), present);
    } else if (column instanceof BinaryColumn c) {
      return new BinaryColumn(field, c.offsets(), c.bytes(), present);
    }
    TextColumn text = (TextColumn) column;
    return new TextColumn(field, text.offsets(), text.utf8(), present);
  }

  /** The features of a table with other columns. */
  static Results replaced(
      AlgorithmDescription description, FeatureTable input, List<Column> columns) {
    return Results.of(
        new FeatureTable(
            description.label("OUTPUT"), input.crs(), input.geometry(), columns, input.ids()));
  }
}
