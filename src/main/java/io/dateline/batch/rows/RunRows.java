package io.dateline.batch.rows;

import io.dateline.batch.run.Run;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.Iterator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what a run has put into the tables: all of it when the run is given up, and the rows of
 * files that are gone when the job says so. May be interrupted and called again.
 */
@Component
public class RunRows {

  /** Rows looked at a time. */
  private static final int PAGE = 2_000;

  /** Primary key of the table of groups. */
  public static final List<String> GROUP_KEY =
      List.of("job_name", "summary", "group_key", "run_id");

  private static final List<String> BY_ORDINAL = List.of("run_id", "ordinal");
  private static final List<String> BY_QUOTE = List.of("run_id", "ordinal", "quote_number");
  private static final List<String> BY_FILE = List.of("run_id", "file_number");
  private static final List<String> BY_RESCUE = List.of("run_id", "ordinal", "by_run_id");
  private static final List<String> BY_RUN = List.of("run_id", "file_number", "by_run_id");

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final BoundedDelete bounded;
  private final SupersededFiles superseded;

  RunRows(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.bounded = new BoundedDelete(jdbc, transaction);
    this.superseded = new SupersededFiles(JdbcClient.create(jdbc));
  }

  /** Deletes the rows of a run. */
  public void delete(Run run) {
    deleteEntries(run.runId(), 0, Long.MAX_VALUE);
    bounded.delete("source_files", BY_FILE, "run_id = ?", run.runId());
    bounded.delete("superseded_files", BY_RUN, "by_run_id = ?", run.runId());
    bounded.delete("rescued_rows", BY_RESCUE, "by_run_id = ?", run.runId());
    bounded.delete("touched_files", BY_RUN, "by_run_id = ?", run.runId());
    // Of a run that was current once, others may have said so.
    bounded.delete("superseded_files", BY_RUN, "run_id = ?", run.runId());
    bounded.delete("rescued_rows", BY_RESCUE, "run_id = ?", run.runId());
    bounded.delete("touched_files", BY_RUN, "run_id = ?", run.runId());
    bounded.delete("summary_groups", GROUP_KEY, "run_id = ?", run.runId());
    bounded.delete(
        "run_fields", List.of("run_id", "publisher_number", "field"), "run_id = ?", run.runId());
    bounded.delete("quality_drops", List.of("run_id", "drop_number"), "run_id = ?", run.runId());
    bounded.delete(
        "run_partitions", List.of("run_id", "partition_number"), "run_id = ?", run.runId());
  }

  /**
   * Deletes the rows of the files that a published run found gone; the ledger keeps their names.
   */
  public void deleteRemoved(long byRunId) {
    Iterator<LedgerKey> files = superseded.removedBy(byRunId);
    while (files.hasNext()) {
      LedgerKey file = files.next();
      deleteEntries(
          file.runId(),
          ManifestFile.firstOrdinal(file.fileNumber()),
          ManifestFile.firstOrdinal(file.fileNumber() + 1));
    }
  }

  /**
   * Deletes the articles, quotes and rejections of files of a run; the ledger keeps their names.
   *
   * @param first number of the first file
   * @param last number of the last file
   */
  public void deleteFiles(long runId, long first, long last) {
    deleteEntries(runId, ManifestFile.firstOrdinal(first), ManifestFile.firstOrdinal(last + 1));
  }

  private void deleteEntries(long runId, long first, long end) {
    String range = "run_id = ? AND ordinal >= ? AND ordinal < ?";
    bounded.delete("quote_rows", BY_QUOTE, range, runId, first, end);
    bounded.delete("rejection_rows", BY_ORDINAL, range, runId, first, end);
    bounded.delete("kept_rows", BY_ORDINAL, range, runId, first, end);
    bounded.delete("rescued_rows", BY_RESCUE, range, runId, first, end);
    deleteArticles(runId, first, end);
  }

  /** With each row goes the entry that its text finds it by, which has no index by run. */
  private void deleteArticles(long runId, long first, long end) {
    int found;
    do {
      List<Object[]> page =
          jdbc.query(
              "SELECT content_sha256, ordinal FROM article_rows"
                  + " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
                  + " ORDER BY run_id, ordinal FETCH FIRST "
                  + PAGE
                  + " ROWS ONLY",
              (rs, row) -> new Object[] {TextKey.of(rs.getString(1)), runId, rs.getLong(2)},
              runId,
              first,
              end);
      if (!page.isEmpty()) {
        transaction.executeWithoutResult(
            status -> {
              jdbc.batchUpdate(
                  "DELETE FROM article_texts WHERE text_key = ? AND run_id = ? AND ordinal = ?",
                  page);
              jdbc.batchUpdate(
                  "DELETE FROM article_rows WHERE run_id = ? AND ordinal = ?",
                  page.stream().map(key -> new Object[] {key[1], key[2]}).toList());
            });
      }
      found = page.size();
    } while (found > 0);
  }
}
