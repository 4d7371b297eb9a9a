package org.terrella.processing.temporal;

/**
 * Arithmetic and texts of moments: microseconds since 1970-01-01T00:00 or since midnight, and zones
 * in quarters of an hour, as GDAL counts them.
 */
public final class Moment {
  public static final long SECOND = 1_000_000;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;
  public static final long QUARTER = 15 * MINUTE;

  /** The zone of a date-time that does not tell any. */
  public static final byte NO_ZONE = Byte.MIN_VALUE;

  private Moment() {}

  /** The same moment on the clock of UTC; without zone the clock is taken as that of UTC. */
  public static long instant(long micros, byte zone) {
    return zone == NO_ZONE ? micros : micros - zone * QUARTER;
  }

  /** The day that contains a moment, counted from 1970-01-01. */
  public static long days(long micros) {
    return Math.floorDiv(micros, DAY);
  }

  /** Microseconds since midnight. */
  public static long ofDay(long micros) {
    return Math.floorMod(micros, DAY);
  }

  /** Such as {@code 2026-11-21}. */
  public static String dateText(long micros) {
    StringBuilder out = new StringBuilder(10);
    date(micros, out);
    return out.toString();
  }

  /** Such as {@code 12:34:56} or, only where needed, {@code 12:34:56.789}. */
  public static String timeText(long micros) {
    StringBuilder out = new StringBuilder(15);
    time(micros, out);
    return out.toString();
  }

  /** Such as {@code 2026-11-21T12:34:56+01:00}; UTC is {@code Z}, no zone nothing. */
  public static String dateTimeText(long micros, byte zone) {
    StringBuilder out = new StringBuilder(25);
    date(micros, out);
    out.append('T');
    time(ofDay(micros), out);
    if (zone == 0) {
      out.append('Z');
    } else if (zone != NO_ZONE) {
      int minutes = Math.abs(zone) * 15;
      out.append(zone < 0 ? '-' : '+');
      digits(minutes / 60, 2, out);
      out.append(':');
      digits(minutes % 60, 2, out);
    }
    return out.toString();
  }

  private static void date(long micros, StringBuilder out) {
    CalendarDate date = CalendarDate.ofDays(days(micros));
    digits(date.year(), 4, out);
    out.append('-');
    digits(date.month(), 2, out);
    out.append('-');
    digits(date.day(), 2, out);
  }

  private static void time(long micros, StringBuilder out) {
    digits((int) (micros / HOUR), 2, out);
    out.append(':');
    digits((int) (micros / MINUTE % 60), 2, out);
    out.append(':');
    digits((int) (micros / SECOND % 60), 2, out);
    int fraction = (int) (micros % SECOND);
    if (fraction != 0) {
      out.append('.');
      digits(fraction / 1000, 3, out);
      if (fraction % 1000 != 0) {
        digits(fraction % 1000, 3, out);
      }
    }
  }

  private static void digits(int value, int count, StringBuilder out) {
    int power = 1;
    for (int i = 1; i < count; i++) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      out.append((char) ('0' + value / power % 10));
    }
  }
}
