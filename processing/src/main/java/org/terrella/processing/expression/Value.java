package org.terrella.processing.expression;

import java.nio.charset.StandardCharsets;
import org.terrella.exact.DoubleText;
import org.terrella.processing.temporal.Moment;
import org.terrella.processing.temporal.MomentParser;

/**
 * A place for one value of any kind. Each node of a tree has its own and writes its results there,
 * so that evaluating a row makes no objects but texts.
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
    DATE_TIME("a date and time");

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
    return kind == Kind.REAL ? real : whole;
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
  }

  /** The value as text, as QGIS writes it; truth values are {@code true} and {@code false}. */
  public String text() {
    return switch (kind) {
      case NULL -> "";
      case BOOLEAN -> whole != 0 ? "true" : "false";
      case INTEGER -> Long.toString(whole);
      case REAL -> DoubleText.write(real);
      case TEXT -> text;
      case DATE -> Moment.dateText(whole);
      case TIME -> Moment.timeText(whole);
      case DATE_TIME -> Moment.dateTimeText(whole, zone);
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
      byte[] utf8 = text.trim().getBytes(StandardCharsets.UTF_8);
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
