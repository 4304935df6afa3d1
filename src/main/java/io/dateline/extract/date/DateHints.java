package io.dateline.extract.date;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the page a date stands on.
 *
 * @param language BCP 47 tag, such as {@code en-US}; decides between months of one name ({@code
 *     listopad}) and, by its region, the order of day and month
 * @param order order of day and month, where other dates of the page have shown it; outweighs the
 *     language
 */
public record DateHints(@Nullable String language, @Nullable Order order) {

  /** Which of two numbers comes first. */
  public enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  /** Nothing is known: the day comes first. */
  public static final DateHints NONE = new DateHints(null, null);

  /** Only the language is known. */
  public static DateHints of(@Nullable String language) {
    return new DateHints(language, null);
  }

  /** The United States and a few lands around it write the month first; all others the day. */
  boolean isMonthFirst() {
    if (order != null) {
      return order == Order.MONTH_FIRST;
    }
    if (language == null) {
      return false;
    }
    String tag = language.replace('_', '-').toUpperCase(Locale.ROOT);
    return tag.endsWith("-US") || tag.endsWith("-PH") || tag.equals("FIL");
  }
}
