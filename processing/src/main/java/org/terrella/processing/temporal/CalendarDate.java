package org.terrella.processing.temporal;

/**
 * A day of the proleptic Gregorian calendar, in the years 0 (1 BC) to 9999.
 *
 * @param year 0 to 9999
 * @param month 1 to 12
 * @param day 1 to 31
 */
public record CalendarDate(int year, int month, int day) {
  /** Days from 0000-03-01 to 1970-01-01. */
  private static final int EPOCH = 719_468;

  private static final int DAYS_OF_400_YEARS = 146_097;

  public CalendarDate {
    if (!exists(year, month, day)) {
      throw new IllegalArgumentException("there is no such day");
    }
  }

  public static boolean exists(int year, int month, int day) {
    return year >= 0
        && year <= 9999
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= lengthOfMonth(year, month);
  }

  public static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  public static int lengthOfMonth(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /**
   * Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its
   * year, and months then have the lengths {@code (153 m + 2) / 5} (Hinnant 2021).
   */
  public static int toDays(int year, int month, int day) {
    int shifted = year - (month <= 2 ? 1 : 0) + 400;
    int century = shifted / 400;
    int yearOfEra = shifted % 400;
    int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (century - 1) * DAYS_OF_400_YEARS + dayOfEra - EPOCH;
  }

  /** The day that comes so many days after 1970-01-01. */
  public static CalendarDate ofDays(long days) {
    long moved = days + EPOCH;
    long era = Math.floorDiv(moved, DAYS_OF_400_YEARS);
    int dayOfEra = (int) (moved - era * DAYS_OF_400_YEARS);
    int yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (DAYS_OF_400_YEARS - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    return new CalendarDate(year, month, dayOfYear - (153 * shifted + 2) / 5 + 1);
  }

  /** The day of the week, 0 for Sunday to 6 for Saturday. */
  public static int dayOfWeek(long days) {
    return (int) Math.floorMod(days + 4, 7L);
  }
}
