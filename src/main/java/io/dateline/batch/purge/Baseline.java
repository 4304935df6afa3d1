package io.dateline.batch.purge;

import io.dateline.batch.export.ArchiveCopy;
import io.dateline.batch.plan.FreeSpace;
import io.dateline.batch.publish.Publication;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.run.ConfigHash;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.ReadPosition;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunCounts;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.summary.SummaryFolder;
import io.dateline.extract.ExtractorVersion;
import io.dateline.output.PackagedTable;
import io.dateline.source.ManifestPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A run that reads nothing and holds a copy of all that is current, so that what it was copied from
 * is needed no more.
 *
 * <p>It becomes current in one transaction, as any run does. Cut off before, it is no part of the
 * archive, and the next purge gives it up; cut off between its folder and that transaction, the
 * next purge ends it, unless a run or a rollback came in between.
 */
final class Baseline {

  /** What the tables need beside the files: rows without bodies, and their indexes. */
  private static final int COPIES = 2;

  /** Logs, job state, and the database's own files, in bytes. */
  private static final long FLOOR_BYTES = 64L << 20;

  private static final long BYTES_PER_MB = 1_000_000;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final RunStore store;
  private final RunRows rows;
  private final FreeSpace.Usable usableSpace;
  private final Runnable betweenPages;

  Baseline(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      RunStore store,
      RunRows rows,
      FreeSpace.Usable usableSpace,
      Runnable betweenPages) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.transaction = transaction;
    this.store = store;
    this.rows = rows;
    this.usableSpace = usableSpace;
    this.betweenPages = betweenPages;
  }

  /** Ends or gives up what an earlier purge began. */
  void settle(String jobName) throws IOException {
    List<Long> begun =
        client
            .sql("SELECT run_id FROM runs WHERE job_name = ? AND state = 'COMPACTING'")
            .param(jobName)
            .query(Long.class)
            .list();
    for (long runId : begun) {
      Run run = store.get(runId);
      if (run.folders().isInPlace() && isCurrent(run)) {
        commit(run);
      } else {
        giveUp(run);
      }
    }
  }

  /** Whether the archive is still the one that was copied. */
  private boolean isCurrent(Run run) {
    return isNewest(run) && !wasRolledBackSince(run);
  }

  /** Whether a run was taken back since, of which the copy still holds the rows. */
  private boolean wasRolledBackSince(Run run) {
    Instant began = Instant.parse(run.startedAt());
    return client
        .sql("SELECT rolled_back_at FROM runs WHERE job_name = ? AND rolled_back_at IS NOT NULL")
        .param(run.jobName())
        .query(String.class)
        .list()
        .stream()
        .anyMatch(moment -> !Instant.parse(moment).isBefore(began));
  }

  private boolean isNewest(Run run) {
    return client
            .sql(
                "SELECT COUNT(*) FROM runs WHERE job_name = ? AND run_id > ?"
                    + " AND state IN ('PUBLISHED', 'NOTHING_NEW', 'RUNNING')")
            .params(run.jobName(), run.runId())
            .query(Long.class)
            .single()
        == 0;
  }

  /**
   * Writes and publishes a baseline.
   *
   * @throws RunFailure of kind BUSY if a run is unfinished; of kind OUTPUT if there is no space
   */
  Run write(PurgeRequest request) throws IOException {
    requireNoUnfinishedRun(request.jobName());
    Run newest = store.newestPublished(request.jobName()).orElseThrow();
    // The next run would do that for the newest published run, which this one will be.
    if (newest.frozen().settings().removed() == JobSettings.Removed.DELETE
        && !store.areRemovedRowsDeleted(newest.runId())) {
      rows.deleteRemoved(newest.runId());
      transaction.executeWithoutResult(status -> store.recordRemovedRowsDeleted(newest.runId()));
    }
    requireSpace(request);
    Set<Long> published = store.published(request.jobName());
    Run run = begin(request, newest);
    try {
      fill(run, newest, published);
    } catch (IOException | RuntimeException e) {
      tryToGiveUp(run, e);
      throw e;
    }
    commit(run);
    return run;
  }

  void requireNoUnfinishedRun(String jobName) {
    store
        .unfinished(jobName)
        .ifPresent(
            run -> {
              throw new RunFailure(
                  RunFailure.Kind.BUSY,
                  "Run "
                      + run.folders().name()
                      + " is unfinished, and a baseline would pull the archive from under it; let"
                      + " `run --resume-only` end it first, then compact.",
                  null);
            });
  }

  private void requireSpace(PurgeRequest request) throws IOException {
    long bytes =
        client
            .sql("SELECT COALESCE(SUM(row_bytes), 0) FROM articles WHERE job_name = ?")
            .param(request.jobName())
            .query(Long.class)
            .single();
    long needed = FLOOR_BYTES + COPIES * bytes;
    long free = usableSpace.bytes(request.output());
    if (free < needed) {
      throw new RunFailure(
          RunFailure.Kind.OUTPUT,
          String.format(
              Locale.ROOT,
              "A baseline needs about %,d MB in %s, and %,d MB are free; make room, or purge"
                  + " without --compact.",
              needed / BYTES_PER_MB + 1,
              request.output(),
              free / BYTES_PER_MB),
          null);
    }
  }

  private Run begin(PurgeRequest request, Run newest) {
    Run.Frozen frozen =
        new Run.Frozen(
            request.settings(),
            newest.frozen().roots(),
            request.output().toString(),
            false,
            false,
            0,
            false);
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                store.asBaseline(
                    store.begin(
                        request.jobName(),
                        RunFolders.highestNumber(request.output().resolve(request.jobName())),
                        date(request.jobName()),
                        ExtractorVersion.CURRENT,
                        ConfigHash.of(request.settings()),
                        frozen))));
  }

  /** Not before the last run, so that dates of runs never go back. */
  private String date(String jobName) {
    String today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toString();
    return store.lastDate(jobName).filter(last -> last.compareTo(today) > 0).orElse(today);
  }

  private void fill(Run run, Run newest, Set<Long> published) throws IOException {
    Files.createDirectories(run.folders().staging());
    ArchiveCopy.Copied copied = new ArchiveCopy(jdbc, transaction, store).to(run, betweenPages);
    SummaryFolder.writeUnchanged(jdbc, transaction, published, run);
    record(run, copied);
    new Publication(store.get(run.runId()), store)
        .publishBaseline(
            copied.files(), Map.of("runs", published.size(), "newest", newest.folders().name()));
  }

  private void record(Run run, ArchiveCopy.Copied copied) {
    RunCounts counts =
        RunCounts.ofRows(
            copied.rows(PackagedTable.ARTICLES),
            copied.rows(PackagedTable.QUOTES),
            copied.rows(PackagedTable.REJECTIONS));
    Run.PlanSummary plan =
        new Run.PlanSummary(
            copied.sha256(),
            copied.sources(),
            copied.sourceBytes(),
            copied.sources(),
            0,
            copied.sources(),
            0,
            0,
            Map.of(),
            List.of());
    PartitionState whole =
        new PartitionState(
            0,
            0,
            copied.sources(),
            null,
            new ReadPosition(copied.sources(), 0, false, null),
            counts,
            part(copied, PackagedTable.ARTICLES),
            part(copied, PackagedTable.QUOTES),
            part(copied, PackagedTable.REJECTIONS));
    int version = store.summaryVersion(run.jobName()).orElse(0);
    long older = store.countOlderArticles(run.jobName(), ExtractorVersion.CURRENT);
    transaction.executeWithoutResult(
        status -> {
          store.plan(
              run.runId(),
              plan,
              List.of(new ManifestPlanner.Partition(0, 0, copied.sources(), null)));
          store.partitions().commit(run.runId(), whole, null);
          // The groups stay those of the runs before, in the definition that they follow.
          store.recordSummaries(run.runId(), version, older, 0);
        });
  }

  private static PartitionState.Part part(ArchiveCopy.Copied copied, PackagedTable table) {
    long bytes = Objects.requireNonNull(copied.files().get(table.fileName())).bytes();
    return new PartitionState.Part(table.fileName(), bytes - table.header().length);
  }

  private void commit(Run run) {
    transaction.executeWithoutResult(
        status -> store.finish(run.runId(), Run.State.PUBLISHED, run.folders().name()));
  }

  private void tryToGiveUp(Run run, Exception reason) {
    if (run.folders().isInPlace()) {
      // All of it is there but the last transaction; the next purge tries that again.
      return;
    }
    try {
      giveUp(run);
    } catch (IOException | RuntimeException e) {
      // The next purge tries again.
      reason.addSuppressed(e);
    }
  }

  private void giveUp(Run run) throws IOException {
    PublishedFolder folder = new PublishedFolder(run.folders());
    if (folder.isThere() && folder.strangeness() == null) {
      folder.hide();
      folder.deleteHidden();
    }
    new Publication(run, store).discard();
    rows.delete(run);
    transaction.executeWithoutResult(
        status -> store.finish(run.runId(), Run.State.ABANDONED, null));
  }
}
