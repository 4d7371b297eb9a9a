package org.terrella.processing.temporal;

/**
 * Reads the ISO 8601 texts of dates ({@code 2026-11-21}), times ({@code 12:34:56}) and date-times
 * ({@code 2026-11-21T12:34:56.789+01:00}), with up to six digits of a second. Also read are a space
 * instead of the T, a date-time without seconds, and zones as {@code +01} and {@code +0100}.
 *
 * <p>An instance is reused: {@link #parse} says what it found, and {@link #micros} and {@link
 * #zone} hold it until the next call.
 */
public final class MomentParser {
  /** What a text is. */
  public enum Kind {
    NOTHING,
    DATE,
    TIME,
    DATE_TIME
  }

  private static final String DAYLESS = "0000-00-00T";

  private final boolean gdal;
  private byte[] text;
  private int at;
  private int end;
  private long micros;
  private byte zone;

  /**
   * @param gdal whether dates may also be written {@code 2026/11/21}, and times {@code
   *     0000-00-00T12:34:56}, as GDAL does
   */
  public MomentParser(boolean gdal) {
    this.gdal = gdal;
  }

  /** As a temporal column keeps it: since 1970-01-01 or, of a time, since midnight. */
  public long micros() {
    return micros;
  }

  /** Quarters of an hour ahead of UTC, or {@link Moment#NO_ZONE}. */
  public byte zone() {
    return zone;
  }

  /** Reads {@code ascii[from]} to {@code ascii[to - 1]} as a whole. */
  public Kind parse(byte[] ascii, int from, int to) {
    text = ascii;
    at = from;
    end = to;
    zone = Moment.NO_ZONE;
    if (to - from < 8 || to - from > 35) {
      return Kind.NOTHING;
    }
    if (ascii[from + 2] == ':') {
      return time(true) && at == end ? Kind.TIME : Kind.NOTHING;
    }
    if (gdal && isDayless()) {
      at += DAYLESS.length();
      return time(true) && at == end ? Kind.TIME : Kind.NOTHING;
    }
    if (!date()) {
      return Kind.NOTHING;
    }
    long day = micros;
    if (at == end) {
      return Kind.DATE;
    }
    byte separator = text[at++];
    if (separator != 'T' && separator != ' ' || !time(false) || !zoneOrNone()) {
      return Kind.NOTHING;
    }
    micros += day;
    return Kind.DATE_TIME;
  }

  private boolean isDayless() {
    for (int i = 0; i < DAYLESS.length(); i++) {
      if (at + i >= end || text[at + i] != DAYLESS.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean date() {
    int year = digits(4);
    byte separator = at < end ? text[at] : 0;
    if (separator != '-' && !(gdal && separator == '/')) {
      return false;
    }
    at++;
    int month = digits(2);
    if (!skip(separator)) {
      return false;
    }
    int day = digits(2);
    if (!CalendarDate.exists(year, month, day)) {
      return false;
    }
    micros = CalendarDate.toDays(year, month, day) * Moment.DAY;
    return true;
  }

  private boolean time(boolean needsSeconds) {
    int hour = digits(2);
    if (!skip((byte) ':')) {
      return false;
    }
    int minute = digits(2);
    int second = 0;
    int fraction = 0;
    if (skip((byte) ':')) {
      second = digits(2);
      if (skip((byte) '.')) {
        int places = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9' && places < 7) {
          fraction = fraction * 10 + text[at++] - '0';
          places++;
        }
        if (places == 0 || places > 6) {
          return false;
        }
        for (; places < 6; places++) {
          fraction *= 10;
        }
      }
    } else if (needsSeconds) {
      return false;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    micros = hour * Moment.HOUR + minute * Moment.MINUTE + second * Moment.SECOND + fraction;
    return true;
  }

  private boolean zoneOrNone() {
    if (at == end) {
      return true;
    }
    byte sign = text[at++];
    if (sign == 'Z') {
      zone = 0;
      return at == end;
    }
    int hours = digits(2);
    int minutes = 0;
    if (at < end) {
      skip((byte) ':');
      minutes = digits(2);
    }
    if (sign != '+' && sign != '-' || at != end || hours < 0 || hours > 24) {
      return false;
    }
    // Zones of history with odd minutes, and -00:00, would not come back as they were.
    if (minutes < 0 || minutes > 45 || minutes % 15 != 0) {
      return false;
    }
    int quarters = hours * 4 + minutes / 15;
    zone = (byte) (sign == '-' ? -quarters : quarters);
    return sign == '+' || quarters > 0;
  }

  private boolean skip(byte expected) {
    if (at < end && text[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** The next {@code count} digits as a number, or -1. */
  private int digits(int count) {
    if (at + count > end) {
      at = end;
      return -1;
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = text[at++] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
