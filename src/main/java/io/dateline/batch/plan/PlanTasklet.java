package io.dateline.batch.plan;

import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.FolderSync;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.Run.PlanSummary;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.selection.RowSelector;
import io.dateline.batch.selection.RunSelections;
import io.dateline.batch.settings.JobSettings;
import io.dateline.source.FileSplitter;
import io.dateline.source.InputRoot;
import io.dateline.source.KnownFile;
import io.dateline.source.LedgerChanges;
import io.dateline.source.ManifestPlanner;
import io.dateline.source.PlanTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Freezes what the run reads: the manifest in the staging folder, its hash in the database. */
public class PlanTasklet implements Tasklet {

  /** Name of the gate that fails when more files are gone than {@code removed-limit} allows. */
  static final String REMOVED_LIMIT = "REMOVED_LIMIT";

  private static final Logger log = LoggerFactory.getLogger(PlanTasklet.class);

  private final RunStore store;
  private final JdbcClient client;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate ownTransaction;
  private final FreeSpace freeSpace;
  private final CurrentExecution execution;
  private final Progress progress;
  private final RunSelections selections;

  public PlanTasklet(
      RunStore store,
      JdbcClient client,
      JdbcTemplate jdbc,
      TransactionTemplate ownTransaction,
      FreeSpace freeSpace,
      CurrentExecution execution,
      Progress progress,
      RunSelections selections) {
    this.selections = selections;
    this.execution = execution;
    this.freeSpace = freeSpace;
    this.store = store;
    this.client = client;
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Run run = store.get(RunParameters.runId(context));
    Files.createDirectories(run.folders().work());
    JobSettings settings = run.frozen().settings();
    LedgerChangeRows changes =
        new LedgerChangeRows(
            jdbc, ownTransaction, run.runId(), settings.removed() == JobSettings.Removed.KEEP);
    boolean changesLedger = !run.isTrial() && !run.isSelective();
    ManifestPlanner.Plan plan = plan(run, changesLedger ? changes : LedgerChanges.NONE);
    requireRoots(settings, plan.tally());
    if (plan.tally().widened() > 0) {
      log.warn("{}", widened(plan.tally()));
    }
    PlanSummary summary = summary(run, plan, changes);
    freeSpace.require(run, summary.bytes());
    forceFolders(run.folders());
    ownTransaction.executeWithoutResult(
        status -> store.plan(run.runId(), summary, plan.partitions()));
    progress.expect(summary.files());
    log.info("Planned {} partitions: {}", plan.partitions().size(), summary);
    return RepeatStatus.FINISHED;
  }

  private ManifestPlanner.Plan plan(Run run, LedgerChanges changes) throws IOException {
    JobSettings settings = run.frozen().settings();
    ManifestPlanner planner =
        new ManifestPlanner(
            settings.partition().files(),
            settings.partition().bytes(),
            new FileSplitter(
                run.inputRoots(),
                InputPlan.selection(settings),
                settings.containers(),
                execution::throwIfStopped));
    Supplier<Iterator<KnownFile>> known = known(run);
    try (ReadAhead<KnownFile> ledger = new ReadAhead<>(known)) {
      return planner.plan(
          InputPlan.request(run, Instant.now()),
          ledger,
          changes,
          run.folders().manifest(),
          execution::throwIfStopped);
    }
  }

  private Supplier<Iterator<KnownFile>> known(Run run) throws IOException {
    if (!run.isSelective()) {
      return () -> new LedgerReader(client, run.jobName());
    }
    RowSelector selector = selections.planning(run);
    return () -> InputPlan.selected(client, run.jobName(), selector, run.inputRoots());
  }

  /** From the manifest up: the database must not know of a plan whose folders a power cut took. */
  private static void forceFolders(RunFolders folders) throws IOException {
    for (Path folder :
        List.of(folders.work(), folders.staging(), folders.job(), folders.output())) {
      FolderSync.force(folder);
    }
  }

  /** A disk that is not mounted looks like a folder that somebody emptied. */
  private static void requireRoots(JobSettings settings, PlanTally tally) {
    if (missesRoots(settings, tally)) {
      InputRoot root = tally.lostRoots().get(0);
      throw new RunFailure(
          RunFailure.Kind.INPUT,
          "The input "
              + root.folder()
              + " holds no files, but articles of its collection `"
              + root.collection()
              + "` are known; is it mounted? If it is meant to be empty, leave it out.",
          null);
    }
  }

  private static PlanSummary summary(Run run, ManifestPlanner.Plan plan, LedgerChangeRows changes) {
    PlanTally tally = plan.tally();
    boolean tooMany =
        !run.isTrial() && !run.isSelective() && removesTooMuch(run.frozen().settings(), tally);
    if (tooMany) {
      changes.keepFiles();
    }
    changes.flush();
    return new PlanSummary(
        plan.sha256(),
        tally.files(),
        tally.bytes(),
        tally.unchanged(),
        tally.hashed(),
        tally.known(),
        tally.gone(),
        changes.removed(),
        tally.ignored(),
        tooMany ? List.of(REMOVED_LIMIT) : List.of());
  }

  /** What the operator should know of files that a selection reads as wholes. */
  static String widened(PlanTally tally) {
    return tally.widened() == 1
        ? "1 selected file has changed since it was read, so that all of it is read."
        : String.format(
            Locale.ROOT,
            "%,d selected files have changed since they were read, so that all of each is read.",
            tally.widened());
  }

  /** Whether more known files are gone than may be removed. */
  static boolean removesTooMuch(JobSettings settings, PlanTally tally) {
    return settings.removed() != JobSettings.Removed.KEEP
        && tally.gone() > settings.removedLimit() * tally.known();
  }

  /**
   * Whether an input is empty that was not. A job that keeps what is gone may empty its folders
   * once they were read.
   */
  static boolean missesRoots(JobSettings settings, PlanTally tally) {
    return settings.removed() != JobSettings.Removed.KEEP && !tally.lostRoots().isEmpty();
  }
}
