package io.dateline.extract;

import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.date.ParsedDate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days that a page gives in a form which can be read in one way alone: by a machine ({@code
 * 2021-02-03}), with the month's name, in its address.
 *
 * @param days all of them
 * @param latest the day of the page's last change or of its capture, whichever is first: no story
 *     on it is later; null if unknown
 */
record CertainDays(Set<LocalDate> days, @Nullable LocalDate latest) {

  /** Days by which a page may be later than it says: somewhere it is tomorrow already. */
  private static final int DAYS_AHEAD = 1;

  static CertainDays of(Page page, PageSurvey survey, DateParser parser) {
    Set<LocalDate> days = new HashSet<>();
    for (List<DateMatch> matches : survey.dates().values()) {
      for (DateMatch match : matches) {
        if (!match.date().ambiguousOrder()) {
          days.add(match.date().date());
        }
      }
    }
    for (Metadatum statement : page.metadata()) {
      if (statement.property().equals("datePublished")
          || statement.property().equals("dateModified")) {
        add(days, statement.value(), parser);
      } else if (statement.property().equals("url")) {
        add(days, Addresses.day(statement.value()), parser);
      }
    }
    String captured = page.document().capture().url();
    add(days, captured == null ? null : Addresses.day(captured), parser);
    LocalDate latest = certain(page.document().capture().date(), parser);
    for (Metadatum statement : page.metadata("dateModified").toList()) {
      LocalDate changed = certain(statement.value(), parser);
      if (changed != null && (latest == null || changed.isBefore(latest))) {
        latest = changed;
      }
    }
    return new CertainDays(Set.copyOf(days), latest);
  }

  private static void add(Set<LocalDate> days, @Nullable String raw, DateParser parser) {
    LocalDate day = certain(raw, parser);
    if (day != null) {
      days.add(day);
    }
  }

  private static @Nullable LocalDate certain(@Nullable String raw, DateParser parser) {
    return raw == null
        ? null
        : parser
            .parse(raw, DateHints.NONE)
            .filter(date -> !date.ambiguousOrder())
            .map(ParsedDate::date)
            .orElse(null);
  }

  /** Whether the page gives this day. */
  boolean has(LocalDate day) {
    return days.contains(day);
  }

  /** Whether a story of this page can be of that day. */
  boolean allows(LocalDate day) {
    return latest == null || !day.isAfter(latest.plusDays(DAYS_AHEAD));
  }
}
