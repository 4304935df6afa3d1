package io.dateline.extract;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import io.dateline.article.Dateline;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateHints.Order;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.date.OrderBasis;
import io.dateline.extract.date.ParsedDate;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.WordLists;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates such as {@code 04/02/2015}, whose day and month could be either way round: a weekday
 * printed beside them decides ({@code Thu, 04/02/2015}), then the day in the story's dateline, then
 * other dates of the page that can only be read one way ({@code 13/05/2026}), then one that is the
 * same day, then when the page was last changed or fetched, then the form of a publishing system
 * that is known for one order, then, for English, the land in the dateline, then the region and
 * language of the page. What it returns tells which of them it was.
 */
final class DayOrder {

  /** Days by which a story may be published after it was filed. */
  private static final int MAX_DAYS_AFTER_FILING = 7;

  /** Only slashes: dots and hyphens are nowhere used with the month first. */
  private static final Pattern NUMBERS =
      Pattern.compile("(?<![0-9])([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![0-9])");

  /** See {@link #isAsShipped}. */
  private static final Pattern AS_SHIPPED =
      Pattern.compile(
          "(?<![A-Za-z])(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), [0-9]{2}/[0-9]{2}/[0-9]{4} - [0-9]{2}:");

  /** In which order lands write day and month in English, by ISO 3166-1 code. */
  private static final Map<String, Order> LANDS = new HashMap<>();

  /** Agencies whose stories from abroad stand in American papers as well. */
  private static final Set<String> AMERICAN = new HashSet<>();

  static {
    for (List<String> row : WordLists.table(DayOrder.class, "land-orders.tsv", 2)) {
      for (String value : row.get(1).split(";", -1)) {
        switch (row.get(0)) {
          case "day" -> LANDS.put(value, Order.DAY_FIRST);
          case "month" -> LANDS.put(value, Order.MONTH_FIRST);
          default -> AMERICAN.add(value);
        }
      }
    }
  }

  private final DateParser parser;
  private final DateHints hints;
  private final @Nullable Dateline dateline;
  private final CertainDays certain;

  DayOrder(DateParser parser, DateHints hints, @Nullable Dateline dateline, CertainDays certain) {
    this.parser = parser;
    this.hints = hints;
    this.dateline = dateline;
    this.certain = certain;
  }

  /** The order that the page's other dates show, or null if they show none, or both. */
  static @Nullable Order shown(PageSurvey survey) {
    Order shown = null;
    for (List<DateMatch> matches : survey.dates().values()) {
      for (DateMatch match : matches) {
        Order order = shown(match.date().raw());
        if (order != null && shown != null && order != shown) {
          return null;
        }
        shown = order == null ? shown : order;
      }
    }
    return shown;
  }

  private static @Nullable Order shown(String raw) {
    Matcher day = NUMBERS.matcher(raw);
    if (!day.find()) {
      return null;
    }
    boolean first = Integer.parseInt(day.group(1)) > 12;
    boolean second = Integer.parseInt(day.group(2)) > 12;
    return first == second ? null : first ? Order.DAY_FIRST : Order.MONTH_FIRST;
  }

  /** The first date in {@code raw}, or null. */
  @Nullable ParsedDate read(String raw) {
    ParsedDate plain = parser.parse(raw, hints).orElse(null);
    if (plain == null || !plain.ambiguousOrder()) {
      return plain;
    }
    ParsedDate dayFirst = in(raw, Order.DAY_FIRST).orElse(plain);
    ParsedDate monthFirst = in(raw, Order.MONTH_FIRST).orElse(plain);
    OrderBasis basis = OrderBasis.WEEKDAY;
    ParsedDate only = only(dayFirst, monthFirst, date -> names(raw, date));
    if (only == null) {
      basis = OrderBasis.FILING_DAY;
      only = only(dayFirst, monthFirst, this::isJustAfterFiling);
    }
    if (only == null && hints.order() != null) {
      return plain;
    }
    if (only == null) {
      basis = OrderBasis.SAME_DAY;
      only = only(dayFirst, monthFirst, certain::has);
    }
    if (only == null) {
      basis = OrderBasis.NOT_AFTER;
      only = only(dayFirst, monthFirst, certain::allows);
    }
    if (only == null && isAsShipped(raw)) {
      basis = OrderBasis.SYSTEM_FORM;
      only = monthFirst;
    }
    Order filed = only == null ? orderWhereFiled() : null;
    if (filed != null) {
      basis = OrderBasis.FILING_LAND;
      only = filed == Order.MONTH_FIRST ? monthFirst : dayFirst;
    }
    return only == null ? plain : only.because(basis);
  }

  /** The one of two readings whose day passes, or null where both or neither does. */
  private static @Nullable ParsedDate only(
      ParsedDate dayFirst, ParsedDate monthFirst, Predicate<LocalDate> test) {
    boolean day = test.test(dayFirst.date());
    return day == test.test(monthFirst.date()) ? null : day ? dayFirst : monthFirst;
  }

  /**
   * {@code Sat, 01/07/1995 - 08:15}: the form in which Drupal prints dates unless it is told
   * otherwise; English as it comes, since a site that translates its dates orders them as well.
   */
  private static boolean isAsShipped(String raw) {
    return AS_SHIPPED.matcher(raw).find();
  }

  /** The order of the land that an English story was filed from, or null. */
  private @Nullable Order orderWhereFiled() {
    if (!"en".equals(hints.language()) || dateline == null || dateline.country() == null) {
      return null;
    }
    Order order = LANDS.get(dateline.country());
    boolean abroad = dateline.agency() != null && AMERICAN.contains(dateline.agency());
    return abroad && order == Order.DAY_FIRST ? null : order;
  }

  private Optional<ParsedDate> in(String raw, Order order) {
    return parser.parse(raw, new DateHints(hints.language(), order));
  }

  /** Whether the text names the weekday of this date, in English or the page's language. */
  private boolean names(String raw, LocalDate date) {
    // A weekday may be two words: "segunda-feira".
    String words = ' ' + Folding.fold(raw) + ' ';
    // ICU counts weekdays from Sunday, 1; java.time from Monday, 1.
    int weekday = date.getDayOfWeek().getValue() % 7 + 1;
    String language = hints.language() == null ? "en" : hints.language();
    for (String tag : List.of(language, "en")) {
      DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(tag));
      for (String[] names : List.of(symbols.getWeekdays(), symbols.getShortWeekdays())) {
        if (words.contains(' ' + Folding.fold(names[weekday]) + ' ')) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isJustAfterFiling(LocalDate date) {
    if (dateline == null || dateline.month() == null || dateline.day() == null) {
      return false;
    }
    // A story of 1 January may bear the date of 31 December, and the other way round.
    for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
      LocalDate start = LocalDate.of(year, dateline.month(), 1);
      LocalDate filed = start.plusDays(Math.min(dateline.day(), start.lengthOfMonth()) - 1L);
      long days = ChronoUnit.DAYS.between(filed, date);
      if (days >= -1 && days <= MAX_DAYS_AFTER_FILING) {
        return true;
      }
    }
    return false;
  }
}
