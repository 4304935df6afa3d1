package io.dateline.batch.run;

import static java.util.Objects.requireNonNull;

import io.dateline.source.FileSplit;
import io.dateline.source.ManifestPlanner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The partitions of runs in the database. Every method joins the caller's transaction. */
public final class PartitionStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Long>> KINDS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  PartitionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records the partitions of a plan in place of those of an interrupted planning. */
  void replace(long runId, List<ManifestPlanner.Partition> partitions) {
    jdbc.sql("DELETE FROM run_partitions WHERE run_id = ?").param(runId).update();
    for (ManifestPlanner.Partition partition : partitions) {
      jdbc.sql(
              "INSERT INTO run_partitions (run_id, partition_number, manifest_offset, files,"
                  + " entries, articles, quotes, rejections, articles_bytes, quotes_bytes,"
                  + " rejections_bytes, file_split) VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, ?)")
          .params(runId, partition.number(), partition.offset(), partition.files())
          .param(split(partition.split()))
          .update();
    }
  }

  /** The partitions of a run, in order. */
  public List<PartitionState> of(long runId) {
    return jdbc.sql("SELECT * FROM run_partitions WHERE run_id = ? ORDER BY partition_number")
        .param(runId)
        .query(PartitionStore::partition)
        .list();
  }

  /** What the partitions of a run have committed so far. */
  public RunCounts committed(long runId) {
    return of(runId).stream().map(PartitionState::counts).reduce(RunCounts.NONE, RunCounts::plus);
  }

  /** One partition of a run. */
  public PartitionState get(long runId, int number) {
    return jdbc.sql("SELECT * FROM run_partitions WHERE run_id = ? AND partition_number = ?")
        .params(runId, number)
        .query(PartitionStore::partition)
        .single();
  }

  private static PartitionState partition(ResultSet rs, int row) throws SQLException {
    return new PartitionState(
        rs.getInt("partition_number"),
        rs.getLong("manifest_offset"),
        rs.getLong("files"),
        split(rs.getString("file_split")),
        new ReadPosition(
            rs.getLong("files_read"),
            rs.getLong("entries_read"),
            rs.getBoolean("file_retry"),
            rs.getString("file_retry_on")),
        new RunCounts(
            rs.getLong("entries"),
            rs.getLong("articles"),
            rs.getLong("quotes"),
            rs.getLong("rejections"),
            new IgnoredKinds(JSON.readValue(rs.getString("ignored"), KINDS)),
            rs.getLong("kept")),
        part(rs, "articles"),
        part(rs, "quotes"),
        part(rs, "rejections"));
  }

  private static @Nullable String split(@Nullable FileSplit split) {
    return split == null ? null : JSON.writeValueAsString(split);
  }

  private static @Nullable FileSplit split(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, FileSplit.class);
  }

  private static PartitionState.Part part(ResultSet rs, String table) throws SQLException {
    return new PartitionState.Part(rs.getString(table + "_part"), rs.getLong(table + "_bytes"));
  }

  /**
   * Records what a partition has committed; part of the chunk's transaction.
   *
   * @param before name of the part file of articles that the partition had until now, which tells
   *     whether another attempt has committed meanwhile: Spring Batch reads the version of a step
   *     anew where its job is stopping, so that two processes with one step would both pass
   * @throws OptimisticLockingFailureException if another attempt has
   */
  public void commit(long runId, PartitionState state, @Nullable String before) {
    int changed =
        jdbc.sql(
                "UPDATE run_partitions SET files_read = ?, entries_read = ?, file_retry = ?,"
                    + " file_retry_on = ?, ignored = ?, kept = ?, entries = ?, articles = ?, quotes = ?, rejections = ?,"
                    + " articles_part = ?, articles_bytes = ?, quotes_part = ?, quotes_bytes = ?,"
                    + " rejections_part = ?, rejections_bytes = ?"
                    + " WHERE run_id = ? AND partition_number = ?"
                    + " AND COALESCE(articles_part, '') = ?")
            .params(state.position().files(), state.position().entries(), state.position().retry())
            .param(state.position().retryOn())
            .params(
                JSON.writeValueAsString(state.counts().ignored().counts()),
                state.counts().kept(),
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
                state.number(),
                before == null ? "" : before)
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException(
          "Partition " + state.number() + " was taken over by another attempt");
    }
  }

  /** Records where a partition's rows begin in the published articles.csv. */
  public void publish(long runId, int partition, long articlesOffset) {
    jdbc.sql(
            "UPDATE run_partitions SET articles_offset = ?"
                + " WHERE run_id = ? AND partition_number = ?")
        .params(articlesOffset, runId, partition)
        .update();
  }
}
