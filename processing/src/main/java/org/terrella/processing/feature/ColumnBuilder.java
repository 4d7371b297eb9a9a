package org.terrella.processing.feature;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.text.Utf8;

/**
 * Collects the values of one field. Without a given type it finds the narrowest that holds all
 * values:
 *
 * <ul>
 *   <li>only truth values, only JSON objects and arrays: BOOLEAN, JSON;
 *   <li>only whole numbers: INTEGER when all fit into 32 bits, else INTEGER64;
 *   <li>real numbers, alone or with whole ones up to 2<sup>53</sup>: REAL;
 *   <li>only texts that are ISO dates, only times, only date-times: DATE, TIME, DATE_TIME;
 *   <li>any other mixture: STRING, each value in the form it has in JSON (text without quotes);
 *   <li>no value at all: STRING.
 * </ul>
 */
public final class ColumnBuilder {
  private static final byte NONE = 0;
  private static final byte TRUTH = 1;
  private static final byte WHOLE = 2;
  private static final byte REAL = 3;
  private static final byte TEXT = 4;
  private static final byte JSON = 5;
  private static final byte BYTES = 6;
  private static final long EXACT_LIMIT = 1L << 53;

  private final String name;
  private final FieldType givenType;
  private final Texts meaning;
  private byte[] kinds = new byte[16];
  // The number itself, the bits of a double, or end << 32 | start of a text in utf8.
  private long[] values = new long[16];
  private byte[] utf8 = new byte[64];
  private int utf8Length;
  private int size;

  /** What texts may stand for in a column without a given type. */
  public enum Texts {
    /** Themselves only. */
    PLAIN,
    /** Dates and times in ISO 8601. */
    MOMENTS,
    /**
     * The same as GDAL writes it: dates with slashes or as midnights, times in the year 0. A column
     * without any value is of date-times.
     */
    MOMENTS_OF_GDAL
  }

  /** A column whose type follows from its values. */
  public ColumnBuilder(String name) {
    this(name, Texts.MOMENTS);
  }

  public ColumnBuilder(String name, Texts meaning) {
    this.name = name;
    this.givenType = null;
    this.meaning = meaning;
  }

  /** A column of a given type; {@link #build} fails for values that it cannot hold. */
  public ColumnBuilder(Field field) {
    this.name = field.name();
    this.givenType = field.type();
    this.meaning = Texts.PLAIN;
  }

  public String name() {
    return name;
  }

  public int size() {
    return size;
  }

  public ColumnBuilder addNull() {
    return push(NONE, 0);
  }

  public ColumnBuilder addBoolean(boolean value) {
    return push(TRUTH, value ? 1 : 0);
  }

  public ColumnBuilder addLong(long value) {
    return push(WHOLE, value);
  }

  public ColumnBuilder addDouble(double value) {
    return push(REAL, Double.doubleToRawLongBits(value));
  }

  public ColumnBuilder addText(String value) {
    byte[] bytes = Utf8.encode(value);
    return addText(bytes, 0, bytes.length);
  }

  /** Adds the text whose UTF-8 is {@code bytes[from]} to {@code bytes[to - 1]}. */
  public ColumnBuilder addText(byte[] bytes, int from, int to) {
    return pushBytes(TEXT, bytes, from, to);
  }

  /** Adds a JSON object or array as compact text. */
  public ColumnBuilder addJson(String value) {
    byte[] bytes = Utf8.encode(value);
    return addJson(bytes, 0, bytes.length);
  }

  public ColumnBuilder addJson(byte[] bytes, int from, int to) {
    return pushBytes(JSON, bytes, from, to);
  }

  /** Adds the value of a BINARY column, {@code bytes[from]} to {@code bytes[to - 1]}. */
  public ColumnBuilder addBytes(byte[] bytes, int from, int to) {
    return pushBytes(BYTES, bytes, from, to);
  }

  /** Adds null, Boolean, Integer, Long, Float, Double, byte[] or, as text, anything else. */
  public ColumnBuilder add(Object value) {
    if (value == null) {
      return addNull();
    } else if (value instanceof Boolean truth) {
      return addBoolean(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      return addLong(((Number) value).longValue());
    } else if (value instanceof Number number) {
      return addDouble(number.doubleValue());
    } else if (value instanceof byte[] bytes) {
      return addBytes(bytes, 0, bytes.length);
    }
    return addText(value.toString());
  }

  /** Adds nulls until there are {@code rows} values, or drops those beyond. */
  public ColumnBuilder resize(int rows) {
    while (size < rows) {
      addNull();
    }
    for (int i = size - 1; i >= rows; i--) {
      if (kinds[i] >= TEXT) {
        utf8Length = (int) values[i];
      }
    }
    size = Math.min(size, rows);
    return this;
  }

  /** The column of all values so far. */
  public Column build() {
    if (givenType != null) {
      return buildAs(givenType);
    }
    TemporalColumn moments =
        meaning == Texts.PLAIN || !beginsWithText()
            ? null
            : momentTexts(meaning == Texts.MOMENTS_OF_GDAL).inferred(name, present());
    return moments != null ? moments : buildAs(inferredType());
  }

  /** The column of all values so far as one of this type; fails for what it cannot hold. */
  public Column buildAs(FieldType type) {
    Field field = new Field(name, type);
    byte[] present = present();
    return switch (field.type()) {
      case BOOLEAN -> new BooleanColumn(field, truths(field), present);
      case INTEGER -> new Integer32Column(field, ints(field), present);
      case INTEGER64 -> new Integer64Column(field, wholes(field), present);
      case REAL -> new RealColumn(field, reals(field), present);
      case DATE, TIME, DATE_TIME -> momentTexts(true).of(field, present);
      case BINARY -> binary(field, present);
      default -> texts(field, present);
    };
  }

  private boolean beginsWithText() {
    int first = 0;
    while (first < size && kinds[first] == NONE) {
      first++;
    }
    return first < size && kinds[first] == TEXT;
  }

  private MomentTexts momentTexts(boolean gdal) {
    long[] texts = Arrays.copyOf(values, size);
    for (int i = 0; i < size; i++) {
      if (kinds[i] != TEXT) {
        texts[i] = kinds[i] == NONE ? MomentTexts.NONE : MomentTexts.NO_TEXT;
      }
    }
    return new MomentTexts(gdal, utf8, texts);
  }

  private FieldType inferredType() {
    int seen = 0;
    boolean beyondInt = false;
    boolean beyondExact = false;
    for (int i = 0; i < size; i++) {
      seen |= 1 << kinds[i];
      if (kinds[i] == WHOLE) {
        beyondInt |= values[i] != (int) values[i];
        beyondExact |= values[i] > EXACT_LIMIT || values[i] < -EXACT_LIMIT;
      }
    }
    return switch (seen & ~(1 << NONE)) {
      case 0 -> meaning == Texts.MOMENTS_OF_GDAL ? FieldType.DATE_TIME : FieldType.STRING;
      case 1 << TRUTH -> FieldType.BOOLEAN;
      case 1 << WHOLE -> beyondInt ? FieldType.INTEGER64 : FieldType.INTEGER;
      case 1 << REAL -> FieldType.REAL;
      case 1 << WHOLE | 1 << REAL -> beyondExact ? FieldType.STRING : FieldType.REAL;
      case 1 << JSON -> FieldType.JSON;
      default -> FieldType.STRING;
    };
  }

  private byte[] present() {
    byte[] present = null;
    for (int i = 0; i < size; i++) {
      if (kinds[i] == NONE) {
        if (present == null) {
          present = new byte[size];
          Arrays.fill(present, 0, i, (byte) 1);
        }
      } else if (present != null) {
        present[i] = 1;
      }
    }
    return present;
  }

  private byte[] truths(Field field) {
    byte[] result = new byte[size];
    for (int i = 0; i < size; i++) {
      demand(field, i, kinds[i] == NONE || kinds[i] == TRUTH);
      result[i] = (byte) values[i];
    }
    return result;
  }

  private long[] wholes(Field field) {
    for (int i = 0; i < size; i++) {
      demand(field, i, kinds[i] == NONE || kinds[i] == WHOLE);
    }
    return Arrays.copyOf(values, size);
  }

  private int[] ints(Field field) {
    int[] result = new int[size];
    for (int i = 0; i < size; i++) {
      demand(field, i, kinds[i] == NONE || kinds[i] == WHOLE && values[i] == (int) values[i]);
      result[i] = (int) values[i];
    }
    return result;
  }

  private double[] reals(Field field) {
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      demand(field, i, kinds[i] == NONE || kinds[i] == REAL || kinds[i] == WHOLE);
      result[i] = kinds[i] == WHOLE ? values[i] : Double.longBitsToDouble(values[i]);
    }
    return result;
  }

  private static void demand(Field field, int row, boolean fits) {
    if (!fits) {
      throw misfit(field, row);
    }
  }

  static TerrellaException misfit(Field field, int row) {
    return TerrellaException.invalid(
        "Field \""
            + field.name()
            + "\": the value of row "
            + (row + 1)
            + " is no "
            + field.type().label()
            + ".");
  }

  private BinaryColumn binary(Field field, byte[] present) {
    for (int i = 0; i < size; i++) {
      demand(field, i, kinds[i] == NONE || kinds[i] == BYTES);
    }
    TextColumn laid = texts(field, present);
    return new BinaryColumn(field, laid.offsets(), laid.utf8(), present);
  }

  private TextColumn texts(Field field, byte[] present) {
    int[] offsets = new int[size + 1];
    byte[] all = new byte[utf8Length + 16];
    int length = 0;
    for (int i = 0; i < size; i++) {
      byte[] source = utf8;
      int from = 0;
      int to = 0;
      if (kinds[i] >= TEXT) {
        from = (int) values[i];
        to = (int) (values[i] >>> 32);
      } else if (kinds[i] != NONE) {
        source = Utf8.encode(textOf(i));
        to = source.length;
      }
      if (length + to - from > all.length) {
        all = Arrays.copyOf(all, Math.max(length + to - from, length + (length >> 1)));
      }
      System.arraycopy(source, from, all, length, to - from);
      length += to - from;
      offsets[i + 1] = length;
    }
    return new TextColumn(field, offsets, Arrays.copyOf(all, length), present);
  }

  private String textOf(int row) {
    return switch (kinds[row]) {
      case TRUTH -> values[row] != 0 ? "true" : "false";
      case WHOLE -> Long.toString(values[row]);
      default -> DoubleText.write(Double.longBitsToDouble(values[row]));
    };
  }

  private ColumnBuilder pushBytes(byte kind, byte[] bytes, int from, int to) {
    int length = to - from;
    int end = utf8Length + length;
    if (end < 0) {
      throw TerrellaException.unsupported(
          "Field \"" + name + "\" has more than 2 GiB of text, which does not fit into memory.");
    }
    if (end > utf8.length) {
      utf8 = Arrays.copyOf(utf8, Math.max(end, utf8.length + (utf8.length >> 1)));
    }
    System.arraycopy(bytes, from, utf8, utf8Length, length);
    push(kind, (long) end << 32 | utf8Length);
    utf8Length = end;
    return this;
  }

  private ColumnBuilder push(byte kind, long value) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size + (size >> 1) + 16);
      values = Arrays.copyOf(values, kinds.length);
    }
    kinds[size] = kind;
    values[size++] = value;
    return this;
  }
}
