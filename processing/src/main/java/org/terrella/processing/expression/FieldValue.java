package org.terrella.processing.expression;

import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.feature.TextColumn;

/** The value of a field. JSON is its text, bytes are base64; NaN is NULL. */
final class FieldValue extends Evaluator.Varying {
  private final Column column;
  private char[] chars = new char[64];

  FieldValue(int position, Column column) {
    super(position);
    this.column = column;
  }

  Column column() {
    return column;
  }

  @Override
  Value.Kind kind() {
    return switch (column.field().type()) {
      case BOOLEAN -> Value.Kind.BOOLEAN;
      case INTEGER, INTEGER64 -> Value.Kind.INTEGER;
      case REAL -> Value.Kind.REAL;
      case DATE -> Value.Kind.DATE;
      case TIME -> Value.Kind.TIME;
      case DATE_TIME -> Value.Kind.DATE_TIME;
      default -> Value.Kind.TEXT;
    };
  }

  @Override
  String phrase() {
    return "\"" + column.field().name() + "\"";
  }

  @Override
  Value at(int row) {
    if (column.isNull(row)) {
      result.setNull();
    } else if (column instanceof RealColumn reals) {
      double value = reals.values()[row];
      if (value == value) {
        result.set(value);
      } else {
        result.setNull();
      }
    } else if (column instanceof IntegerColumn integers) {
      result.set(integers.get(row));
    } else if (column instanceof BooleanColumn truths) {
      result.set(truths.values()[row] != 0);
    } else if (column instanceof TemporalColumn moments) {
      switch (column.field().type()) {
        case DATE -> result.set(Value.Kind.DATE, moments.micros()[row], moments.zone(row));
        case TIME -> result.set(Value.Kind.TIME, moments.micros()[row], moments.zone(row));
        default -> result.set(Value.Kind.DATE_TIME, moments.micros()[row], moments.zone(row));
      }
    } else if (column instanceof TextColumn texts) {
      result.set(text(texts, row));
    } else {
      result.set((String) column.value(row));
    }
    return result;
  }

  /** ASCII is copied as it is, several times as fast in WebAssembly as its decoder. */
  private String text(TextColumn texts, int row) {
    int from = texts.offsets()[row];
    int length = texts.offsets()[row + 1] - from;
    if (length > chars.length) {
      chars = new char[length * 2];
    }
    byte[] utf8 = texts.utf8();
    for (int i = 0; i < length; i++) {
      byte unit = utf8[from + i];
      if (unit < 0) {
        return texts.value(row);
      }
      chars[i] = (char) unit;
    }
    return new String(chars, 0, length);
  }
}
