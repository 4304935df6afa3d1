package io.dateline.cli.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a run; what is unknown is null.
 *
 * @param name date and number
 * @param seconds from its first start to its end, or to now
 * @param resumed how often it was resumed
 * @param exitCode of the last process that worked on it
 * @param lastError the sentence that process ended with
 * @param hint what to do or what was done, where the state alone does not say it
 * @param takeover from whom the last process took the job over, if from somebody
 * @param progress of a run that is under way or was interrupted
 */
record RunStatus(
    String name,
    long run,
    String runDate,
    String state,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Double seconds,
    @Nullable Long entries,
    @Nullable Long articles,
    @Nullable Long rejections,
    @Nullable Long resumed,
    @Nullable Integer exitCode,
    @Nullable String lastError,
    @Nullable String hint,
    @Nullable String takeover,
    @Nullable Progress progress) {

  static final String RUNNING = "RUNNING";
  static final String INTERRUPTED = "INTERRUPTED";
  static final String TRIAL = "TRIAL";
  static final String BASELINE = "BASELINE";

  /**
   * How far a run is.
   *
   * @param percent of the files in all, rounded down
   * @param remainingSeconds until all files are read, at the rate of this process, as if those that
   *     are left held as many entries as those that are done
   */
  record Progress(
      @Nullable String step,
      long entriesDone,
      long filesDone,
      @Nullable Long filesTotal,
      @Nullable Integer percent,
      double documentsPerSecond,
      @Nullable Long remainingSeconds,
      long pid,
      String host,
      Instant updatedAt) {}

  boolean isLive() {
    return state.equals(RUNNING);
  }
}
