package io.dateline.batch.summary;

/** Where the counting of a summary starts. */
enum SummaryBase {
  /** From the totals of the newest published run: what the run adds and takes away is counted. */
  LAST_RUN,
  /** From nothing: the whole archive is counted. */
  NOTHING,
  /** From nothing, and nothing but the run itself is counted, which will never be current. */
  TRIAL,
  /**
   * From the totals of the newest published run, and what is counted is what runs took back take
   * away.
   */
  TAKEN_BACK
}
