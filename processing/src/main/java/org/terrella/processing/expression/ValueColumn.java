package org.terrella.processing.expression;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.Integer64Column;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.temporal.Moment;
import org.terrella.text.Utf8;

/**
 * Collects values in a column of a given type, and converts them as QGIS does where a feature goes
 * into a layer: real numbers are rounded to whole ones, halves away from zero; texts are read;
 * texts that are too long are cut; what cannot be converted is null.
 */
public final class ValueColumn {
  private final Field field;
  private final int length;
  private final double scale;
  private final Value value = new Value();
  private final byte[] present;
  // Numbers and moments lie in arrays of their own, all else in a builder.
  private final double[] reals;
  private final int[] ints;
  private final long[] longs;
  private final byte[] bytes;
  private final ColumnBuilder others;
  private boolean nulls;
  private int size;

  /**
   * An empty column.
   *
   * @param rows how many values come
   * @param length most characters of a text; 0 for any number
   * @param precision decimals of a real number; 0 for all
   */
  public ValueColumn(Field field, int rows, int length, int precision) {
    this.field = field;
    this.length = length;
    FieldType type = field.type();
    double power = 1;
    for (int i = 0; i < Math.min(precision, 20); i++) {
      power *= 10;
    }
    scale = type == FieldType.REAL ? power : 1;
    present = new byte[rows];
    reals = type == FieldType.REAL ? new double[rows] : null;
    ints = type == FieldType.INTEGER ? new int[rows] : null;
    longs = type == FieldType.INTEGER64 || type.isTemporal() ? new long[rows] : null;
    bytes = type == FieldType.BOOLEAN || type == FieldType.DATE_TIME ? new byte[rows] : null;
    if (type == FieldType.DATE_TIME) {
      Arrays.fill(bytes, Moment.NO_ZONE);
    }
    boolean other = reals == null && ints == null && longs == null && bytes == null;
    others = other ? new ColumnBuilder(field) : null;
  }

  /** The values of an expression for all rows of its table. */
  public static Column of(Expression expression, Field field, int rows, int length, int precision) {
    ValueColumn column = new ValueColumn(field, rows, length, precision);
    for (int row = 0; row < rows; row++) {
      column.add(expression.at(row));
    }
    return column.build();
  }

  /** Adds a value. */
  public void add(Value given) {
    boolean has = !given.isNull() && put(given);
    present[size++] = (byte) (has ? 1 : 0);
    nulls |= !has;
    if (!has && others != null) {
      others.addNull();
    }
  }

  public void addNull() {
    value.setNull();
    add(value);
  }

  private boolean put(Value given) {
    return switch (field.type()) {
      case REAL -> real(given);
      case INTEGER, INTEGER64 -> whole(given);
      case BOOLEAN -> truth(given);
      case DATE, TIME, DATE_TIME -> moment(given);
      case JSON -> json(given);
      case BINARY -> {
        byte[] raw = given.kind() == Kind.BINARY ? given.bytes() : Utf8.encode(given.text());
        others.addBytes(raw, 0, raw.length);
        yield true;
      }
      case STRING -> {
        byte[] utf8 = Utf8.encode(cut(given.text()));
        others.addText(utf8, 0, utf8.length);
        yield true;
      }
    };
  }

  private boolean becomesNumber(Value given) {
    value.set(given);
    return value.isNumber() || value.kind() == Kind.TEXT && value.becomeNumber();
  }

  private boolean real(Value given) {
    if (!becomesNumber(given)) {
      return false;
    }
    double number = value.real();
    if (number - number != 0) {
      return false;
    }
    double scaled = number * scale;
    boolean exact = scale == 1 || !(Math.abs(scaled) < 0x1p53);
    reals[size] = exact ? number : rounded(scaled) / scale;
    return true;
  }

  private static double rounded(double number) {
    return number < 0 ? -Math.floor(0.5 - number) : Math.floor(number + 0.5);
  }

  private boolean whole(Value given) {
    if (!becomesNumber(given)) {
      return false;
    }
    long number = value.whole();
    if (value.kind() == Kind.REAL) {
      double rounded = rounded(value.real());
      if (!(Math.abs(rounded) < 0x1p63)) {
        return false;
      }
      number = (long) rounded;
    }
    if (longs != null) {
      longs[size] = number;
      return true;
    }
    ints[size] = (int) number;
    return number == (int) number;
  }

  private boolean truth(Value given) {
    boolean known = true;
    if (given.kind() == Kind.TEXT) {
      String text = TextCase.lower(given.text().trim());
      bytes[size] = (byte) (text.equals("true") || text.equals("1") ? 1 : 0);
      known = bytes[size] == 1 || text.equals("false") || text.equals("0");
    } else if (given.isNumber()) {
      bytes[size] = (byte) (given.real() != 0 ? 1 : 0);
    } else {
      known = false;
    }
    return known;
  }

  /** A date becomes its midnight; of a date-time the date or the time of day is taken. */
  private boolean moment(Value given) {
    value.set(given);
    if (!value.becomeMoment()) {
      return false;
    }
    boolean time = value.kind() == Kind.TIME;
    if (time != (field.type() == FieldType.TIME) && value.kind() != Kind.DATE_TIME) {
      return false;
    }
    long micros = value.whole();
    switch (field.type()) {
      case DATE -> longs[size] = Moment.DAY * Math.floorDiv(micros, Moment.DAY);
      case TIME -> longs[size] = Math.floorMod(micros, Moment.DAY);
      default -> {
        longs[size] = micros;
        bytes[size] = value.kind() == Kind.DATE_TIME ? value.zone() : Moment.NO_ZONE;
      }
    }
    return true;
  }

  private boolean json(Value given) {
    if (given.kind() != Kind.ARRAY && given.kind() != Kind.MAP) {
      try {
        Json.parse(given.text());
      } catch (TerrellaException noJson) {
        return false;
      }
    }
    others.addJson(given.text());
    return true;
  }

  private String cut(String text) {
    if (length == 0 || text.length() <= length) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, pair ? length - 1 : length);
  }

  /** The column of the values, as many as were announced. */
  public Column build() {
    byte[] given = nulls ? present : null;
    return switch (field.type()) {
      case REAL -> new RealColumn(field, reals, given);
      case INTEGER -> new Integer32Column(field, ints, given);
      case INTEGER64 -> new Integer64Column(field, longs, given);
      case BOOLEAN -> new BooleanColumn(field, bytes, given);
      case DATE, TIME -> new TemporalColumn(field, longs, null, given);
      case DATE_TIME -> new TemporalColumn(field, longs, zones(), given);
      default -> others.build();
    };
  }

  private byte[] zones() {
    for (byte zone : bytes) {
      if (zone != Moment.NO_ZONE) {
        return bytes;
      }
    }
    return null;
  }
}
