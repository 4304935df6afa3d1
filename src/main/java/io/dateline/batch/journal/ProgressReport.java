package io.dateline.batch.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands: the content of {@code progress.json}.
 *
 * @param name date and number of the run
 * @param runDate ISO 8601
 * @param state {@link #RUNNING}, or how the run ended
 * @param step name of the step under way, or of the last one
 * @param host of the process, as {@link HostName} tells it
 * @param startedAt of the run, by whatever process
 * @param processStartedAt tells the process from a later one that got the same number
 * @param resumed how often the run was resumed
 * @param entriesDone entries that were read, in this process and in earlier ones
 * @param filesDone files of the plan that are finished likewise
 * @param filesTotal files in all, or null while the run is being planned; how many entries they
 *     hold nobody knows before they are read
 * @param documentsPerSecond of this process, over the time it has spent on extracting
 * @param exitCode of the process, or null before it ends
 * @param error the sentence that the operator was told, if the run did not end well
 * @param takeover from whom the process took the job over, as a sentence, if from somebody
 */
public record ProgressReport(
    String job,
    long run,
    String name,
    String runDate,
    String state,
    @Nullable String step,
    long pid,
    String host,
    Instant startedAt,
    Instant processStartedAt,
    Instant updatedAt,
    int resumed,
    long entriesDone,
    long filesDone,
    @Nullable Long filesTotal,
    double documentsPerSecond,
    @Nullable Integer exitCode,
    @Nullable String error,
    @Nullable String takeover) {

  /** State of a run whose process has not ended it, be it at work or dead. */
  public static final String RUNNING = "RUNNING";

  public ProgressReport {
    requireNonNull(job, "job");
    requireNonNull(name, "name");
    requireNonNull(runDate, "run_date");
    requireNonNull(state, "state");
    requireNonNull(host, "host");
    requireNonNull(startedAt, "started_at");
    requireNonNull(processStartedAt, "process_started_at");
    requireNonNull(updatedAt, "updated_at");
  }
}
