package io.dateline.batch.selection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year, a month, a day, or a span between two of them, both ends within it.
 *
 * <p>Compares the day as it is printed, whatever the offset of its time. A date that is less exact
 * than an end of the span ({@code 2016} and {@code 2016-09..}) is in it only where its year decides
 * that alone.
 *
 * @param from {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; null for no end
 * @param to likewise
 */
record DateSpan(@Nullable String from, @Nullable String to) implements FacetColumn.Condition {

  private static final Pattern FORM = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");

  private static final int DAY_CHARS = 10;

  static DateSpan of(String value) throws BadConditionException {
    int dots = value.indexOf("..");
    if (dots < 0) {
      String only = date(value);
      return new DateSpan(only, only);
    }
    String from = value.substring(0, dots);
    String to = value.substring(dots + 2);
    if (from.isEmpty() && to.isEmpty()) {
      throw new BadConditionException("`..` has neither a first nor a last date");
    }
    DateSpan span =
        new DateSpan(from.isEmpty() ? null : date(from), to.isEmpty() ? null : date(to));
    if (span.from != null && span.to != null && isBefore(span.to, span.from)) {
      throw new BadConditionException("`" + value + "` ends before it begins");
    }
    return span;
  }

  /** Whether a text is a year, a month or a day. */
  static boolean isDate(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    try {
      switch (text.length()) {
        case 4 -> Year.parse(text);
        case 7 -> YearMonth.parse(text);
        default -> LocalDate.parse(text);
      }
      return true;
    } catch (DateTimeException e) {
      // No such month or day.
      return false;
    }
  }

  private static String date(String text) throws BadConditionException {
    if (isDate(text)) {
      return text;
    }
    throw new BadConditionException(
        "`" + text + "` is no date; write 2016, 2016-09 or 2016-09-05, or two of them as FROM..TO");
  }

  /** Whether all of {@code a} lies before the beginning of {@code b}. */
  private static boolean isBefore(String a, String b) {
    int common = Math.min(a.length(), b.length());
    return a.substring(0, common).compareTo(b.substring(0, common)) < 0;
  }

  @Override
  public boolean holds(String cell) {
    String day = cell.substring(0, Math.min(cell.length(), DAY_CHARS));
    return (from == null || (!isBefore(day, from) && isExactEnough(day, from)))
        && (to == null || (!isBefore(to, day) && isExactEnough(day, to)));
  }

  /** Whether it is known on which side of the end the day lies. */
  private static boolean isExactEnough(String day, String end) {
    return day.length() >= end.length() || !end.startsWith(day);
  }
}
