package io.dateline.batch;

import io.dateline.batch.settings.JobSettings;
import io.dateline.source.InputRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run with everything that was frozen when it began.
 *
 * @param runId key of the run in every table
 * @param runNumber counts the runs of the job, from 1
 * @param runDate ISO 8601
 * @param configSha256 hash of the settings that decide what comes out
 * @param startedAt ISO 8601 in UTC
 * @param plan what planning found, null before it has
 */
public record Run(
    long runId,
    String jobName,
    long runNumber,
    String runDate,
    State state,
    String extractorVersion,
    String configSha256,
    Frozen frozen,
    String startedAt,
    @Nullable String finishedAt,
    int resumedCount,
    @Nullable PlanSummary plan) {

  /** Where a run stands. */
  public enum State {
    /** Begun and not published; the next run of the job resumes it. */
    RUNNING,
    /** Its rows are current, or were until a later run superseded them. */
    PUBLISHED,
    /** It found nothing new, so there is nothing to publish. */
    NOTHING_NEW,
    /** Given up; its rows are gone. */
    ABANDONED
  }

  /**
   * Settings, input and output, kept as they were.
   *
   * @param full whether the ledger is ignored
   */
  public record Frozen(JobSettings settings, List<Root> roots, String output, boolean full) {
    public Frozen {
      roots = List.copyOf(roots);
    }
  }

  /** An input root as text. */
  public record Root(String collection, String folder) {}

  /** What planning found. */
  public record PlanSummary(
      String manifestSha256, long files, long bytes, long unchanged, Map<String, Long> ignored) {
    public PlanSummary {
      ignored = new TreeMap<>(ignored);
    }

    /** Entries of the input that are no documents by their nature. */
    public long ignoredCount() {
      return ignored.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Where its files are. */
  public RunFolders folders() {
    return new RunFolders(Path.of(frozen.output()), jobName, runDate, runNumber);
  }

  List<InputRoot> inputRoots() {
    return frozen.roots().stream()
        .map(r -> new InputRoot(r.collection(), Path.of(r.folder())))
        .toList();
  }
}
