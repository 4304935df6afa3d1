package io.dateline.batch.rollback;

import io.dateline.batch.lease.HeldLease;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.publish.LatestLink;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends rollbacks whose runs are current no more: moves {@code latest}, writes the records, and says
 * so in the database. Each of these may be done again, so whatever command of the job comes next
 * goes on where a killed one was.
 */
@Component
public class UnfinishedRollbacks {

  private static final String AGAIN = "Nothing is lost; the next command goes on from there.";

  private final RollbackRows rows;
  private final RunStore store;
  private final TransactionTemplate transaction;
  private final JobLeases leases;

  UnfinishedRollbacks(
      JdbcClient jdbc, RunStore store, TransactionTemplate transaction, JobLeases leases) {
    this.rows = new RollbackRows(jdbc, store);
    this.store = store;
    this.transaction = transaction;
    this.leases = leases;
  }

  /**
   * Ends those of a job, for whoever holds its lease.
   *
   * @return a sentence for each
   * @throws RunFailure of kind IO if {@code latest} or a record cannot be written
   */
  public List<String> finish(String jobName) {
    return finishRuns(jobName).stream()
        .map(run -> "Finished the rollback of run " + run.folders().name() + ", which was cut off.")
        .toList();
  }

  /** The same for a command that holds no lease; takes it if there is something to do. */
  public void finishAlone(String jobName) {
    if (!rows.begun(jobName).isEmpty()) {
      try (HeldLease lease = leases.take(jobName, () -> {})) {
        finishRuns(jobName);
      }
    }
  }

  /** Ends those of a job, newest first. */
  List<Run> finishRuns(String jobName) {
    List<Run> begun = rows.begun(jobName);
    if (begun.isEmpty()) {
      return begun;
    }
    leases.requireHeld();
    try {
      pointLatest(begun.get(0));
      for (Run run : begun) {
        RollbackRecord.write(run, rows.rolledBackAt(run.runId()));
      }
    } catch (IOException e) {
      throw RunFailure.of(e, AGAIN);
    }
    transaction.executeWithoutResult(status -> rows.end(jobName));
    return begun;
  }

  private void pointLatest(Run run) throws IOException {
    LatestLink link = LatestLink.of(run.folders());
    Optional<String> name = latest(rows.publishedNights(run.jobName()));
    if (name.isPresent()) {
      link.pointTo(name.get());
    } else {
      link.remove();
    }
  }

  /** The newest of these runs whose folder is there; a reader must not find a link into nowhere. */
  Optional<String> latest(List<Long> newestFirst) {
    return newestFirst.stream()
        .map(runId -> store.get(runId).folders())
        .filter(folders -> Files.isDirectory(folders.published()))
        .map(RunFolders::name)
        .findFirst();
  }
}
