package io.dateline.batch.workers;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the partitions are that were handed out, as the tables tell it. One look after the other,
 * from one thread.
 */
final class PartitionWatch {

  private static final Logger log = LoggerFactory.getLogger(PartitionWatch.class);

  /** Workers come to a checkpoint in less; a signal leaves 25 s in all. */
  private static final long STOP_SECONDS = 15;

  /** Between two counts of entries, which only a display needs. */
  private static final long COUNT_SECONDS = 2;

  private static final int MOST_NAMED = 3;

  /**
   * Exit code of a step that was given up. By its status alone a step says little: of each attempt
   * that failed Spring Batch writes so before the step can be opened again, and a process may be
   * killed in between.
   */
  static final String GIVEN_UP = "GIVEN_UP";

  private static final String OPEN = " AND COALESCE(exit_code, '') <> '" + GIVEN_UP + "'";

  private static final String PARTITIONS =
      " FROM batch_step_execution WHERE job_execution_id = ? AND step_name LIKE '%:p%'";

  private final JdbcClient jdbc;
  private final RunStore store;
  private final CurrentExecution current;
  private final Progress progress;
  private final Duration patience;
  private final Map<Integer, String> failures = new ConcurrentHashMap<>();

  private long runId;
  private Look last = Look.NONE;
  private long lastSignNanos;
  private long lastCountNanos;
  private long stopNanos;
  private boolean stopping;

  /**
   * What a look found.
   *
   * @param begun partitions that a worker has begun, and has not left for good
   * @param waiting partitions that nobody has begun
   * @param stopped partitions that were stopped, as long as their run is not: about to be opened
   * @param failed partitions that were given up
   * @param versions sum of all versions, which each commit raises
   */
  private record Look(long begun, long waiting, long stopped, long failed, long versions) {
    static final Look NONE = new Look(-1, -1, -1, -1, -1);

    long unfinished() {
      return begun + waiting + stopped;
    }
  }

  PartitionWatch(
      JdbcClient jdbc,
      RunStore store,
      CurrentExecution current,
      Progress progress,
      Duration patience) {
    this.jdbc = jdbc;
    this.store = store;
    this.current = current;
    this.progress = progress;
    this.patience = patience;
  }

  /** Partitions of a run are about to be handed out. */
  void begin(long run) {
    runId = run;
    failures.clear();
    last = Look.NONE;
    lastSignNanos = System.nanoTime();
    stopping = false;
  }

  /** A worker has told why a partition failed there. */
  void heard(Notice notice) {
    if (notice.run() == runId) {
      failures.put(notice.partition(), notice.worker() + ": " + notice.sentence());
    }
  }

  /**
   * Looks.
   *
   * @return whether every partition has come to its end
   * @throws RunFailure if there is nothing to wait for: one was given up and the others are done,
   *     nobody works, or the run is to stop
   */
  boolean hasEnded(long jobExecution) {
    long now = System.nanoTime();
    Look look = look(jobExecution);
    if (!look.equals(last)) {
      last = look;
      lastSignNanos = now;
    }
    if (now - lastCountNanos > SECONDS.toNanos(COUNT_SECONDS) || look.unfinished() == 0) {
      lastCountNanos = now;
      progress.replace(store.partitions().of(runId));
    }
    if (current.isStopRequested()) {
      stop(look, now);
      return false;
    }
    if (look.unfinished() > 0) {
      requireSign(look, now);
      return false;
    }
    if (look.failed() > 0) {
      throw failed(jobExecution, look.failed());
    }
    return true;
  }

  private Look look(long jobExecution) {
    return jdbc.sql(
            "SELECT COALESCE(SUM(version), 0) AS versions"
                + count("begun", "status IN ('STARTED', 'STOPPING', 'UNKNOWN', 'FAILED')" + OPEN)
                + count("waiting", "status = 'STARTING'")
                + count("stopped", "status = 'STOPPED'" + OPEN)
                + count("failed", "exit_code = '" + GIVEN_UP + "'")
                + PARTITIONS)
        .param(jobExecution)
        .query(
            (row, number) ->
                new Look(
                    row.getLong("begun"),
                    row.getLong("waiting"),
                    row.getLong("stopped"),
                    row.getLong("failed"),
                    row.getLong("versions")))
        .single();
  }

  private static String count(String name, String condition) {
    return ", COUNT(CASE WHEN " + condition + " THEN 1 END) AS " + name;
  }

  private void stop(Look look, long now) {
    if (!stopping) {
      stopping = true;
      stopNanos = now;
    }
    if (look.begun() == 0 || now - stopNanos > SECONDS.toNanos(STOP_SECONDS)) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped.", null);
    }
  }

  private void requireSign(Look look, long now) {
    if (now - lastSignNanos > patience.toNanos()) {
      throw new RunFailure(
          RunFailure.Kind.BROKER,
          "No worker has committed anything for "
              + patience.toSeconds()
              + " s, and "
              + look.unfinished()
              + " partitions are left; check the workers and the broker. Run the same command again"
              + " to resume.",
          null);
    }
  }

  private RunFailure failed(long jobExecution, long number) {
    List<Integer> partitions =
        jdbc
            .sql("SELECT step_name" + PARTITIONS + " AND status <> 'COMPLETED' ORDER BY step_name")
            .param(jobExecution)
            .query(String.class)
            .list()
            .stream()
            .map(name -> Integer.parseInt(name.substring(name.lastIndexOf(":p") + 2)))
            .limit(MOST_NAMED)
            .toList();
    StringBuilder text =
        new StringBuilder(number == 1 ? "Partition " : number + " partitions, among them ");
    text.append(String.join(", ", partitions.stream().map(String::valueOf).toList()))
        .append(number == 1 ? " was" : ", were")
        .append(" given up after ")
        .append(PartitionListener.MAX_DELIVERIES)
        .append(" attempts, all others are complete.");
    for (int partition : partitions) {
      String told = failures.get(partition);
      text.append(" Of partition ")
          .append(partition)
          .append(
              told == null
                  ? " no worker told why: each was killed. "
                  : " was told last: " + told + " ");
    }
    log.warn("{} partitions were given up", number);
    return new RunFailure(
        RunFailure.Kind.IO, text + "Mend that, and run the same command again to resume.", null);
  }
}
