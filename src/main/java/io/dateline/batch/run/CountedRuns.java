package io.dateline.batch.run;

/** Finds out what the tables hold of a run. */
public interface CountedRuns {

  /** What the tables hold of a run whose rows are all committed. */
  CountedRun of(long runId);
}
