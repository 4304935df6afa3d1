package io.dateline.batch.plan;

import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.selection.RunSelections;
import io.dateline.batch.selection.SelectedFiles;
import io.dateline.batch.settings.SelectSettings;
import io.dateline.source.InputComparison;
import io.dateline.source.KnownFile;
import io.dateline.source.LedgerChanges;
import io.dateline.source.ManifestFile;
import io.dateline.source.PlanTally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what a run would read, and begins none. */
@Component
public class DryRun {

  /** Past runs whose rates are looked at. */
  private static final int RUNS = 10;

  private final RunStore store;
  private final JdbcClient jdbc;
  private volatile boolean stopRequested;

  DryRun(RunStore store, JdbcClient jdbc) {
    this.store = store;
    this.jdbc = jdbc;
  }

  /**
   * What would be read.
   *
   * @param unfinishedRun name of the run that would be resumed first, null if there is none
   * @param files new and changed files
   * @param documents how many of their entries are selected, null if nothing is but by the ledger
   * @param bytes sizes of the files, added up
   * @param seconds how long it would take by the rates of past runs, null if none tells
   * @param unchanged known files that would not be read again
   * @param gone known files that the input has no more
   * @param remarks what would keep the run from beginning, or from removing what is gone
   * @param ignored entries that are not read, by kind
   */
  public record Report(
      @Nullable String unfinishedRun,
      long files,
      @Nullable Long documents,
      long bytes,
      @Nullable Long seconds,
      long unchanged,
      long gone,
      List<String> remarks,
      Map<String, Long> ignored) {}

  /**
   * Compares the input with the ledger.
   *
   * @throws RunFailure if the input cannot be listed
   */
  public Report look(RunRequest request) {
    SelectedFiles selected = selected(request);
    Iterator<KnownFile> ledger =
        selected == null ? new LedgerReader(jdbc, request.jobName()) : selected;
    PlanTally tally = compare(request, ledger, this::throwIfStopped);
    return report(
        request,
        tally,
        selected == null ? null : selected.documents(),
        store.unfinished(request.jobName()).map(run -> run.folders().name()).orElse(null),
        seconds(request.jobName(), tally));
  }

  private @Nullable SelectedFiles selected(RunRequest request) {
    SelectSettings select = request.settings().select();
    return select.selects()
        ? InputPlan.selected(jdbc, request.jobName(), RunSelections.read(select), request.roots())
        : null;
  }

  /** The same where there is no output yet, so that nothing is known. */
  public static Report lookWithoutLedger(RunRequest request) {
    PlanTally tally = compare(request, Collections.emptyIterator(), () -> {});
    return report(request, tally, request.settings().select().selects() ? 0L : null, null, null);
  }

  /** Ends the comparison in this process. */
  public void stop() {
    stopRequested = true;
  }

  private void throwIfStopped() {
    if (stopRequested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped. Nothing was done.", null);
    }
  }

  private static PlanTally compare(
      RunRequest request, Iterator<KnownFile> ledger, Runnable betweenFiles) {
    InputComparison comparison =
        new InputComparison(
            InputPlan.request(request, Instant.now()), ledger, LedgerChanges.NONE, betweenFiles);
    try {
      ManifestFile file;
      do {
        file = comparison.next();
      } while (file != null);
    } catch (IOException e) {
      throw RunFailure.of(e, "Nothing was changed.");
    }
    return comparison.tally();
  }

  private static Report report(
      RunRequest request,
      PlanTally tally,
      @Nullable Long documents,
      @Nullable String unfinishedRun,
      @Nullable Long seconds) {
    return new Report(
        unfinishedRun,
        tally.files(),
        documents,
        tally.bytes(),
        seconds,
        tally.unchanged(),
        tally.gone(),
        remarks(request, tally),
        tally.ignored());
  }

  private static List<String> remarks(RunRequest request, PlanTally tally) {
    List<String> remarks = new ArrayList<>();
    if (tally.widened() > 0) {
      remarks.add(PlanTasklet.widened(tally));
    }
    if (PlanTasklet.missesRoots(request.settings(), tally)) {
      remarks.add("The run would end with 66: an input of which files are known holds none.");
    } else if (request.limit() == 0
        && !request.settings().select().selects()
        && PlanTasklet.removesTooMuch(request.settings(), tally)) {
      remarks.add(
          "The run would end with 65: more is gone than `removed-limit` allows, and none would be"
              + " removed.");
    }
    return remarks;
  }

  /** By files or by bytes, whichever is slower: short texts cost by the file, pages by the byte. */
  private @Nullable Long seconds(String jobName, PlanTally tally) {
    double[] past = new double[3];
    jdbc.sql(
            "SELECT started_at, finished_at, planned_files, planned_bytes FROM runs"
                + " WHERE job_name = ? AND state = 'PUBLISHED' AND resumed_count = 0"
                + " AND planned_files > 0 AND baseline = FALSE ORDER BY run_id DESC FETCH FIRST "
                + RUNS
                + " ROWS ONLY")
        .param(jobName)
        .query(
            rs -> {
              past[0] += secondsBetween(rs.getString("started_at"), rs.getString("finished_at"));
              past[1] += rs.getLong("planned_files");
              past[2] += rs.getLong("planned_bytes");
            });
    if (past[0] == 0) {
      return null;
    }
    double byFiles = tally.files() * past[0] / past[1];
    double byBytes = past[2] == 0 ? 0 : tally.bytes() * past[0] / past[2];
    return (long) Math.ceil(Math.max(byFiles, byBytes));
  }

  private static double secondsBetween(String start, String end) {
    return Duration.between(Instant.parse(start), Instant.parse(end)).toMillis() / 1000.0;
  }
}
