package org.terrella.processing.expression;

import org.terrella.processing.temporal.CalendarDate;
import org.terrella.processing.temporal.Moment;

/** Functions of dates and times; parts of a date-time are those of its own clock. */
final class MomentFunctions {
  private MomentFunctions() {}

  static void addTo(Functions functions) {
    functions.add("year", "date", (call, out) -> out.set((long) date(call).year()));
    functions.add("month", "date", (call, out) -> out.set((long) date(call).month()));
    functions.add("day", "date", (call, out) -> out.set((long) date(call).day()));
    functions.add(
        "day_of_week", "date", (call, out) -> out.set((long) CalendarDate.dayOfWeek(days(call))));
    functions.add("hour", "time", (call, out) -> out.set(call.ofDay(0) / Moment.HOUR));
    functions.add("minute", "time", (call, out) -> out.set(call.ofDay(0) / Moment.MINUTE % 60));
    functions.add("second", "time", MomentFunctions::second);
    functions.add("to_date", "string", MomentFunctions::toDate);
    functions.add("to_time", "string", MomentFunctions::toTime);
    functions.add("to_datetime", "string", MomentFunctions::toDateTime);
    functions.add("make_date", "year month day", MomentFunctions::makeDate);
    functions.add(
        "epoch", "date", (call, out) -> out.set(Math.floorDiv(call.date(0).instant(), 1000)));
    functions.add(
        "datetime_from_epoch",
        "epoch",
        (call, out) -> out.set(Value.Kind.DATE_TIME, inRange(call, call.whole(0)), (byte) 0));
  }

  private static long days(Call call) {
    return Moment.days(call.date(0).whole());
  }

  private static CalendarDate date(Call call) {
    return CalendarDate.ofDays(days(call));
  }

  /** With its fraction, as in QGIS. */
  private static void second(Call call, Value out) {
    long micros = call.ofDay(0) % Moment.MINUTE;
    if (micros % Moment.SECOND == 0) {
      out.set(micros / Moment.SECOND);
    } else {
      out.set(micros / 1e6);
    }
  }

  private static void toDate(Call call, Value out) {
    out.set(Value.Kind.DATE, days(call) * Moment.DAY, Moment.NO_ZONE);
  }

  private static void toTime(Call call, Value out) {
    out.set(Value.Kind.TIME, call.ofDay(0), Moment.NO_ZONE);
  }

  private static void toDateTime(Call call, Value out) {
    Value moment = call.date(0);
    out.set(Value.Kind.DATE_TIME, moment.whole(), moment.zone());
  }

  private static void makeDate(Call call, Value out) {
    int year = call.small(0);
    int month = call.small(1);
    int day = call.small(2);
    if (!CalendarDate.exists(year, month, day)) {
      throw call.failed("there is no day " + day + " of month " + month + " of the year " + year);
    }
    out.set(Value.Kind.DATE, CalendarDate.toDays(year, month, day) * Moment.DAY, Moment.NO_ZONE);
  }

  /** Microseconds of a count of milliseconds within the years 0 to 9999. */
  private static long inRange(Call call, long millis) {
    if (millis < -62_167_219_200_000L || millis >= 253_402_300_800_000L) {
      throw call.failed(millis + " is not within the years 0 to 9999");
    }
    return millis * 1000;
  }
}
