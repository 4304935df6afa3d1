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
    DAY_FIRST("day before month"),
    MONTH_FIRST("month before day");

    private final String words;

    Order(String words) {
      this.words = words;
    }
  }

  /**
   * The order in which a date was read that has two.
   *
   * @param basis what told so
   */
  public record Choice(Order order, OrderBasis basis) {

    /** The order and what decided it in plain words. */
    public String reason() {
      return order.words + ": " + basis.reason();
    }
  }

  /** Nothing is known: the day comes first. */
  public static final DateHints NONE = new DateHints(null, null);

  /** Only the language is known. */
  public static DateHints of(@Nullable String language) {
    return new DateHints(language, null);
  }

  /** The United States and a few lands around it write the month first; all others the day. */
  Choice choice() {
    if (order != null) {
      return new Choice(order, OrderBasis.OTHER_DATES);
    }
    if (language == null) {
      return new Choice(Order.DAY_FIRST, OrderBasis.NOTHING);
    }
    Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
    boolean monthFirst =
        locale.getCountry().equals("US")
            || locale.getCountry().equals("PH")
            || locale.getLanguage().equals("fil");
    return new Choice(monthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST, basisOf(locale));
  }

  private static OrderBasis basisOf(Locale locale) {
    if (!locale.getCountry().isEmpty()) {
      return OrderBasis.REGION;
    }
    return locale.getLanguage().equals("en") ? OrderBasis.NOTHING : OrderBasis.LANGUAGE;
  }
}
