package io.dateline.cli.status;

import java.util.List;

/**
 * The runs of a job: a live one first, then the newest first.
 *
 * @param more whether there are older ones that were not read
 */
public record JobRuns(String job, List<RunStatus> runs, boolean more) {
  public JobRuns {
    runs = List.copyOf(runs);
  }

  /** Whether a run of the job is under way. */
  public boolean isLive() {
    return runs.stream().anyMatch(RunStatus::isLive);
  }
}
