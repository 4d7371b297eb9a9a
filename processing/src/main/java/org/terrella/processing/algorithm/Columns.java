package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.feature.BinaryColumn;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
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
    Field field = new Field(name, column.field().type());
    if (column instanceof BooleanColumn c) {
      return new BooleanColumn(field, c.values(), c.present());
    } else if (column instanceof Integer32Column c) {
      return new Integer32Column(field, c.values(), c.present());
    } else if (column instanceof Integer64Column c) {
      return new Integer64Column(field, c.values(), c.present());
    } else if (column instanceof RealColumn c) {
      return new RealColumn(field, c.values(), c.present());
    } else if (column instanceof TemporalColumn c) {
      return new TemporalColumn(field, c.micros(), c.zones(), c.present());
    } else if (column instanceof BinaryColumn c) {
      return new BinaryColumn(field, c.offsets(), c.bytes(), c.present());
    }
    TextColumn text = (TextColumn) column;
    return new TextColumn(field, text.offsets(), text.utf8(), text.present());
  }
}
