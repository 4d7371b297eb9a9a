package org.terrella.processing.expression;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.terrella.exact.DoubleText;
import org.terrella.processing.temporal.Moment;
import org.terrella.processing.temporal.MomentParser;
import org.terrella.text.Utf8;

/**
 * A place for one value of any kind. Each node of a tree has its own and writes its results there,
 * so that evaluating a row makes no objects but texts, arrays, maps and geometries, which are never
 * changed once made.
 */
public final class Value {
  /** What a value is. */
  public enum Kind {
    NULL("NULL"),
    BOOLEAN("a truth value"),
    INTEGER("a whole number"),
    REAL("a number"),
    TEXT("text"),
    DATE("a date"),
    TIME("a time"),
    DATE_TIME("a date and time"),
    /** Seconds, as a real number. */
    INTERVAL("an interval"),
    ARRAY("an array"),
    MAP("a map"),
    GEOMETRY("a geometry"),
    BINARY("binary data"),
    /** A row of a layer, as a whole number from 0. */
    FEATURE("a feature");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }

    /** The kind in words, such as {@code a date}. */
    String phrase() {
      return phrase;
    }
  }

  private Kind kind = Kind.NULL;
  // Whole numbers, truth values (0 and 1) and, of dates and times, microseconds as in columns.
  private long whole;
  private double real;
  private String text = "";
  private byte zone;
  // What a list, map, geometry, bytes or the layer of a feature is; other kinds do not look at it.
  private Object object;

  public Kind kind() {
    return kind;
  }

  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Whether this is a number or a truth value, which counts as 0 or 1. */
  boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.REAL || kind == Kind.BOOLEAN;
  }

  boolean isMoment() {
    return kind == Kind.DATE || kind == Kind.TIME || kind == Kind.DATE_TIME;
  }

  /** The number as a whole one; microseconds of dates and times. */
  public long whole() {
    return whole;
  }

  /** The number as a real one. */
  public double real() {
    return kind == Kind.REAL || kind == Kind.INTERVAL ? real : whole;
  }

  byte zone() {
    return zone;
  }

  /** Microseconds by which dates and times are ordered. */
  long instant() {
    return kind == Kind.DATE_TIME ? Moment.instant(whole, zone) : whole;
  }

  void setNull() {
    kind = Kind.NULL;
  }

  void set(boolean value) {
    kind = Kind.BOOLEAN;
    whole = value ? 1 : 0;
  }

  void set(long value) {
    kind = Kind.INTEGER;
    whole = value;
  }

  void set(double value) {
    kind = Kind.REAL;
    real = value;
  }

  void set(String value) {
    kind = Kind.TEXT;
    text = value;
  }

  /**
   * Becomes a date, time or date-time.
   *
   * @param micros as in {@link org.terrella.processing.feature.TemporalColumn}
   */
  void set(Kind newKind, long micros, byte newZone) {
    kind = newKind;
    whole = micros;
    zone = newZone;
  }

  void set(Value other) {
    kind = other.kind;
    whole = other.whole;
    real = other.real;
    text = other.text;
    zone = other.zone;
    object = other.object;
  }

  /** Becomes an interval of so many seconds. */
  void setInterval(double seconds) {
    kind = Kind.INTERVAL;
    real = seconds;
  }

  /** Becomes the feature of a row of the layer that a scope is about. */
  void setFeature(Scope layer, long row) {
    kind = Kind.FEATURE;
    whole = row;
    object = layer;
  }

  /** The layer of the feature that this is. */
  Scope layer() {
    return (Scope) object;
  }

  void set(List<Value> members) {
    kind = Kind.ARRAY;
    object = members;
  }

  /** Becomes a map, whose keys ascend, as QGIS keeps them. */
  void set(Map<String, Value> members) {
    kind = Kind.MAP;
    object = members;
  }

  /** Becomes a geometry, or NULL for null. */
  void set(Geometry geometry) {
    kind = geometry == null ? Kind.NULL : Kind.GEOMETRY;
    object = geometry;
  }

  void set(byte[] bytes) {
    kind = Kind.BINARY;
    object = bytes;
  }

  @SuppressWarnings("unchecked")
  List<Value> list() {
    return (List<Value>) object;
  }

  @SuppressWarnings("unchecked")
  Map<String, Value> map() {
    return (Map<String, Value>) object;
  }

  /** The geometry that this is; it must not be changed. */
  public Geometry geometry() {
    return (Geometry) object;
  }

  /** The bytes that this is. */
  public byte[] bytes() {
    return (byte[]) object;
  }

  /** A value of its own, equal to this one now. */
  Value copy() {
    Value copy = new Value();
    copy.set(this);
    return copy;
  }

  static Value of(String text) {
    Value value = new Value();
    value.set(text);
    return value;
  }

  static Value of(long whole) {
    Value value = new Value();
    value.set(whole);
    return value;
  }

  /** The value as text, as QGIS writes it; truth values are {@code true} and {@code false}. */
  public String text() {
    return switch (kind) {
      case NULL -> "";
      case BOOLEAN -> whole != 0 ? "true" : "false";
      case INTEGER -> Long.toString(whole);
      case REAL -> NumberText.of(real);
      case TEXT -> text;
      case DATE -> Moment.dateText(whole);
      case TIME -> Moment.timeText(whole);
      case DATE_TIME -> Moment.dateTimeText(whole, zone);
      case INTERVAL -> Intervals.text(real);
      case ARRAY, MAP -> ValueJson.text(this);
      case GEOMETRY -> GeometryText.wkt(geometry());
      case BINARY -> Base64.getEncoder().encodeToString(bytes());
      case FEATURE -> Long.toString(whole);
    };
  }

  /** Turns text that is a number into that number; says whether this is a number now. */
  boolean becomeNumber() {
    if (kind != Kind.TEXT) {
      return isNumber();
    }
    String trimmed = text.trim();
    Long parsed = parseWhole(trimmed);
    if (parsed != null) {
      set(parsed.longValue());
      return true;
    }
    double value = DoubleText.parseOrNaN(trimmed);
    if (value - value != 0) {
      return false;
    }
    set(value);
    return true;
  }

  /** Turns ISO 8601 text into the date or time that it is; says whether this is one now. */
  boolean becomeMoment() {
    if (kind == Kind.TEXT) {
      MomentParser parser = new MomentParser(true);
      byte[] utf8 = Utf8.encode(text.trim());
      switch (parser.parse(utf8, 0, utf8.length)) {
        case DATE -> set(Kind.DATE, parser.micros(), Moment.NO_ZONE);
        case TIME -> set(Kind.TIME, parser.micros(), Moment.NO_ZONE);
        case DATE_TIME -> set(Kind.DATE_TIME, parser.micros(), parser.zone());
        case NOTHING -> {
          return false;
        }
      }
    }
    return isMoment();
  }

  private static Long parseWhole(String digits) {
    int start = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
    if (digits.length() == start || digits.length() > 20) {
      return null;
    }
    for (int i = start; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return null;
      }
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException beyondLong) {
      return null;
    }
  }

  /** The value for a message, text in quotes. */
  String quoted() {
    String shown = text();
    if (shown.length() > 40) {
      shown = shown.substring(0, 40) + "…";
    }
    return kind == Kind.TEXT ? "'" + shown + "'" : kind == Kind.NULL ? "NULL" : shown;
  }
}
