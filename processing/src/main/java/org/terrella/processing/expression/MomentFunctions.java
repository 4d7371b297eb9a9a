package org.terrella.processing.expression;

import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.temporal.CalendarDate;
import org.terrella.processing.temporal.Moment;
import org.terrella.processing.temporal.MomentFormat;

/** Functions of dates, times and intervals; parts of a date-time are those of its own clock. */
final class MomentFunctions {
  private MomentFunctions() {}

  /** A part of a date that exists of intervals, too. */
  @FunctionalInterface
  private interface Part {
    long of(CalendarDate date);
  }

  static void addTo(Functions functions) {
    part(
        functions,
        "year",
        "The year of a date, or an interval in years.",
        Intervals.YEAR,
        date -> date.year());
    part(
        functions,
        "month",
        "The month of a date, or an interval in months.",
        Intervals.MONTH,
        date -> date.month());
    part(
        functions,
        "day",
        "The day of the month, or an interval in days.",
        Intervals.DAY,
        date -> date.day());
    part(
        functions,
        "week",
        "The ISO number of a date's week, or an interval in weeks.",
        Intervals.WEEK,
        MomentFunctions::isoWeek);
    functions.add(
        "day_of_week",
        "date",
        "The day of the week, from 0 for Sunday to 6 for Saturday.",
        (call, out) -> out.set((long) CalendarDate.dayOfWeek(days(call, 0))));
    functions.add(
        "hour",
        "datetime",
        "The hour of a time, or an interval in hours.",
        (call, out) -> clock(call, out, Moment.HOUR, 24));
    functions.add(
        "minute",
        "datetime",
        "The minute of a time, or an interval in minutes.",
        (call, out) -> clock(call, out, Moment.MINUTE, 60));
    functions.add(
        "second",
        "datetime",
        "The second of a time, or an interval in seconds.",
        (call, out) -> clock(call, out, Moment.SECOND, 60));
    functions.add(
        "to_date",
        "value [format] [language]",
        "A text as a date.",
        (call, out) -> {
          Value moment = parsed(call, Kind.DATE);
          out.set(Kind.DATE, Moment.days(moment.whole()) * Moment.DAY, Moment.NO_ZONE);
        });
    functions.add(
        "to_time",
        "value [format] [language]",
        "A text as a time.",
        (call, out) -> {
          if (call.has(1)) {
            out.set(Kind.TIME, Moment.ofDay(parsed(call, Kind.TIME).whole()), Moment.NO_ZONE);
          } else {
            out.set(Kind.TIME, call.ofDay(0), Moment.NO_ZONE);
          }
        });
    functions.add(
        "to_datetime",
        "value [format] [language]",
        "A text as a date and time.",
        (call, out) -> {
          Value moment = parsed(call, Kind.DATE_TIME);
          out.set(Kind.DATE_TIME, moment.whole(), moment.zone());
        });
    functions.add(
        "to_interval",
        "value",
        "A text such as '1 day 2 hours' as an interval.",
        (call, out) -> out.setInterval(call.interval(0)));
    functions.add(
        "format_date",
        "datetime format [language]",
        "A date or time as text, by a format such as 'dd.MM.yyyy'.",
        MomentFunctions::format);
    functions.add(
        "make_date",
        "year month day",
        "The date of a year, month and day.",
        MomentFunctions::makeDate);
    functions.add(
        "make_time",
        "hour minute second",
        "The time of an hour, minute and second.",
        (call, out) -> out.set(Kind.TIME, timeOfDay(call, 0), Moment.NO_ZONE));
    functions.add(
        "make_datetime",
        "year month day hour minute second",
        "The date-time of a year, month, day, hour, minute and second.",
        (call, out) -> {
          makeDate(call, out);
          out.set(Kind.DATE_TIME, out.whole() + timeOfDay(call, 3), Moment.NO_ZONE);
        });
    functions.add(
        "make_interval",
        "[years] [months] [weeks] [days] [hours] [minutes] [seconds]",
        "The interval of so many years, months and so on.",
        MomentFunctions::makeInterval);
    functions.add(
        "age",
        "datetime1 datetime2",
        "The interval from the second to the first moment.",
        (call, out) -> {
          Value first = call.moment(0);
          boolean time = first.kind() == Kind.TIME;
          long instant = first.instant();
          Value second = call.moment(1);
          if (time != (second.kind() == Kind.TIME)) {
            throw call.failed("a time and a date have no interval between them");
          }
          out.setInterval((instant - second.instant()) / 1e6);
        });
    functions.add(
        "epoch",
        "date",
        "Milliseconds from the beginning of 1970 to a date.",
        (call, out) -> out.set(Math.floorDiv(call.date(0).instant(), 1000)));
    functions.add(
        "datetime_from_epoch",
        "long",
        "The date-time so many milliseconds after the beginning of 1970.",
        (call, out) -> out.set(Kind.DATE_TIME, inRange(call, call.whole(0)), (byte) 0));
  }

  private static void part(Functions functions, String name, String help, double unit, Part part) {
    functions.add(
        name,
        "date",
        help,
        (call, out) -> {
          if (isInterval(call)) {
            number(out, call.interval(0) / unit);
          } else {
            out.set(part.of(CalendarDate.ofDays(days(call, 0))));
          }
        });
  }

  private static boolean isInterval(Call call) {
    Value value = call.value(0);
    return value.kind() == Kind.INTERVAL
        || value.kind() == Kind.TEXT
            && Intervals.parse(value.text()) == Intervals.parse(value.text());
  }

  private static void number(Value out, double value) {
    out.set(value);
    if (value == Math.floor(value) && Math.abs(value) < 9e15) {
      out.set((long) value);
    }
  }

  private static long days(Call call, int index) {
    return Moment.days(call.date(index).whole());
  }

  /** Weeks begin on Monday; the first is that of the year's first Thursday. */
  private static long isoWeek(CalendarDate date) {
    long days = CalendarDate.toDays(date.year(), date.month(), date.day());
    long thursday = days - Math.floorMod(CalendarDate.dayOfWeek(days) - 1, 7) + 3;
    int year = CalendarDate.ofDays(thursday).year();
    return (thursday - CalendarDate.toDays(year, 1, 1)) / 7 + 1;
  }

  /** Seconds have their fraction, as in QGIS. */
  private static void clock(Call call, Value out, long unit, int count) {
    if (isInterval(call)) {
      number(out, call.interval(0) * 1e6 / unit);
    } else {
      out.set(call.ofDay(0) / unit % count);
    }
  }

  /** Text by its format, where one is given, else by ISO 8601. */
  private static Value parsed(Call call, Kind kind) {
    if (!call.has(1)) {
      return call.date(0);
    }
    language(call);
    MomentFormat format = new MomentFormat(call.text(1));
    if (!format.parse(call.text(0))) {
      throw call.refused(0, kind.phrase() + " in the format '" + call.text(1) + "'");
    }
    Value moment = new Value();
    moment.set(kind, format.micros(), format.zone());
    return moment;
  }

  private static void language(Call call) {
    String language = call.textOr(2, "en");
    if (!language.startsWith("en") && !language.equals("C")) {
      throw call.failed(
          "there are names of months and days in English only, not in '" + language + "'");
    }
  }

  private static void format(Call call, Value out) {
    language(call);
    Value moment = call.moment(0);
    String format = call.text(1);
    switch (format) {
      case "Qt ISO Date", "ISO Date" -> out.set(moment.text());
      default ->
          out.set(
              new MomentFormat(format)
                  .text(moment.whole(), moment.zone(), moment.kind() != Kind.TIME));
    }
  }

  private static void makeDate(Call call, Value out) {
    int year = call.small(0);
    int month = call.small(1);
    int day = call.small(2);
    if (!CalendarDate.exists(year, month, day)) {
      throw call.failed("there is no day " + day + " of month " + month + " of the year " + year);
    }
    out.set(Kind.DATE, CalendarDate.toDays(year, month, day) * Moment.DAY, Moment.NO_ZONE);
  }

  private static long timeOfDay(Call call, int first) {
    int hour = call.small(first);
    int minute = call.small(first + 1);
    double second = call.real(first + 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !(second >= 0 && second < 60)) {
      throw call.failed("there is no time " + hour + ":" + minute + ":" + call.text(first + 2));
    }
    return hour * Moment.HOUR
        + minute * Moment.MINUTE
        + Math.min(Call.rounded(second * 1e6), Moment.MINUTE - 1);
  }

  private static void makeInterval(Call call, Value out) {
    double[] units = {Intervals.YEAR, Intervals.MONTH, Intervals.WEEK, Intervals.DAY, 3600, 60, 1};
    double seconds = 0;
    for (int i = 0; i < units.length; i++) {
      seconds += call.realOr(i, 0) * units[i];
    }
    out.setInterval(seconds);
  }

  /** Microseconds of a count of milliseconds within the years 0 to 9999. */
  private static long inRange(Call call, long millis) {
    if (millis < -62_167_219_200_000L || millis >= 253_402_300_800_000L) {
      throw call.failed(millis + " is not within the years 0 to 9999");
    }
    return millis * 1000;
  }
}
