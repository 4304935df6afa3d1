package io.dateline.extract.date;

import java.time.LocalDate;

/**
 * A date that was read.
 *
 * @param iso ISO 8601: {@code 2016-09-05}, or with time {@code 2016-09-05T10:15:00+08:00}; the
 *     offset only where it was given, {@code Z} for UTC and GMT
 * @param date the day alone, as printed: not moved to another zone
 * @param raw the text it was read from
 * @param hasTime whether hours and minutes were given
 * @param ambiguousOrder whether day and month could be the other way round, so that {@link
 *     DateHints} decided
 */
public record ParsedDate(
    String iso, LocalDate date, String raw, boolean hasTime, boolean ambiguousOrder) {}
