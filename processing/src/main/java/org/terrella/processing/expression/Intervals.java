package org.terrella.processing.expression;

import org.terrella.exact.DoubleText;
import org.terrella.exact.ExactMath;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.temporal.Moment;

/** Intervals, which are seconds: years have 365.25 days and months 30, as in QGIS. */
final class Intervals {
  static final double YEAR = 31_557_600;
  static final double MONTH = 2_592_000;
  static final double WEEK = 604_800;
  static final double DAY = 86_400;

  private static final String[] UNITS = {
    "second", "minute", "hour", "day", "week", "month", "year"
  };
  private static final double[] SECONDS = {1, 60, 3600, DAY, WEEK, MONTH, YEAR};
  private static final long LEAST = -62_167_219_200_000_000L;
  private static final long MOST = 253_402_300_800_000_000L;

  private Intervals() {}

  /** Turns text that is an interval into it; says whether this is one now. */
  static boolean become(Value value) {
    if (value.kind() == Kind.TEXT) {
      double seconds = parse(value.text());
      if (seconds == seconds) {
        value.setInterval(seconds);
      }
    }
    return value.kind() == Kind.INTERVAL;
  }

  /** The seconds of a text such as {@code 1 day 2.5 hours}; NaN when it is none. */
  static double parse(String text) {
    double sum = Double.NaN;
    double number = Double.NaN;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ',') {
        end++;
      }
      String word = text.substring(at, end);
      at = end + 1;
      if (word.isEmpty()) {
        continue;
      }
      if (number != number) {
        number = DoubleText.parseOrNaN(word.startsWith("+") ? word.substring(1) : word);
        if (number - number != 0) {
          return Double.NaN;
        }
      } else {
        double unit = unit(TextCase.lower(word));
        sum = (sum == sum ? sum : 0) + number * unit;
        number = Double.NaN;
        if (unit == 0) {
          return Double.NaN;
        }
      }
    }
    return number == number ? Double.NaN : sum;
  }

  /** The seconds of a unit, which may be in the plural or shortened to three letters; or 0. */
  private static double unit(String word) {
    for (int i = 0; i < UNITS.length; i++) {
      if (word.equals(UNITS[i] + "s")
          || UNITS[i].startsWith(word) && (word.length() >= 3 || word.equals(UNITS[i]))) {
        return SECONDS[i];
      }
    }
    return 0;
  }

  /** Such as {@code 1 day 2 hours 30 seconds}. */
  static String text(double seconds) {
    double rest = Math.abs(seconds);
    StringBuilder out = new StringBuilder();
    for (int i = 3; i >= 0; i--) {
      double count = i == 0 ? rest : Math.floor(rest / SECONDS[i]);
      rest -= count * SECONDS[i];
      if (count != 0 || i == 0 && out.isEmpty()) {
        out.append(out.isEmpty() ? seconds < 0 ? "-" : "" : " ");
        out.append(DoubleText.write(count)).append(' ').append(UNITS[i]);
        out.append(count == 1 ? "" : "s");
      }
    }
    return out.toString();
  }

  /** A moment so many seconds later: of a date a date-time, of a time one of the same day. */
  static void move(Value moment, double seconds, Value out, Evaluator node, int row) {
    double micros = ExactMath.rint(seconds * 1e6);
    if (Math.abs(micros) > MOST - LEAST) {
      throw node.error(row, "the moment is not within the years 0 to 9999");
    }
    long moved = moment.whole() + (long) micros;
    if (moment.kind() == Kind.TIME) {
      out.set(Kind.TIME, Moment.ofDay(moved), Moment.NO_ZONE);
    } else if (moved < LEAST || moved >= MOST) {
      throw node.error(row, "the moment is not within the years 0 to 9999");
    } else {
      out.set(Kind.DATE_TIME, moved, moment.zone());
    }
  }
}
