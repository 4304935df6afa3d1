package io.dateline.batch.summary;

import io.dateline.article.EntryId;
import io.dateline.batch.rows.ArticleKeys;
import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.SupersededFiles;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes which rejections of earlier runs a run has made articles of: entries of the same name in
 * the file that took the place of theirs. May be interrupted and called again. Not safe for use by
 * several threads.
 */
final class RescuedRows {

  /** Files and rows that are asked for at once. */
  private static final int PAGE = 1_000;

  /** Rejections of one file that are looked for at once: 32 MB of memory. */
  private static final int MAX_HELD = 500_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Runnable betweenRanges;
  private long rescued;

  RescuedRows(JdbcTemplate jdbc, TransactionTemplate transaction, Runnable betweenRanges) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.betweenRanges = betweenRanges;
  }

  /**
   * Notes them for a run, in place of what an interrupted attempt has noted.
   *
   * @return how many there are
   */
  long record(long runId) {
    rescued = 0;
    new BoundedDelete(jdbc, transaction)
        .delete("rescued_rows", List.of("run_id", "ordinal", "by_run_id"), "by_run_id = ?", runId);
    Iterator<LedgerKey> files = new SupersededFiles(JdbcClient.create(jdbc)).by(runId);
    LedgerKey first = null;
    LedgerKey last = null;
    while (files.hasNext()) {
      LedgerKey file = files.next();
      if (first != null
          && last != null
          && (file.runId() != first.runId()
              || file.fileNumber() - first.fileNumber() >= PAGE
              || file.fileNumber() != last.fileNumber() + 1)) {
        record(runId, first, last);
        first = null;
      }
      first = first == null ? file : first;
      last = file;
    }
    if (first != null && last != null) {
      record(runId, first, last);
    }
    return rescued;
  }

  /** Files that follow each other in the manifest of one run. */
  private void record(long runId, LedgerKey first, LedgerKey last) {
    ArticleKeys rejected = new ArticleKeys();
    long file = -1;
    long from = ManifestFile.firstOrdinal(first.fileNumber());
    long end = ManifestFile.firstOrdinal(last.fileNumber() + 1);
    while (from < end) {
      betweenRanges.run();
      List<Rejected> page = rejections(first.runId(), from, end);
      for (Rejected row : page) {
        if (row.fileNumber() != file || rejected.size() == MAX_HELD) {
          record(runId, first.runId(), file, rejected);
          rejected = new ArticleKeys();
          file = row.fileNumber();
        }
        rejected.put(row.articleId(), row.ordinal());
      }
      from = page.size() < PAGE ? end : page.get(page.size() - 1).ordinal() + 1;
    }
    record(runId, first.runId(), file, rejected);
  }

  /** A rejection of a file that was superseded, with the id that an article would have there. */
  private record Rejected(long ordinal, long fileNumber, String articleId) {}

  private List<Rejected> rejections(long runId, long from, long end) {
    return jdbc.query(
        "SELECT ordinal, file_number, collection, source_path, entry_name FROM rejection_rows"
            + " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
            + " ORDER BY run_id, ordinal FETCH FIRST "
            + PAGE
            + " ROWS ONLY",
        (rs, n) ->
            new Rejected(
                rs.getLong("ordinal"),
                rs.getLong("file_number"),
                new EntryId(
                        Objects.requireNonNull(rs.getString("collection")),
                        Objects.requireNonNull(rs.getString("source_path")),
                        Objects.requireNonNullElse(rs.getString("entry_name"), ""))
                    .articleId()),
        runId,
        from,
        end);
  }

  /** Looks for the entries among the articles of the file that took the place of theirs. */
  private void record(long runId, long oldRun, long oldFile, ArticleKeys rejected) {
    if (rejected.size() == 0) {
      return;
    }
    List<Long> successor =
        jdbc.queryForList(
            "SELECT by_file_number FROM superseded_files WHERE by_run_id = ? AND run_id = ?"
                + " AND file_number = ? AND by_file_number IS NOT NULL",
            Long.class,
            runId,
            oldRun,
            oldFile);
    for (long file : successor) {
      long from = ManifestFile.firstOrdinal(file);
      long end = ManifestFile.firstOrdinal(file + 1);
      while (from < end) {
        betweenRanges.run();
        from = record(runId, oldRun, from, end, rejected);
      }
    }
  }

  /** The same for a page of articles; returns where the next one begins. */
  private long record(long runId, long oldRun, long from, long end, ArticleKeys rejected) {
    List<Object[]> rows = new ArrayList<>();
    List<Long> seen =
        jdbc.query(
            "SELECT ordinal, article_id FROM article_rows"
                + " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
                + " ORDER BY run_id, ordinal FETCH FIRST "
                + PAGE
                + " ROWS ONLY",
            (rs, n) -> {
              Long rejection = rejected.get(Objects.requireNonNull(rs.getString("article_id")));
              if (rejection != null) {
                rows.add(new Object[] {oldRun, rejection, runId, rs.getLong("ordinal")});
              }
              return rs.getLong("ordinal");
            },
            runId,
            from,
            end);
    rescued += rows.size();
    if (!rows.isEmpty()) {
      transaction.executeWithoutResult(
          status ->
              jdbc.batchUpdate(
                  "INSERT INTO rescued_rows (run_id, ordinal, by_run_id, by_ordinal)"
                      + " VALUES (?, ?, ?, ?)",
                  rows));
    }
    return seen.size() < PAGE ? end : seen.get(seen.size() - 1) + 1;
  }
}
