package io.dateline.batch.purge;

import io.dateline.batch.lease.HeldLease;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.plan.FreeSpace;
import io.dateline.batch.purge.PurgeReport.Entry;
import io.dateline.batch.rollback.UnfinishedRollbacks;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what old runs of a job left and nobody needs. Views, ledger, summaries and exports are
 * the same before and after. It may be killed at any moment: the next purge goes on.
 *
 * <p>Whoever calls it holds the lock of the output folder.
 */
@Component
public class ArchivePurge {

  private static final String AGAIN = "Nothing is lost; purge again to go on.";

  private static final double BYTES_PER_MB = 1e6;

  /** Of one old folder with current rows a baseline would be a copy, and free next to nothing. */
  private static final int WORTH_COMPACTING = 2;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final JobRepository repository;
  private final Job job;
  private final RunStore store;
  private final RunRows rows;
  private final FreeSpace.Usable usableSpace;
  private final JobLeases leases;
  private final UnfinishedRollbacks rollbacks;
  private volatile boolean stopRequested;

  ArchivePurge(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      JobRepository repository,
      Job job,
      RunStore store,
      RunRows rows,
      FreeSpace.Usable usableSpace,
      JobLeases leases,
      UnfinishedRollbacks rollbacks) {
    this.rollbacks = rollbacks;
    this.leases = leases;
    this.usableSpace = usableSpace;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.repository = repository;
    this.job = job;
    this.store = store;
    this.rows = rows;
  }

  /** Asks the purge in this process to end; what it has done so far is done. */
  public void stop() {
    stopRequested = true;
  }

  /**
   * Purges.
   *
   * @param told takes each entry of the report as soon as it is certain
   * @throws RunFailure of kind INPUT if the job has no runs; of kind BUSY if another process holds
   *     its lease; of kind IO if a folder cannot be deleted; of kind STOPPED if somebody asked it
   *     to stop
   */
  public PurgeReport run(PurgeRequest request, Consumer<Entry> told) {
    if (request.dryRun()) {
      return runAlone(request, told);
    }
    try (HeldLease lease = leases.take(request.jobName(), this::stop)) {
      try {
        return runAlone(request, told);
      } catch (RuntimeException e) {
        RunFailure loss = lease.loss();
        throw loss == null ? e : loss;
      }
    }
  }

  private PurgeReport runAlone(PurgeRequest request, Consumer<Entry> told) {
    OldRuns old = new OldRuns(JdbcClient.create(jdbc), store, request.jobName());
    if (old.areNone()) {
      throw noRuns(request.jobName(), request.output());
    }
    Baseline baseline = new Baseline(jdbc, transaction, store, rows, usableSpace, this::checkStop);
    try {
      if (!request.dryRun()) {
        rollbacks.finish(request.jobName());
        baseline.settle(request.jobName());
        deleteLeftovers(request, old);
      }
      boolean compacts = false;
      Run written = null;
      if (request.compact()) {
        baseline.requireNoUnfinishedRun(request.jobName());
        compacts = holdingFolders(request, old) >= WORTH_COMPACTING;
        if (compacts && !request.dryRun()) {
          written = baseline.write(request);
        }
      }
      return new Work(request, old, told, compacts)
          .run(written == null ? null : written.folders().name());
    } catch (IOException e) {
      throw RunFailure.of(e, AGAIN);
    }
  }

  /** How many old folders hold current articles. */
  private long holdingFolders(PurgeRequest request, OldRuns old) {
    PastRows past = new PastRows(jdbc, transaction, rows, this::checkStop);
    return old.endedBefore(request.before()).stream()
        .filter(runId -> store.get(runId).state() == Run.State.PUBLISHED)
        .filter(runId -> past.count(runId).current() > 0)
        .count();
  }

  /** The failure of a job that has no runs below this output folder. */
  public static RunFailure noRuns(String jobName, Path output) {
    return new RunFailure(
        RunFailure.Kind.INPUT,
        "The job "
            + jobName
            + " has no runs in "
            + output
            + " that could be purged; name its folder with --output.",
        null);
  }

  private void checkStop() {
    if (stopRequested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped. " + AGAIN, null);
    }
  }

  /** Folders that a purge took out of sight and did not come to delete. */
  private void deleteLeftovers(PurgeRequest request, OldRuns old) throws IOException {
    Path folder = request.output().resolve(request.jobName());
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> leftovers;
    try (Stream<Path> entries = Files.list(folder)) {
      leftovers =
          entries
              .filter(
                  entry -> {
                    OptionalLong number =
                        RunFolders.discardedNumber(entry.getFileName().toString());
                    return number.isPresent() && old.exists(number.getAsLong());
                  })
              .toList();
    }
    for (Path leftover : leftovers) {
      checkStop();
      PublishedFolder.deleteTree(leftover);
    }
  }

  /** One purge. */
  private final class Work {
    private final PurgeRequest request;
    private final OldRuns old;
    private final Consumer<Entry> told;
    private final ExecutionRecords records =
        new ExecutionRecords(jdbc, transaction, repository, job);
    private final PastRows past =
        new PastRows(jdbc, transaction, rows, ArchivePurge.this::checkStop);
    private final List<Entry> entries = new ArrayList<>();
    private long executions;
    private long pastArticles;
    private long movedArticles;
    private long runs;
    private long bytes;

    private final boolean compacted;

    /**
     * A purge.
     *
     * @param compacted whether a baseline holds all that is current; in a dry run it would
     */
    Work(PurgeRequest request, OldRuns old, Consumer<Entry> told, boolean compacted) {
      this.compacted = compacted;
      this.request = request;
      this.old = old;
      this.told = told;
    }

    PurgeReport run(@Nullable String baseline) throws IOException {
      Optional<Long> newestExecuted = old.newestExecuted();
      Optional<Long> newestPublished = old.newestPublished();
      Set<Long> needed = new TreeSet<>();
      newestExecuted.ifPresent(needed::add);
      if (!compacted) {
        needed.addAll(old.needed());
      }
      store
          .unfinished(request.jobName())
          .ifPresent(run -> tell(run, false, "it is unfinished; `run` resumes it"));
      for (long runId : old.endedBefore(request.before())) {
        checkStop();
        Run run = store.get(runId);
        if (run.state() == Run.State.PUBLISHED) {
          purgePublished(run, newestPublished.filter(newest -> newest == runId).isPresent());
        } else if (!needed.contains(runId)) {
          purgeOther(run);
        }
        if (newestExecuted.filter(newest -> newest == runId).isEmpty()) {
          purgeRecords(run);
        }
        if (!isPublished(run) && !needed.contains(runId) && !keepsTimes(run)) {
          forget(run);
        }
      }
      return new PurgeReport(
          request.jobName(),
          request.before().toString(),
          request.dryRun(),
          compacted,
          baseline,
          executions,
          pastArticles,
          movedArticles,
          runs,
          bytes,
          entries);
    }

    private void tell(Run run, boolean deleted, String why) {
      Entry entry = new Entry(run.folders().name(), deleted, why);
      entries.add(entry);
      told.accept(entry);
    }

    private boolean isPublished(Run run) {
      return run.state() == Run.State.PUBLISHED;
    }

    private boolean keepsTimes(Run run) {
      return run.state() == Run.State.NOTHING_NEW && !compacted && old.knowsTimes(run.runId());
    }

    private void purgePublished(Run run, boolean newestPublished) throws IOException {
      PastRows.Articles articles = past.count(run.runId());
      if (compacted && request.dryRun()) {
        articles = new PastRows.Articles(0, articles.past(), articles.current() + articles.moved());
      }
      pastArticles += articles.past();
      movedArticles += articles.moved();
      if (!request.dryRun()) {
        past.delete(run.runId());
      }
      PublishedFolder folder = new PublishedFolder(run.folders());
      if (articles.current() > 0) {
        tell(run, false, count(articles.current(), "current article"));
      } else if (newestPublished && !compacted) {
        tell(run, false, "it is the newest published run");
      } else if (folder.isLatest()) {
        tell(run, false, "`latest` points to it");
      } else if (folder.isThere()) {
        purgeFolder(run, folder, "no current articles");
      } else if (!old.isPurged(run.runId()) && !request.dryRun()) {
        // A purge was cut off after it hid the folder, or somebody else deleted it.
        recordPurged(run, folder);
      }
    }

    private void purgeFolder(Run run, PublishedFolder folder, String why) throws IOException {
      String strange = folder.strangeness();
      if (strange != null) {
        tell(run, false, strange);
        return;
      }
      long freed = folder.bytes();
      bytes += freed;
      if (!request.dryRun()) {
        folder.hide();
        recordPurged(run, folder);
        folder.deleteHidden();
      }
      tell(run, true, why + String.format(Locale.ROOT, " (%.1f MB)", freed / BYTES_PER_MB));
    }

    private void recordPurged(Run run, PublishedFolder folder) throws IOException {
      if (isPublished(run)) {
        past.deletePartitions(run.runId());
      }
      folder.deleteLogs();
      transaction.executeWithoutResult(status -> old.recordPurged(run.runId()));
    }

    /**
     * Runs that are no part of the archive, and the folder of a trial or of what was taken back.
     */
    private void purgeOther(Run run) throws IOException {
      PublishedFolder folder = new PublishedFolder(run.folders());
      if (folder.isThere() && run.isTrial()) {
        purgeFolder(run, folder, "a trial");
      } else if (folder.isThere() && run.state() == Run.State.ROLLED_BACK) {
        purgeFolder(run, folder, "rolled back");
      }
    }

    private void purgeRecords(Run run) {
      executions += records.count(run);
      if (!request.dryRun()) {
        records.delete(run);
      }
    }

    /** The run's row goes last: until then the next purge finds all the rest. */
    private void forget(Run run) throws IOException {
      runs++;
      if (!request.dryRun()) {
        rows.delete(run);
        new PublishedFolder(run.folders()).deleteLogs();
        transaction.executeWithoutResult(status -> old.forget(run.runId()));
      }
    }

    private String count(long number, String noun) {
      return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
  }
}
