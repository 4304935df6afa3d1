package io.dateline.validate;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the day that an ISO 8601 date starts with, for which a formatter takes a microsecond. */
final class IsoDay {

  /** {@code 2016-09-05}. */
  private static final int LENGTH = 10;

  private IsoDay() {}

  /** The day, or null if there is none or the calendar does not have it. */
  static @Nullable LocalDate of(String iso) {
    if (iso.length() < LENGTH || iso.charAt(4) != '-' || iso.charAt(7) != '-') {
      return null;
    }
    int year = number(iso, 0, 4);
    int month = number(iso, 5, 7);
    int day = number(iso, 8, LENGTH);
    try {
      return year < 0 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The number that digits make, or -1, which no month and no day is. */
  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
