package io.dateline.summary.report;

import io.dateline.summary.report.Timeline.Point;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes a timeline of days and months that come in order. A group that is no day or month, such as
 * the 30th of February, counts as one whose time is not known. Not safe for use by several threads.
 */
public final class TimelineCollector {

  /** Days that are kept, the newest; more than a hundred years of daily news. */
  static final int MAX_DAYS = 40_000;

  private final Deque<Point> days = new ArrayDeque<>();
  private final List<Point> months = new ArrayList<>();
  private long earlierDays;
  private long withoutDay;
  private long withoutMonth;

  /**
   * Adds a day; each comes after the one before.
   *
   * @param label {@code 2016-09-05}, or empty
   */
  public void addDay(String label, long articles, long texts) {
    if (!isDay(label)) {
      withoutDay += articles;
      return;
    }
    days.add(new Point(label, articles, texts));
    if (days.size() > MAX_DAYS) {
      days.remove();
      earlierDays++;
    }
  }

  /**
   * Adds a month; each comes after the one before.
   *
   * @param label {@code 2016-09}, or empty
   */
  public void addMonth(String label, long articles, long texts) {
    if (isMonth(label)) {
      months.add(new Point(label, articles, texts));
    } else {
      withoutMonth += articles;
    }
  }

  /** What was added. */
  public Timeline timeline() {
    return new Timeline(List.copyOf(days), months, earlierDays, withoutDay, withoutMonth);
  }

  private static boolean isDay(String label) {
    try {
      return LocalDate.parse(label).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isMonth(String label) {
    try {
      return YearMonth.parse(label).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
