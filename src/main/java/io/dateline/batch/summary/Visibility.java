package io.dateline.batch.summary;

import java.util.Set;

/**
 * Which rows the summaries have counted so far, and which they are to count from now on.
 *
 * @param published runs that are published already
 * @param takenBack those of them that are about to be taken back
 * @param runId the run that is being summarised
 * @param base where counting starts
 */
record Visibility(Set<Long> published, Set<Long> takenBack, long runId, SummaryBase base) {

  Visibility {
    published = Set.copyOf(published);
    takenBack = Set.copyOf(takenBack);
  }

  /** For a run that is to be published, after which nothing is taken back. */
  Visibility(Set<Long> published, long runId, SummaryBase base) {
    this(published, Set.of(), runId, base);
  }

  /** Whether rows of a run can matter at all. */
  boolean concerns(long rowRunId) {
    return rowRunId == runId || (base != SummaryBase.TRIAL && published.contains(rowRunId));
  }

  /** Whether the totals of the newest published run are counted on. */
  boolean countsOn() {
    return base == SummaryBase.LAST_RUN || base == SummaryBase.TAKEN_BACK;
  }

  /** Whether a row was counted before this run, given the runs that superseded its file. */
  boolean before(long rowRunId, Set<Long> supersededBy) {
    return countsOn()
        && published.contains(rowRunId)
        && supersededBy.stream().noneMatch(published::contains);
  }

  /** Whether a row counts once this run is published, given the runs that superseded its file. */
  boolean after(long rowRunId, Set<Long> supersededBy) {
    if (base == SummaryBase.TRIAL) {
      return rowRunId == runId;
    }
    return willCount(rowRunId) && supersededBy.stream().noneMatch(this::willCount);
  }

  private boolean willCount(long rowRunId) {
    return rowRunId == runId || remains(rowRunId);
  }

  /** Whether a run is published and stays so. */
  boolean remains(long rowRunId) {
    return published.contains(rowRunId) && !takenBack.contains(rowRunId);
  }
}
