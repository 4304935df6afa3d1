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
import java.util.Collections;
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
    NavigableSet<Long> remaining = new TreeSet<>(store.published(run.jobName()));
    Set<Long> published = Set.copyOf(remaining);
    remaining.removeAll(takenBack);
    boolean counted = restoreSummaries(run.jobName(), published, takenBack);
    checkStop();
    leases.requireHeld();
    String now = Instant.now().toString();
    transaction.executeWithoutResult(
        status -> {
          rows.begin(takenBack, now);
          if (!remaining.isEmpty()) {
            rows.recordSummaries(remaining.last(), counted ? Summary.VERSION : null);
          }
        });
    unfinished.finishRuns(run.jobName());
  }

  /** Whether the summaries will be those of what remains; if not, the next run counts them anew. */
  private boolean restoreSummaries(String jobName, Set<Long> published, Set<Long> takenBack) {
    boolean known =
        store.summaryVersion(jobName).filter(version -> version == Summary.VERSION).isPresent();
    return known
        && new TakenBackSummary(jdbc, transaction, jobName)
            .restore(published, Collections.unmodifiableSet(takenBack), this::checkStop);
  }

  private void checkStop() {
    if (stopRequested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped. " + UNTOUCHED, null);
    }
  }
}
