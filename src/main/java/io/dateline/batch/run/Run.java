package io.dateline.batch.run;

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
 * @param output the output folder where it is now
 * @param startedAt ISO 8601 in UTC
 * @param olderArticles articles of the archive that come from older extraction rules, null before
 *     it was summarised
 * @param rescued articles of entries that earlier runs rejected, null before it was summarised
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
    Path output,
    String startedAt,
    @Nullable String finishedAt,
    int resumedCount,
    @Nullable Long olderArticles,
    @Nullable Long rescued,
    @Nullable PlanSummary plan) {

  /** Where a run stands. */
  public enum State {
    /** Begun and not published; the next run of the job resumes it. */
    RUNNING,
    /** Its rows are current, or were until a later run superseded them. */
    PUBLISHED,
    /** It found nothing new, so there is nothing to publish. */
    NOTHING_NEW,
    /**
     * A trial of a few documents, or a rehearsal, published under its own name; its rows are never
     * current.
     */
    TRIAL,
    /** A baseline that is being written; the next purge publishes it or gives it up. */
    COMPACTING,
    /** On its way to ROLLED_BACK, and current no more; the next command of the job ends it. */
    ROLLING_BACK,
    /** Published once and taken back: what was current before it is current again. */
    ROLLED_BACK,
    /** Given up; its rows are gone. */
    ABANDONED
  }

  /**
   * Settings, input and output, kept as they were.
   *
   * @param full whether files that the ledger knows unchanged are read as well
   * @param verifyHashes whether files are told unchanged by their bytes only
   * @param limit files of a trial; 0 for a whole run
   * @param keepOld whether it is a rehearsal: published, and what was current stays so
   */
  public record Frozen(
      JobSettings settings,
      List<Root> roots,
      String output,
      boolean full,
      boolean verifyHashes,
      long limit,
      boolean keepOld) {
    public Frozen {
      roots = List.copyOf(roots);
    }
  }

  /** An input root as text. */
  public record Root(String collection, String folder) {}

  /**
   * What planning found.
   *
   * @param files files to be read
   * @param unchanged known files that are not read again
   * @param hashed how many known files were told unchanged or changed by their bytes
   * @param known files of the ledger below the input roots
   * @param gone how many of those the input has no more
   * @param removed files whose rows are current no more once the run is published
   * @param ignored entries that are not read, by kind
   * @param gates names of the data gates that failed
   */
  public record PlanSummary(
      String manifestSha256,
      long files,
      long bytes,
      long unchanged,
      long hashed,
      long known,
      long gone,
      long removed,
      Map<String, Long> ignored,
      List<String> gates) {
    public PlanSummary {
      ignored = new TreeMap<>(ignored);
      gates = List.copyOf(gates);
    }

    /** Whether the run changes nothing, so that there is nothing to publish. */
    public boolean isEmpty() {
      return files == 0 && removed == 0;
    }
  }

  /** Where its files are. */
  public RunFolders folders() {
    return new RunFolders(output, jobName, runDate, runNumber, isTrial());
  }

  /** Whether it tries a few documents, or rehearses, and is never current. */
  public boolean isTrial() {
    return frozen.limit() > 0 || frozen.keepOld();
  }

  /** Whether it reads a selection of what is known, and nothing else. */
  public boolean isSelective() {
    return frozen.settings().select().selects();
  }

  public List<InputRoot> inputRoots() {
    return frozen.roots().stream()
        .map(r -> new InputRoot(r.collection(), Path.of(r.folder())))
        .toList();
  }
}
