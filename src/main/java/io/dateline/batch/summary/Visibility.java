package io.dateline.batch.summary;

import java.util.Set;

/**
 * Which rows the summaries have counted so far, and which they are to count from now on.
 *
 * @param published runs that are published already
 * @param runId the run that is being summarised
 * @param base where counting starts
 */
record Visibility(Set<Long> published, long runId, SummaryBase base) {

  Visibility {
    published = Set.copyOf(published);
  }

  /** Whether rows of a run can matter at all. */
  boolean concerns(long rowRunId) {
    return rowRunId == runId || (base != SummaryBase.TRIAL && published.contains(rowRunId));
  }

  /** Whether a row was counted before this run, given the runs that superseded its file. */
  boolean before(long rowRunId, Set<Long> supersededBy) {
    return base == SummaryBase.LAST_RUN
        && published.contains(rowRunId)
        && supersededBy.stream().noneMatch(published::contains);
  }

  /** Whether a row counts once this run is published, given the runs that superseded its file. */
  boolean after(long rowRunId, Set<Long> supersededBy) {
    if (base == SummaryBase.TRIAL) {
      return rowRunId == runId;
    }
    return concerns(rowRunId)
        && supersededBy.stream().noneMatch(by -> by == runId || published.contains(by));
  }
}
