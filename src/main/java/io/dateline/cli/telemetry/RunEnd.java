package io.dateline.cli.telemetry;

import io.dateline.batch.run.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended that was to run a job.
 *
 * @param exitCode of the process
 * @param error what ended it, as a sentence; null if it completed
 * @param took from the start of the command
 * @param completed the runs that were published or found nothing new, in order
 * @param records what is known of each run that it worked on, as JSON; none if it came to none
 * @param stopped whether somebody asked for that end
 */
record RunEnd(
    String jobName,
    int exitCode,
    @Nullable String error,
    Instant at,
    Duration took,
    List<RunSummary> completed,
    List<String> records,
    boolean stopped) {

  /** Codes of a process that completed what it was to do; with the second, a data gate failed. */
  private static final Set<Integer> COMPLETED = Set.of(0, 65);

  /** Exit code of a process that another one kept out. */
  private static final int BUSY = 75;

  private static final String TRIAL = "TRIAL";

  RunEnd {
    completed = List.copyOf(completed);
    records = List.copyOf(records);
  }

  boolean isSuccess() {
    return COMPLETED.contains(exitCode);
  }

  /** Whether there was nothing to do, as when no run is there to be resumed. */
  boolean wasIdle() {
    return isSuccess() && completed.isEmpty() && records.isEmpty();
  }

  /** Whether it completed trials and nothing else. */
  boolean wasTrial() {
    return isSuccess()
        && !completed.isEmpty()
        && completed.stream().allMatch(run -> run.state().equals(TRIAL));
  }

  /** Whether it met another process at work, and so has ended no run. */
  boolean wasKeptOut() {
    return exitCode == BUSY && records.isEmpty();
  }
}
