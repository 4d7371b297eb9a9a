package org.terrella.processing.feature;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.processing.temporal.Moment;
import org.terrella.processing.temporal.MomentParser;

/** Texts that may all be dates, times or date-times. */
final class MomentTexts {
  /** Stands in the place of a text where there is no value. */
  static final long NONE = -1;

  /** Stands in the place of a text where there is a value of another kind. */
  static final long NO_TEXT = -2;

  private final boolean gdal;
  private final byte[] utf8;
  private final long[] texts;
  private final MomentParser parser;

  /**
   * @param gdal whether they may be written as GDAL does
   * @param texts {@code end << 32 | start} of each in {@code utf8}, {@link #NONE} or {@link
   *     #NO_TEXT}
   */
  MomentTexts(boolean gdal, byte[] utf8, long[] texts) {
    this.gdal = gdal;
    this.utf8 = utf8;
    this.texts = texts;
    this.parser = new MomentParser(gdal);
  }

  /** The column of what the texts are, or null when some text is not like the others. */
  TemporalColumn inferred(String name, byte[] present) {
    int first = 0;
    while (first < texts.length && texts[first] == NONE) {
      first++;
    }
    if (first == texts.length) {
      return null;
    }
    return switch (parse(first)) {
      case NOTHING -> null;
      case DATE -> column(new Field(name, FieldType.DATE), present);
      case TIME -> column(new Field(name, FieldType.TIME), present);
      case DATE_TIME -> dateTimes(name, present);
    };
  }

  /**
   * The column of a given type.
   *
   * @throws TerrellaException invalid-argument for a value that is none of that type
   */
  TemporalColumn of(Field field, byte[] present) {
    TemporalColumn built = column(field, present);
    for (int i = 0; built == null; i++) {
      if (texts[i] != NONE && parse(i) != kind(field)) {
        throw ColumnBuilder.misfit(field, i);
      }
    }
    return built;
  }

  private TemporalColumn dateTimes(String name, byte[] present) {
    TemporalColumn found = column(new Field(name, FieldType.DATE_TIME), present);
    if (found == null || !gdal || found.zones() != null) {
      return found;
    }
    for (long micros : found.micros()) {
      if (micros % Moment.DAY != 0) {
        return found;
      }
    }
    return new TemporalColumn(new Field(name, FieldType.DATE), found.micros(), null, present);
  }

  private static MomentParser.Kind kind(Field field) {
    return switch (field.type()) {
      case DATE -> MomentParser.Kind.DATE;
      case TIME -> MomentParser.Kind.TIME;
      default -> MomentParser.Kind.DATE_TIME;
    };
  }

  private TemporalColumn column(Field field, byte[] present) {
    MomentParser.Kind kind = kind(field);
    long[] micros = new long[texts.length];
    byte[] zones = null;
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] == NONE) {
        continue;
      }
      if (parse(i) != kind) {
        return null;
      }
      micros[i] = parser.micros();
      if (parser.zone() != Moment.NO_ZONE) {
        if (zones == null) {
          zones = new byte[texts.length];
          Arrays.fill(zones, Moment.NO_ZONE);
        }
        zones[i] = parser.zone();
      }
    }
    return new TemporalColumn(field, micros, zones, present);
  }

  private MomentParser.Kind parse(int row) {
    return texts[row] < 0
        ? MomentParser.Kind.NOTHING
        : parser.parse(utf8, (int) texts[row], (int) (texts[row] >>> 32));
  }
}
