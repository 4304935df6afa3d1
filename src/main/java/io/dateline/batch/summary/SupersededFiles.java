package io.dateline.batch.summary;

import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which files of earlier runs were superseded, and by which runs. */
final class SupersededFiles {

  private final JdbcClient jdbc;

  SupersededFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** For each file of a run in a range of numbers that was superseded, the runs that did. */
  Map<Long, Set<Long>> in(long runId, long firstFile, long lastFile) {
    Map<Long, Set<Long>> by = new HashMap<>();
    jdbc.sql(
            "SELECT file_number, by_run_id FROM superseded_files"
                + " WHERE run_id = ? AND file_number >= ? AND file_number <= ?")
        .params(runId, firstFile, lastFile)
        .query(
            rs -> {
              by.computeIfAbsent(rs.getLong("file_number"), n -> new HashSet<>())
                  .add(rs.getLong("by_run_id"));
            });
    return by;
  }

  /** The runs that superseded one file. */
  Set<Long> of(long runId, long file) {
    return in(runId, file, file).getOrDefault(file, Set.of());
  }

  /**
   * Files that a run supersedes, a page of them in the order of their keys.
   *
   * @param after the last key of the page before, or null
   */
  List<LedgerKey> by(long byRunId, LedgerKey after, int rows) {
    List<LedgerKey> keys =
        new ArrayList<>(page(byRunId, "s.run_id = ? AND s.file_number > ?", after, rows));
    if (keys.size() < rows) {
      keys.addAll(
          page(
              byRunId,
              "s.run_id > ? AND s.file_number >= ?",
              new LedgerKey(after.runId(), 0),
              rows - keys.size()));
    }
    return keys;
  }

  private List<LedgerKey> page(long byRunId, String condition, LedgerKey after, int rows) {
    return jdbc.sql(
            "SELECT s.run_id, s.file_number FROM superseded_files s WHERE s.by_run_id = ? AND "
                + condition
                + " ORDER BY s.by_run_id, s.run_id, s.file_number FETCH FIRST "
                + rows
                + " ROWS ONLY")
        .params(byRunId, after.runId(), after.fileNumber())
        .query((rs, row) -> new LedgerKey(rs.getLong("run_id"), rs.getLong("file_number")))
        .list();
  }
}
