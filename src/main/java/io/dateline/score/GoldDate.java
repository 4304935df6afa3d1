package io.dateline.score;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the forms of ISO 8601 that the CSV files have, and shorter ones that a person gives. */
final class GoldDate {

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private GoldDate() {}

  /** Whether a person may write a date so in the gold. */
  static boolean isDate(String gold) {
    try {
      if (YEAR.matcher(gold).matches()) {
        return true;
      }
      if (MONTH.matcher(gold).matches()) {
        return YearMonth.parse(gold).getMonthValue() > 0;
      }
      String time = DAY.matcher(gold).matches() ? gold + "T00:00" : gold;
      return local(time) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether the run's date is the gold's, as precisely as the gold tells it. */
  static boolean fits(String gold, String run) {
    if (gold.length() <= "2016-09-05".length()) {
      return run.equals(gold)
          || (run.startsWith(gold) && "-T".indexOf(run.charAt(gold.length())) >= 0);
    }
    OffsetDateTime wanted = instant(gold);
    OffsetDateTime had = instant(run);
    if (wanted != null && had != null) {
      return wanted.truncatedTo(ChronoUnit.MINUTES).isEqual(had.truncatedTo(ChronoUnit.MINUTES));
    }
    LocalDateTime wantedLocal = local(gold);
    LocalDateTime hadLocal = local(run);
    return wantedLocal != null
        && hadLocal != null
        && wantedLocal
            .truncatedTo(ChronoUnit.MINUTES)
            .equals(hadLocal.truncatedTo(ChronoUnit.MINUTES));
  }

  private static @Nullable OffsetDateTime instant(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The time on the clock there; an offset is not looked at. */
  private static @Nullable LocalDateTime local(String text) {
    OffsetDateTime instant = instant(text);
    if (instant != null) {
      return instant.toLocalDateTime();
    }
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
