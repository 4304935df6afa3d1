package io.dateline.cli.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@code status} reads of {@code run.json} and of a record; each may lack anything. */
record EndedRun(
    @Nullable String state,
    @Nullable String kind,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Double seconds,
    @Nullable Long entries,
    @Nullable Long articles,
    @Nullable Long rejections,
    @Nullable Long resumed,
    @Nullable Integer exitCode,
    @Nullable String lastError,
    @Nullable String takeover,
    @Nullable Instant rolledBackAt) {

  /** Whether it is a copy of all that was current, which read nothing. */
  boolean isBaseline() {
    return "baseline".equals(kind);
  }

  /** Whether this was written after that; what has no time was written first. */
  boolean isLaterThan(EndedRun that) {
    Instant mine = finishedAt;
    Instant other = that.finishedAt;
    return mine != null && (other == null || mine.isAfter(other));
  }

  /** Whether this tells of something at or after a moment. */
  boolean isNotBefore(Instant moment) {
    return finishedAt != null && !finishedAt.isBefore(moment);
  }
}
