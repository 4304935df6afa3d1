package io.dateline.extract.date;

import io.dateline.extract.date.DateHints.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that was read.
 *
 * @param iso ISO 8601: {@code 2016-09-05}, or with time {@code 2016-09-05T10:15:00+08:00}; the
 *     offset only where it was given, {@code Z} for UTC and GMT
 * @param date the day alone, as printed: not moved to another zone
 * @param raw the text it was read from
 * @param hasTime whether hours and minutes were given
 * @param order how day and month were told apart that could be the other way round; null where they
 *     could not
 */
public record ParsedDate(
    String iso, LocalDate date, String raw, boolean hasTime, @Nullable Choice order) {

  /** Whether day and month could be the other way round. */
  public boolean ambiguousOrder() {
    return order != null;
  }

  /** Whether day and month could be the other way round, and custom alone tells them apart. */
  public boolean isOrderAssumed() {
    return order != null && order.basis().isAssumption();
  }

  /** The same date where something else tells day and month apart. */
  public ParsedDate because(OrderBasis basis) {
    return order == null
        ? this
        : new ParsedDate(iso, date, raw, hasTime, new Choice(order.order(), basis));
  }
}
