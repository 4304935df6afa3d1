package io.dateline.batch.summary;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.FolderSync;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import io.dateline.extract.ExtractorVersion;
import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import io.dateline.summary.Summary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  public SummariseTasklet(
      RunStore store,
      JdbcTemplate jdbc,
      TransactionTemplate ownTransaction,
      CurrentExecution execution) {
    this.execution = execution;
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
    ArchiveSummary archive = count(run);
    Path folder = Files.createDirectories(run.folders().staging().resolve("summary"));
    boolean guard = run.frozen().settings().csv().formulaGuard();
    for (Summary summary : Summary.values()) {
      write(archive, summary, folder, guard);
    }
    FolderSync.force(folder);
    long older = olderArticles(archive);
    ownTransaction.executeWithoutResult(
        status -> store.recordSummaries(run.runId(), Summary.VERSION, older));
    if (run.isTrial()) {
      // They are in the files, and no later run counts on from a trial.
      dropGroups(run);
    }
    return RepeatStatus.FINISHED;
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

  private static void write(ArchiveSummary archive, Summary summary, Path folder, boolean guard)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(summary.label() + ".csv"),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        BufferedWriter out =
            new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      List<Object> cells = new ArrayList<>(summary.keyColumns());
      cells.addAll(summary.countColumns());
      line(out, cells);
      archive.read(
          summary,
          (key1, key2, rows, second) -> {
            cells.clear();
            cells.add(cell(key1, guard));
            if (summary.keyColumns().size() > 1) {
              cells.add(cell(key2, guard));
            }
            cells.add(rows);
            if (summary.countColumns().size() > 1) {
              cells.add(second);
            }
            line(out, cells);
          });
      out.flush();
      channel.force(true);
    }
  }

  private static void line(BufferedWriter out, List<Object> cells) throws IOException {
    out.write(CsvTable.FORMAT.format(cells.toArray()));
    out.write(CsvTable.FORMAT.getRecordSeparator());
  }

  private static String cell(@Nullable String value, boolean guard) {
    String text = value == null ? "" : value;
    return guard ? FormulaGuard.guard(text) : text;
  }
}
