package io.dateline.batch.summary;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.rows.SplitFiles;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import io.dateline.batch.settings.QualitySettings;
import io.dateline.extract.ExtractorVersion;
import io.dateline.summary.FieldFill;
import io.dateline.summary.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the groups of the archive as it will be once this run is published, for the tables and for
 * {@code summary/*.csv} in staging.
 */
public class SummariseTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(SummariseTasklet.class);

  private final RunStore store;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate ownTransaction;
  private final CurrentExecution execution;
  private final RunsReadOnce counted;

  public SummariseTasklet(
      RunStore store,
      JdbcTemplate jdbc,
      TransactionTemplate ownTransaction,
      CurrentExecution execution,
      RunsReadOnce counted) {
    this.execution = execution;
    this.counted = counted;
    this.store = store;
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Run run = store.get(RunParameters.runId(context));
    if (RunSummary.planned(run).isEmpty() || run.folders().isInPlace()) {
      return RepeatStatus.FINISHED;
    }
    new SplitFiles(jdbc, ownTransaction).enter(run, store.partitions().of(run.runId()));
    // Of a rehearsal as well: the view shows published runs alone.
    long rescued =
        new RescuedRows(jdbc, ownTransaction, execution::throwIfStopped).record(run.runId());
    ArchiveSummary archive = count(run);
    SummaryFolder.write(archive, run);
    long older = olderArticles(archive);
    ownTransaction.executeWithoutResult(
        status -> {
          store.recordSummaries(run.runId(), Summary.VERSION, older, rescued);
          recordQuality(run, archive.fills());
        });
    if (run.isTrial()) {
      // They are in the files, and no later run counts on from a trial.
      dropGroups(run);
    }
    return RepeatStatus.FINISHED;
  }

  /**
   * A trial is part of no comparison: it reads what comes first, and not what is new. Nor is a
   * selection, which may well be that of the articles without a date.
   */
  private void recordQuality(Run run, List<FieldFill> fills) {
    QualitySettings settings = run.frozen().settings().quality();
    List<FieldFill> before =
        run.isTrial() || run.isSelective()
            ? List.of()
            : store.quality().before(run, settings.runs());
    store.quality().replace(run.runId(), fills, settings.rule().drops(fills, before));
  }

  private ArchiveSummary count(Run run) {
    Set<Long> published = store.published(run.jobName());
    SummaryBase base = base(run, published);
    try {
      return count(run, published, base);
    } catch (SummaryMismatchException e) {
      if (base != SummaryBase.LAST_RUN) {
        throw e;
      }
      // A night must not fail for ever because of what was counted before it.
      log.warn("{}; the whole archive is counted anew.", e.getMessage());
      return count(run, published, SummaryBase.NOTHING);
    }
  }

  private ArchiveSummary count(Run run, Set<Long> published, SummaryBase base) {
    dropGroups(run);
    ArchiveSummary archive =
        new ArchiveSummary(
            jdbc,
            ownTransaction,
            run.jobName(),
            published,
            run.runId(),
            base,
            execution::throwIfStopped);
    archive.count();
    counted.keep(archive.run());
    return archive;
  }

  private SummaryBase base(Run run, Set<Long> published) {
    if (run.isTrial()) {
      return SummaryBase.TRIAL;
    }
    boolean upToDate =
        published.isEmpty()
            || store.summaryVersion(run.jobName()).filter(v -> v == Summary.VERSION).isPresent();
    return upToDate ? SummaryBase.LAST_RUN : SummaryBase.NOTHING;
  }

  private void dropGroups(Run run) {
    new BoundedDelete(jdbc, ownTransaction)
        .delete("summary_groups", RunRows.GROUP_KEY, "run_id = ?", run.runId());
  }

  private static long olderArticles(ArchiveSummary archive) {
    long[] older = new long[1];
    archive.read(
        Summary.ARTICLES_BY_EXTRACTOR_VERSION,
        (version, none, rows, texts) ->
            older[0] += ExtractorVersion.CURRENT.equals(version) ? 0 : rows);
    return older[0];
  }
}
