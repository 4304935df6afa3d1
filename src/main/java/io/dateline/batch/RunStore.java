package io.dateline.batch;

import static java.util.Objects.requireNonNull;

import io.dateline.batch.Run.Frozen;
import io.dateline.batch.Run.PlanSummary;
import io.dateline.batch.Run.State;
import io.dateline.source.ManifestPlanner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the database. Every method joins the caller's transaction. */
@Component
public class RunStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  RunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The job's newest run that is not published, if any. */
  Optional<Run> unfinished(String jobName) {
    return jdbc
        .sql("SELECT * FROM runs WHERE job_name = ? AND state = 'RUNNING' ORDER BY run_id DESC")
        .param(jobName)
        .query(RunStore::run)
        .stream()
        .findFirst();
  }

  /** The job's newest run, whatever became of it. */
  Optional<Run> newest(String jobName) {
    return jdbc.sql(
            "SELECT * FROM runs WHERE run_id ="
                + " (SELECT MAX(run_id) FROM runs WHERE job_name = ?)")
        .param(jobName)
        .query(RunStore::run)
        .optional();
  }

  /** A run. */
  public Run get(long runId) {
    return jdbc.sql("SELECT * FROM runs WHERE run_id = ?")
        .param(runId)
        .query(RunStore::run)
        .single();
  }

  /**
   * Begins a run.
   *
   * @param usedNumber highest run number that the output folder knows; the database may be younger
   */
  Run begin(
      String jobName,
      long usedNumber,
      String runDate,
      String extractorVersion,
      String configSha256,
      Frozen frozen) {
    long runId =
        jdbc.sql("SELECT COALESCE(MAX(run_id), 0) + 1 FROM runs").query(Long.class).single();
    long number =
        1
            + Math.max(
                usedNumber,
                jdbc.sql("SELECT COALESCE(MAX(run_number), 0) FROM runs WHERE job_name = ?")
                    .param(jobName)
                    .query(Long.class)
                    .single());
    jdbc.sql(
            "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
                + " config_sha256, frozen, started_at, resumed_count)"
                + " VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, 0)")
        .params(
            runId,
            jobName,
            number,
            runDate,
            extractorVersion,
            configSha256,
            JSON.writeValueAsString(frozen),
            Instant.now().toString())
        .update();
    return get(runId);
  }

  void countResume(long runId) {
    jdbc.sql("UPDATE runs SET resumed_count = resumed_count + 1 WHERE run_id = ?")
        .param(runId)
        .update();
  }

  /** Records a plan and its partitions, replacing those of an interrupted planning. */
  void plan(long runId, ManifestPlanner.Plan plan) {
    jdbc.sql("DELETE FROM run_partitions WHERE run_id = ?").param(runId).update();
    for (ManifestPlanner.Partition partition : plan.partitions()) {
      jdbc.sql(
              "INSERT INTO run_partitions (run_id, partition_number, manifest_offset, files,"
                  + " entries, articles, quotes, rejections, articles_bytes, quotes_bytes,"
                  + " rejections_bytes) VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)")
          .params(runId, partition.number(), partition.offset(), partition.files())
          .update();
    }
    jdbc.sql(
            "UPDATE runs SET manifest_sha256 = ?, planned_files = ?, planned_bytes = ?,"
                + " unchanged = ?, ignored = ? WHERE run_id = ?")
        .params(
            plan.sha256(),
            plan.files(),
            plan.bytes(),
            plan.unchanged(),
            JSON.writeValueAsString(plan.ignored()),
            runId)
        .update();
  }

  /** The partitions of a run, in order. */
  List<PartitionState> partitions(long runId) {
    return jdbc.sql("SELECT * FROM run_partitions WHERE run_id = ? ORDER BY partition_number")
        .param(runId)
        .query(RunStore::partition)
        .list();
  }

  /** What the partitions of a run have committed so far. */
  RunCounts committed(long runId) {
    return partitions(runId).stream()
        .map(PartitionState::counts)
        .reduce(RunCounts.NONE, RunCounts::plus);
  }

  /** One partition of a run. */
  PartitionState partition(long runId, int number) {
    return jdbc.sql("SELECT * FROM run_partitions WHERE run_id = ? AND partition_number = ?")
        .params(runId, number)
        .query(RunStore::partition)
        .single();
  }

  private static PartitionState partition(ResultSet rs, int row) throws SQLException {
    return new PartitionState(
        rs.getInt("partition_number"),
        rs.getLong("manifest_offset"),
        rs.getLong("files"),
        new RunCounts(
            rs.getLong("entries"),
            rs.getLong("articles"),
            rs.getLong("quotes"),
            rs.getLong("rejections")),
        part(rs, "articles"),
        part(rs, "quotes"),
        part(rs, "rejections"));
  }

  private static PartitionState.Part part(ResultSet rs, String table) throws SQLException {
    return new PartitionState.Part(rs.getString(table + "_part"), rs.getLong(table + "_bytes"));
  }

  /** Records what a partition has committed; part of the chunk's transaction. */
  void commitPartition(long runId, PartitionState state) {
    jdbc.sql(
            "UPDATE run_partitions SET entries = ?, articles = ?, quotes = ?, rejections = ?,"
                + " articles_part = ?, articles_bytes = ?, quotes_part = ?, quotes_bytes = ?,"
                + " rejections_part = ?, rejections_bytes = ?"
                + " WHERE run_id = ? AND partition_number = ?")
        .params(
            state.counts().entries(),
            state.counts().articles(),
            state.counts().quotes(),
            state.counts().rejections(),
            requireNonNull(state.articles().name()),
            state.articles().bytes(),
            requireNonNull(state.quotes().name()),
            state.quotes().bytes(),
            requireNonNull(state.rejections().name()),
            state.rejections().bytes(),
            runId,
            state.number())
        .update();
  }

  /** Records where a partition's rows begin in the published articles.csv. */
  void publishPartition(long runId, int partition, long articlesOffset) {
    jdbc.sql(
            "UPDATE run_partitions SET articles_offset = ?"
                + " WHERE run_id = ? AND partition_number = ?")
        .params(articlesOffset, runId, partition)
        .update();
  }

  /** Lets go of the groups that earlier runs of the job counted; those of this one replace them. */
  void dropOlderSummaries(Run run) {
    jdbc.sql(
            "DELETE FROM summary_counts WHERE run_id IN"
                + " (SELECT run_id FROM runs WHERE job_name = ? AND run_id < ?)")
        .params(run.jobName(), run.runId())
        .update();
  }

  /** Ends a run: with PUBLISHED, this one row makes all its rows current. */
  void finish(long runId, State state, @Nullable String folder) {
    jdbc.sql("UPDATE runs SET state = ?, finished_at = ?, folder = ? WHERE run_id = ?")
        .param(state.name())
        .param(Instant.now().toString())
        .param(folder)
        .param(runId)
        .update();
  }

  /** Rows in the tables, counted by the database. */
  RunCounts countRows(long runId) {
    long articles = count("article_rows", runId);
    long rejections = count("rejection_rows", runId);
    return new RunCounts(articles + rejections, articles, count("quote_rows", runId), rejections);
  }

  private long count(String table, long runId) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE run_id = ?")
        .param(runId)
        .query(Long.class)
        .single();
  }

  /** Rejections of a run by reason, in the reasons' own order of names. */
  Map<String, Long> rejectionsByReason(long runId) {
    Map<String, Long> reasons = new TreeMap<>();
    jdbc.sql("SELECT reason, COUNT(*) AS n FROM rejection_rows WHERE run_id = ? GROUP BY reason")
        .param(runId)
        .query(
            (rs, row) -> {
              reasons.put(rs.getString("reason"), rs.getLong("n"));
              return row;
            })
        .list();
    return reasons;
  }

  private static Run run(ResultSet rs, int row) throws SQLException {
    String manifest = rs.getString("manifest_sha256");
    return new Run(
        rs.getLong("run_id"),
        rs.getString("job_name"),
        rs.getLong("run_number"),
        rs.getString("run_date"),
        State.valueOf(rs.getString("state")),
        rs.getString("extractor_version"),
        rs.getString("config_sha256"),
        JSON.readValue(rs.getString("frozen"), Frozen.class),
        rs.getString("started_at"),
        rs.getString("finished_at"),
        rs.getInt("resumed_count"),
        manifest == null
            ? null
            : new PlanSummary(
                manifest,
                rs.getLong("planned_files"),
                rs.getLong("planned_bytes"),
                rs.getLong("unchanged"),
                JSON.readValue(rs.getString("ignored"), new TypeReference<>() {})));
  }
}
