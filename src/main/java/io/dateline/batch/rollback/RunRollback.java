package io.dateline.batch.rollback;

import io.dateline.batch.lease.HeldLease;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.publish.LatestLink;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.summary.TakenBackSummary;
import io.dateline.summary.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a published run back, and those after it, in one transaction: the database is then as it
 * was before. It may be killed at any moment: before that transaction nothing has happened, and
 * after it the next command of the job ends what is left.
 *
 * <p>Whoever calls it holds the lock of the output folder.
 */
@Component
public class RunRollback {

  private static final String UNTOUCHED = "Nothing was rolled back.";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final RunStore store;
  private final JobLeases leases;
  private final UnfinishedRollbacks unfinished;
  private final RollbackRows rows;
  private volatile boolean stopRequested;

  RunRollback(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      RunStore store,
      JobLeases leases,
      UnfinishedRollbacks unfinished) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.store = store;
    this.leases = leases;
    this.unfinished = unfinished;
    this.rows = new RollbackRows(JdbcClient.create(jdbc), store);
  }

  /** Asks the rollback in this process to end, which it does if it has changed nothing yet. */
  public void stop() {
    stopRequested = true;
  }

  /**
   * Rolls back.
   *
   * @throws RollbackRefusedException if there is no such run, or none that could be taken back so
   * @throws RunFailure of kind INPUT if what was current before is there no more; of kind BUSY if a
   *     run is unfinished or another process holds the lease; of kind IO if {@code latest} or a
   *     record cannot be written; of kind STOPPED if somebody asked it to stop
   */
  public RollbackReport run(RollbackRequest request) throws RollbackRefusedException {
    if (request.dryRun()) {
      return runAlone(request);
    }
    try (HeldLease lease = leases.take(request.jobName(), this::stop)) {
      try {
        return runAlone(request);
      } catch (RuntimeException e) {
        RunFailure loss = lease.loss();
        throw loss == null ? e : loss;
      }
    }
  }

  /** The failure of a job that has no runs below this output folder. */
  public static RunFailure noRuns(String jobName, Path output) {
    return new RunFailure(
        RunFailure.Kind.INPUT,
        "The job "
            + jobName
            + " has no runs in "
            + output
            + " that could be rolled back; name its folder with --output.",
        null);
  }

  private RollbackReport runAlone(RollbackRequest request) throws RollbackRefusedException {
    String job = request.jobName();
    if (store.newest(job).isEmpty()) {
      throw noRuns(job, request.output());
    }
    List<Run> begun = request.dryRun() ? rows.begun(job) : unfinished.finishRuns(job);
    List<String> finished = begun.stream().map(run -> run.folders().name()).toList();
    if (!begun.isEmpty() && request.run().isLatest()) {
      // What was the latest when that was asked for; the one before it nobody has named.
      return done(request, finished, "To roll back another run, name it.");
    }
    Run run = find(request);
    if (begun.stream().anyMatch(known -> known.runId() == run.runId())) {
      return done(request, finished, null);
    }
    if (run.state() == Run.State.ROLLED_BACK) {
      return done(
          request,
          finished,
          "Run "
              + run.folders().name()
              + " was rolled back before, at "
              + rows.rolledBackAt(run.runId())
              + ".");
    }
    RollbackConditions conditions = new RollbackConditions(store, rows);
    List<Run> later = conditions.laterRuns(run, request.withLater());
    List<Run> runs = new ArrayList<>(later);
    runs.add(run);
    Set<Long> takenBack = new TreeSet<>(runs.stream().map(Run::runId).toList());
    long again = conditions.requireWholePast(runs, takenBack);
    RollbackReport planned =
        new RollbackReport(
            job,
            request.dryRun(),
            finished,
            runs.stream().map(rows::entry).toList(),
            again,
            latestWithout(job, takenBack).orElse(null),
            null);
    if (!request.dryRun()) {
      takeBack(run, takenBack);
    }
    return planned;
  }

  private RollbackReport done(
      RollbackRequest request, List<String> finished, @Nullable String note) {
    return new RollbackReport(
        request.jobName(),
        request.dryRun(),
        finished,
        List.of(),
        0,
        latestWithout(request.jobName(), Set.of()).orElse(null),
        note);
  }

  private Optional<String> latestWithout(String job, Set<Long> takenBack) {
    List<Long> nights = new ArrayList<>(rows.publishedNights(job));
    nights.removeAll(takenBack);
    return unfinished.latest(nights);
  }

  private Run find(RollbackRequest request) throws RollbackRefusedException {
    RunReference named = request.run();
    Long number = named.number();
    Optional<Run> found =
        number == null
            ? rows.publishedNights(request.jobName()).stream().findFirst().map(store::get)
            : store
                .ofNumber(request.jobName(), number)
                .filter(
                    run -> named.folder() == null || run.folders().name().equals(named.folder()));
    return found.orElseThrow(
        () ->
            new RollbackRefusedException(
                number == null
                    ? "no run of " + request.jobName() + " is published"
                    : "there is no run "
                        + named.written()
                        + " of "
                        + request.jobName()
                        + "; `status` shows the runs"));
  }

  private void takeBack(Run run, Set<Long> takenBack) {
    try {
      LatestLink.of(run.folders()).requireOurs();
    } catch (IOException e) {
      throw RunFailure.of(e, UNTOUCHED);
    }
    String job = run.jobName();
    NavigableSet<Long> remaining = new TreeSet<>(store.published(job));
    try (TakenBackSummary summary =
        new TakenBackSummary(
            jdbc, transaction, job, Set.copyOf(remaining), takenBack, this::checkStop)) {
      remaining.removeAll(takenBack);
      // If it can not be done, the next run counts the archive anew.
      boolean counted = areSummariesOfToday(job) && summary.prepare();
      checkStop();
      leases.requireHeld();
      String now = Instant.now().toString();
      transaction.executeWithoutResult(
          status -> {
            if (counted) {
              summary.complete();
            }
            if (!remaining.isEmpty()) {
              rows.recordSummaries(remaining.last(), counted ? Summary.VERSION : null);
            }
            rows.begin(takenBack, now);
          });
    }
    unfinished.finishRuns(job);
  }

  /** Whether this program knows how the totals were counted. */
  private boolean areSummariesOfToday(String job) {
    return store.summaryVersion(job).filter(version -> version == Summary.VERSION).isPresent();
  }

  private void checkStop() {
    if (stopRequested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped. " + UNTOUCHED, null);
    }
  }
}
