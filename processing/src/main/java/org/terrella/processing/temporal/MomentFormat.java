package org.terrella.processing.temporal;

/**
 * Dates and times as texts by a format of Qt's: {@code d dd ddd dddd M MM MMM MMMM yy yyyy h hh H
 * HH m mm s ss z zzz AP ap t}, all else as it stands, and in single quotes anything. Names are
 * English.
 */
public final class MomentFormat {
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };

  private final String format;
  private String text = "";
  private int at;
  private long micros;
  private byte zone = Moment.NO_ZONE;

  public MomentFormat(String format) {
    this.format = format;
  }

  /** What {@link #parse} read; of a time alone since midnight. */
  public long micros() {
    return micros;
  }

  /** The zone that {@link #parse} read, or {@link Moment#NO_ZONE}. */
  public byte zone() {
    return zone;
  }

  /**
   * The text of a moment.
   *
   * @param dated whether it has a date; letters of dates else stand for themselves
   */
  public String text(long moment, byte ofZone, boolean dated) {
    StringBuilder out = new StringBuilder();
    boolean half = hasHalf();
    for (int i = 0; i < format.length(); ) {
      char c = format.charAt(i);
      int length = piece(i);
      if (c == '\'') {
        out.append(literal(i, length));
      } else if (dated && "dMy".indexOf(c) >= 0) {
        date(out, CalendarDate.ofDays(Moment.days(moment)), Moment.days(moment), c, length);
      } else if ("hHmszaAt".indexOf(c) >= 0 && length > 0) {
        time(out, Moment.ofDay(moment), ofZone, i, length, half);
      } else {
        length = 1;
        out.append(c);
      }
      i += Math.max(1, length);
    }
    return out.toString();
  }

  private static void date(StringBuilder out, CalendarDate date, long days, char c, int length) {
    if (c == 'y') {
      digits(out, length == 2 ? date.year() % 100 : date.year(), length);
    } else if (length < 3) {
      digits(out, c == 'd' ? date.day() : date.month(), length);
    } else {
      String name = c == 'd' ? DAYS[CalendarDate.dayOfWeek(days)] : MONTHS[date.month() - 1];
      out.append(length == 3 ? name.substring(0, 3) : name);
    }
  }

  private void time(StringBuilder out, long day, byte ofZone, int i, int length, boolean half) {
    int hour = (int) (day / Moment.HOUR);
    switch (format.charAt(i)) {
      case 'h' -> digits(out, half ? (hour + 11) % 12 + 1 : hour, length);
      case 'H' -> digits(out, hour, length);
      case 'm' -> digits(out, (int) (day / Moment.MINUTE % 60), length);
      case 's' -> digits(out, (int) (day / Moment.SECOND % 60), length);
      case 'z' -> {
        int millis = (int) (day / 1000 % 1000);
        if (length == 3) {
          digits(out, millis, 3);
        } else {
          StringBuilder fraction = new StringBuilder();
          digits(fraction, millis, 3);
          while (fraction.length() > 1 && fraction.charAt(fraction.length() - 1) == '0') {
            fraction.setLength(fraction.length() - 1);
          }
          out.append(fraction);
        }
      }
      case 'a' -> out.append(hour < 12 ? "am" : "pm");
      case 'A' -> out.append(hour < 12 ? "AM" : "PM");
      default -> {
        String whole = Moment.dateTimeText(0, ofZone);
        String shown = whole.substring(Moment.dateTimeText(0, Moment.NO_ZONE).length());
        out.append(shown.equals("Z") ? "UTC" : shown);
      }
    }
  }

  /** Reads a text of this format as a whole; says whether it is one. */
  public boolean parse(String newText) {
    text = newText.trim();
    at = 0;
    zone = Moment.NO_ZONE;
    int year = 1900;
    int month = 1;
    int day = 1;
    long time = 0;
    int half = -1;
    for (int i = 0; i < format.length(); ) {
      char c = format.charAt(i);
      int length = piece(i);
      if (length == 0 || "dMyhHmszaAt'".indexOf(c) < 0) {
        if (at >= text.length() || text.charAt(at++) != c) {
          return false;
        }
        i++;
        continue;
      }
      int value;
      if (c == '\'') {
        String literal = literal(i, length);
        value = text.startsWith(literal, at) ? 0 : -1;
        at += literal.length();
      } else if (c == 'a' || c == 'A') {
        value = text.regionMatches(true, at, "am", 0, 2) ? 0 : 1;
        half = value == 0 || text.regionMatches(true, at, "pm", 0, 2) ? value : -2;
        value = half;
        at += 2;
      } else if (c == 't') {
        value = parseZone();
      } else if ((c == 'd' || c == 'M') && length > 2) {
        value = name(c == 'd' ? DAYS : MONTHS, length == 3);
      } else {
        value = number(c == 'z' ? 3 : c == 'y' ? length : 2, length);
      }
      if (value < 0) {
        return false;
      }
      switch (c) {
        case 'y' -> year = length == 2 ? 1900 + value : value;
        case 'M' -> month = length > 2 ? value + 1 : value;
        case 'd' -> day = length > 2 ? day : value;
        case 'h', 'H' -> time += value * Moment.HOUR;
        case 'm' -> time += value * Moment.MINUTE;
        case 's' -> time += value * Moment.SECOND;
        case 'z' -> time += value * 1000L;
        default -> {}
      }
      i += length;
    }
    if (half >= 0) {
      long hour = time / Moment.HOUR;
      if (hour < 1 || hour > 12) {
        return false;
      }
      time += (hour % 12 + 12L * half - hour) * Moment.HOUR;
    }
    if (at != text.length() || time >= Moment.DAY || !CalendarDate.exists(year, month, day)) {
      return false;
    }
    micros = CalendarDate.toDays(year, month, day) * Moment.DAY + time;
    return true;
  }

  /** The zone as {@code Z}, {@code UTC} or {@code +01:00}; 0, or -1 when there is none. */
  private int parseZone() {
    MomentParser parser = new MomentParser(false);
    String rest = text.substring(at).replace("UTC", "Z");
    byte[] iso = new byte[19 + rest.length()];
    String full = "2000-01-01T00:00:00" + rest;
    for (int i = 0; i < iso.length; i++) {
      iso[i] = (byte) full.charAt(i);
    }
    at = text.length();
    if (parser.parse(iso, 0, iso.length) != MomentParser.Kind.DATE_TIME) {
      return -1;
    }
    zone = parser.zone();
    return 0;
  }

  private int name(String[] names, boolean abbreviated) {
    for (int i = 0; i < names.length; i++) {
      int length = abbreviated ? 3 : names[i].length();
      if (text.regionMatches(true, at, names[i], 0, length)) {
        at += length;
        return i;
      }
    }
    return -1;
  }

  /** The digits that come, as many as must and at most as many as may; -1 for too few. */
  private int number(int most, int least) {
    int start = at;
    int value = 0;
    while (at < text.length()
        && at - start < most
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9') {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return at - start < Math.max(1, Math.min(least, most)) ? -1 : value;
  }

  private boolean hasHalf() {
    for (int i = 0; i < format.length(); i += Math.max(1, piece(i))) {
      if ((format.charAt(i) | 0x20) == 'a' && piece(i) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How many characters of the format make up the piece at a place; 0 for none of its own. */
  private int piece(int i) {
    char c = format.charAt(i);
    int run = 1;
    while (i + run < format.length() && format.charAt(i + run) == c) {
      run++;
    }
    return switch (c) {
      case 'd', 'M' -> Math.min(run, 4);
      case 'y' -> run >= 4 ? 4 : run >= 2 ? 2 : 0;
      case 'h', 'H', 'm', 's' -> Math.min(run, 2);
      case 'z' -> run >= 3 ? 3 : 1;
      case 'a', 'A' -> i + 1 < format.length() && (format.charAt(i + 1) | 0x20) == 'p' ? 2 : 1;
      case 't' -> 1;
      case '\'' -> {
        int end = format.indexOf('\'', i + 1);
        yield end < 0 ? format.length() - i : end - i + 1;
      }
      default -> 0;
    };
  }

  /** What stands in quotes; two quotes are one. */
  private String literal(int i, int length) {
    return length == 2
        ? "'"
        : format.substring(i + 1, Math.max(i + 1, Math.min(i + length - 1, format.length())));
  }

  private static void digits(StringBuilder out, int value, int count) {
    String text = Integer.toString(value);
    for (int i = text.length(); i < count; i++) {
      out.append('0');
    }
    out.append(text);
  }
}
