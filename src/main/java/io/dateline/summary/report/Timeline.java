package io.dateline.summary.report;

import java.util.List;

/**
 * Articles by the time they were published, oldest first.
 *
 * @param days days that have articles, as {@code 2016-09-05}
 * @param months months that have articles, as {@code 2016-09}; of days as well as of articles whose
 *     month alone is known
 * @param earlierDays how many days are left out before the first
 * @param withoutDay articles whose day is not known
 * @param withoutMonth articles whose month is not known
 */
public record Timeline(
    List<Point> days, List<Point> months, long earlierDays, long withoutDay, long withoutMonth) {

  public Timeline {
    days = List.copyOf(days);
    months = List.copyOf(months);
  }

  /**
   * A day or month.
   *
   * @param texts different texts among the articles
   */
  public record Point(String label, long articles, long texts) {}
}
