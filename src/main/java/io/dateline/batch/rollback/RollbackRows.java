package io.dateline.batch.rollback;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a rollback asks of the table of runs and changes in it. */
final class RollbackRows {

  private final JdbcClient jdbc;
  private final RunStore store;

  RollbackRows(JdbcClient jdbc, RunStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /** Runs of the job whose rollback was begun, newest first. */
  List<Run> begun(String jobName) {
    return jdbc
        .sql(
            "SELECT run_id FROM runs WHERE job_name = ? AND state = 'ROLLING_BACK'"
                + " ORDER BY run_id DESC")
        .param(jobName)
        .query(Long.class)
        .list()
        .stream()
        .map(store::get)
        .toList();
  }

  /** Keys of the job's published runs that publish what they read, newest first. */
  List<Long> publishedNights(String jobName) {
    return jdbc.sql(
            "SELECT run_id FROM runs WHERE job_name = ? AND state = 'PUBLISHED'"
                + " AND baseline = FALSE ORDER BY run_id DESC")
        .param(jobName)
        .query(Long.class)
        .list();
  }

  boolean isBaseline(long runId) {
    return jdbc.sql("SELECT baseline FROM runs WHERE run_id = ?")
        .param(runId)
        .query(Boolean.class)
        .single();
  }

  /** When a run was taken back. */
  String rolledBackAt(long runId) {
    return jdbc.sql("SELECT rolled_back_at FROM runs WHERE run_id = ?")
        .param(runId)
        .query(String.class)
        .single();
  }

  /** What is known of the rows that a run took the place of: KEPT, PURGED, or empty. */
  Optional<String> supersededRows(long runId) {
    return jdbc.sql("SELECT superseded_rows FROM runs WHERE run_id = ?")
        .param(runId)
        .query((rs, row) -> Optional.ofNullable(rs.getString(1)))
        .single();
  }

  /** How many files of which earlier published runs these runs took the place of. */
  Map<Long, Long> superseded(Collection<Long> runs, long before) {
    Map<Long, Long> files = new TreeMap<>();
    for (long runId : runs) {
      jdbc.sql(
              "SELECT s.run_id, COUNT(*) AS files FROM superseded_files s"
                  + " JOIN runs p ON p.run_id = s.run_id WHERE s.by_run_id = ? AND s.run_id < ?"
                  + " AND p.state = 'PUBLISHED' GROUP BY s.run_id")
          .params(runId, before)
          .query(
              rs -> {
                files.merge(rs.getLong("run_id"), rs.getLong("files"), Long::sum);
              });
    }
    return files;
  }

  /** What a run read. */
  RollbackReport.Entry entry(Run run) {
    return jdbc.sql(
            "SELECT COALESCE(articles, 0) AS articles, COALESCE(rejections, 0) AS rejections"
                + " FROM runs WHERE run_id = ?")
        .param(run.runId())
        .query(
            (rs, row) ->
                new RollbackReport.Entry(
                    run.folders().name(), rs.getLong("articles"), rs.getLong("rejections")))
        .single();
  }

  /** Takes runs back: from this transaction on they are current no more. */
  void begin(Collection<Long> runs, String now) {
    for (long runId : runs) {
      int changed =
          jdbc.sql(
                  "UPDATE runs SET state = 'ROLLING_BACK', rolled_back_at = ?"
                      + " WHERE run_id = ? AND state = 'PUBLISHED'")
              .params(now, runId)
              .update();
      if (changed != 1) {
        throw new IllegalStateException("run " + runId + " is published no more");
      }
    }
  }

  /** The definition that the totals of a run follow from now on; null to have them counted anew. */
  void recordSummaries(long runId, @Nullable Integer version) {
    jdbc.sql("UPDATE runs SET summary_version = ? WHERE run_id = ?")
        .param(version)
        .param(runId)
        .update();
  }

  /** All is done that belongs to these rollbacks. */
  void end(String jobName) {
    jdbc.sql("UPDATE runs SET state = 'ROLLED_BACK' WHERE job_name = ? AND state = 'ROLLING_BACK'")
        .param(jobName)
        .update();
  }
}
