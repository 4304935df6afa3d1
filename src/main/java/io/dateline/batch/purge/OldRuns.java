package io.dateline.batch.purge;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of a job that a purge looks at, and those that it has to leave. */
final class OldRuns {

  private static final String ENDED_WELL = "'PUBLISHED', 'NOTHING_NEW'";

  private final JdbcClient jdbc;
  private final RunStore store;
  private final String jobName;

  OldRuns(JdbcClient jdbc, RunStore store, String jobName) {
    this.jdbc = jdbc;
    this.store = store;
    this.jobName = jobName;
  }

  /**
   * Keys of the runs that ended, or were rolled back, before a moment, oldest first; an unfinished
   * one never has.
   */
  List<Long> endedBefore(Instant before) {
    List<Long> old = new ArrayList<>();
    jdbc.sql(
            "SELECT run_id, started_at, COALESCE(rolled_back_at, finished_at) AS ended_at FROM runs"
                + " WHERE job_name = ? AND state NOT IN ('RUNNING', 'COMPACTING', 'ROLLING_BACK')"
                + " ORDER BY run_id")
        .param(jobName)
        .query(
            rs -> {
              String ended =
                  Objects.requireNonNullElse(rs.getString("ended_at"), rs.getString("started_at"));
              // As moments: their texts do not sort, since they have as many digits as they need.
              if (Instant.parse(ended).isBefore(before)) {
                old.add(rs.getLong("run_id"));
              }
            });
    return old;
  }

  /** Whether the job has no runs. */
  boolean areNone() {
    return store.newest(jobName).isEmpty();
  }

  /** The newest run that Spring Batch executed, of whose end it may not have heard yet. */
  Optional<Long> newestExecuted() {
    return jdbc.sql(
            "SELECT MAX(run_id) AS newest FROM runs WHERE job_name = ? AND baseline = FALSE")
        .param(jobName)
        .query((rs, row) -> Optional.ofNullable((Long) rs.getObject("newest")))
        .single();
  }

  Optional<Long> newestPublished() {
    return store.newestPublished(jobName).map(Run::runId);
  }

  /** The runs that tell the next one where it stands: its number, the last date, the summaries. */
  Set<Long> needed() {
    Optional<Long> endedWell =
        jdbc.sql(
                "SELECT MAX(run_id) AS newest FROM runs WHERE job_name = ? AND state IN ("
                    + ENDED_WELL
                    + ")")
            .param(jobName)
            .query((rs, row) -> Optional.ofNullable((Long) rs.getObject("newest")))
            .single();
    Set<Long> needed = new TreeSet<>();
    Stream.of(store.newest(jobName).map(Run::runId), newestPublished(), newestExecuted(), endedWell)
        .forEach(run -> run.ifPresent(needed::add));
    return needed;
  }

  /** Whether the time that a run noted of a file that did not change is still the newest one. */
  boolean knowsTimes(long runId) {
    return !jdbc.sql(
            "SELECT t.run_id FROM touched_files t JOIN runs p ON p.run_id = t.run_id"
                + " WHERE t.by_run_id = ? AND p.state = 'PUBLISHED'"
                + " AND NOT EXISTS (SELECT 1 FROM touched_files n JOIN runs r"
                + " ON r.run_id = n.by_run_id WHERE n.run_id = t.run_id"
                + " AND n.file_number = t.file_number AND n.by_run_id > t.by_run_id"
                + " AND r.state IN ("
                + ENDED_WELL
                + ")) AND NOT EXISTS (SELECT 1 FROM superseded_files s JOIN runs r"
                + " ON r.run_id = s.by_run_id WHERE s.run_id = t.run_id"
                + " AND s.file_number = t.file_number AND r.state = 'PUBLISHED')"
                + " FETCH FIRST 1 ROWS ONLY")
        .param(runId)
        .query(Long.class)
        .list()
        .isEmpty();
  }

  /** Whether the job has a run of this number. */
  boolean exists(long number) {
    return jdbc.sql("SELECT COUNT(*) FROM runs WHERE job_name = ? AND run_number = ?")
            .params(jobName, number)
            .query(Long.class)
            .single()
        > 0;
  }

  boolean isPurged(long runId) {
    return jdbc.sql("SELECT purged_at FROM runs WHERE run_id = ?")
        .param(runId)
        .query((rs, row) -> rs.getString(1) != null)
        .single();
  }

  void recordPurged(long runId) {
    jdbc.sql("UPDATE runs SET purged_at = ? WHERE run_id = ?")
        .params(Instant.now().toString(), runId)
        .update();
  }

  /** Deletes the run's own row, when nothing else of it is left. */
  void forget(long runId) {
    jdbc.sql("DELETE FROM runs WHERE run_id = ?").param(runId).update();
  }
}
