package org.terrella.processing.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  @Test
  void agreesWithJavaTimeOnEveryDayOfTenThousandYears() {
    LocalDate day = LocalDate.of(0, 1, 1);
    for (long days = day.toEpochDay(); day.getYear() < 10_000; days++, day = day.plusDays(1)) {
      CalendarDate date = CalendarDate.ofDays(days);
      if (date.year() != day.getYear()
          || date.month() != day.getMonthValue()
          || date.day() != day.getDayOfMonth()
          || CalendarDate.toDays(date.year(), date.month(), date.day()) != days
          || CalendarDate.dayOfWeek(days) != day.getDayOfWeek().getValue() % 7) {
        assertEquals(day.toString(), date.toString());
      }
    }
  }

  @Test
  void knowsWhichDaysExist() {
    assertFalse(CalendarDate.exists(1900, 2, 29));
    assertFalse(CalendarDate.exists(2024, 4, 31));
    assertFalse(CalendarDate.exists(2024, 13, 1));
    assertFalse(CalendarDate.exists(10_000, 1, 1));
  }

  @Test
  void textsOfRandomMomentsComeBackAndAgreeWithJavaTime() {
    Random random = new Random(3);
    MomentParser parser = new MomentParser(false);
    long first = LocalDate.of(1, 1, 1).toEpochDay();
    long last = LocalDate.of(9999, 12, 31).toEpochDay();
    for (int i = 0; i < 20_000; i++) {
      long days = first + (long) (random.nextDouble() * (last - first));
      long micros = days * Moment.DAY + (long) (random.nextDouble() * Moment.DAY);
      micros -= i % 3 == 0 ? Math.floorMod(micros, Moment.SECOND) : 0;
      byte zone = (byte) (random.nextInt(113) - 56);
      String text = Moment.dateTimeText(micros, zone);
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      assertEquals(MomentParser.Kind.DATE_TIME, parser.parse(ascii, 0, ascii.length), text);
      assertEquals(micros, parser.micros(), text);
      assertEquals(zone, parser.zone(), text);
      LocalDateTime same =
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(micros, Moment.SECOND),
              (int) Math.floorMod(micros, Moment.SECOND) * 1000,
              ZoneOffset.UTC);
      assertEquals(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, LocalDateTime::from), same, text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, DATE, 2026-11-21",
    "0000-02-29, DATE, 0000-02-29",
    "12:34:56, TIME, 12:34:56",
    "12:34:56.7, TIME, 12:34:56.700",
    "12:34:56.000001, TIME, 12:34:56.000001",
    "2026-11-21T12:34, DATE_TIME, 2026-11-21T12:34:00",
    "2026-11-21 12:34:56.123456Z, DATE_TIME, 2026-11-21T12:34:56.123456Z",
    "2026-11-21T12:34:56+0545, DATE_TIME, 2026-11-21T12:34:56+05:45",
    "2026-11-21T12:34:56-03, DATE_TIME, 2026-11-21T12:34:56-03:00",
    "2026-11-21T12:34:56+00:00, DATE_TIME, 2026-11-21T12:34:56Z"
  })
  void readsTheFormsOfIso8601(String text, MomentParser.Kind kind, String canonical) {
    MomentParser parser = new MomentParser(false);
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    assertEquals(kind, parser.parse(ascii, 0, ascii.length));
    assertEquals(
        canonical,
        switch (kind) {
          case DATE -> Moment.dateText(parser.micros());
          case TIME -> Moment.timeText(parser.micros());
          default -> Moment.dateTimeText(parser.micros(), parser.zone());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-01",
        "2026-1-1",
        "20261121",
        "26-11-2026",
        "2026/11/21",
        "24:00:00",
        "12:34",
        "12:60:00",
        "2026-11-21T",
        "2026-11-21T12:34:56.1234567",
        "2026-11-21T12:34:56+00:07",
        "2026-11-21T12:34:56-00:00",
        "2026-11-21T12:34:56 UTC",
        "2026-11-21T12:34:56Z ",
        "",
        "::::::::",
        "12:34:56Z",
        "2026-11-21Z",
        "2026-11-21T12:34:56+",
        "2026-11-21T12:34:56+1"
      })
  void refusesWhatWouldNotComeBack(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        MomentParser.Kind.NOTHING, new MomentParser(false).parse(ascii, 0, ascii.length), text);
  }

  @Test
  void ordersDateTimesByTheirInstant() {
    long noon = 12 * Moment.HOUR;
    assertEquals(11 * Moment.HOUR, Moment.instant(noon, (byte) 4));
    assertEquals(noon, Moment.instant(noon, Moment.NO_ZONE));
  }
}
