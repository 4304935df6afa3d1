package io.dateline.batch.summary;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.SupersededFiles;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

  /** Files that are asked for at once, and rows that are held. */
  private static final int PAGE = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Runnable betweenRanges;
  private long rescued;

  RescuedRows(JdbcTemplate jdbc, TransactionTemplate transaction, Runnable betweenRanges) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.betweenRanges = betweenRanges;
  }

  /** A rejection of a file that was superseded. */
  private record Rejected(long ordinal, long fileNumber, String entryName) {}

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
    betweenRanges.run();
    long from = ManifestFile.firstOrdinal(first.fileNumber());
    long end = ManifestFile.firstOrdinal(last.fileNumber() + 1);
    List<Rejected> page = rejections(first.runId(), from, end);
    while (!page.isEmpty()) {
      Map<Long, List<Rejected>> byFile = new HashMap<>();
      page.forEach(r -> byFile.computeIfAbsent(r.fileNumber(), n -> new ArrayList<>()).add(r));
      Map<Long, Long> successors =
          successors(runId, first.runId(), page.get(0), page.get(page.size() - 1));
      successors.forEach(
          (file, by) -> {
            List<Rejected> rejected = byFile.get(file);
            if (rejected != null) {
              record(runId, first.runId(), rejected, by);
            }
          });
      page =
          page.size() < PAGE
              ? List.of()
              : rejections(first.runId(), page.get(page.size() - 1).ordinal() + 1, end);
    }
  }

  private List<Rejected> rejections(long runId, long from, long end) {
    return jdbc.query(
        "SELECT ordinal, file_number, entry_name FROM rejection_rows"
            + " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
            + " ORDER BY run_id, ordinal FETCH FIRST "
            + PAGE
            + " ROWS ONLY",
        (rs, n) ->
            new Rejected(
                rs.getLong("ordinal"),
                rs.getLong("file_number"),
                Objects.requireNonNullElse(rs.getString("entry_name"), "")),
        runId,
        from,
        end);
  }

  /** Numbers of files, and of those that took their places. */
  private Map<Long, Long> successors(long runId, long oldRun, Rejected first, Rejected last) {
    Map<Long, Long> successors = new HashMap<>();
    jdbc.query(
        "SELECT file_number, by_file_number FROM superseded_files WHERE by_run_id = ? AND run_id = ?"
            + " AND file_number >= ? AND file_number <= ? AND by_file_number IS NOT NULL",
        rs -> {
          successors.put(rs.getLong("file_number"), rs.getLong("by_file_number"));
        },
        runId,
        oldRun,
        first.fileNumber(),
        last.fileNumber());
    return successors;
  }

  /** Looks for the entries among the articles of the file that took the place of theirs. */
  private void record(long runId, long oldRun, List<Rejected> rejected, long byFile) {
    Map<String, Long> wanted = new HashMap<>();
    rejected.forEach(row -> wanted.put(row.entryName(), row.ordinal()));
    long from = ManifestFile.firstOrdinal(byFile);
    long end = ManifestFile.firstOrdinal(byFile + 1);
    int found;
    do {
      List<Object[]> rows = new ArrayList<>();
      long[] next = {end};
      found = articles(runId, from, end, oldRun, wanted, rows, next);
      rescued += rows.size();
      if (!rows.isEmpty()) {
        transaction.executeWithoutResult(
            status ->
                jdbc.batchUpdate(
                    "INSERT INTO rescued_rows (run_id, ordinal, by_run_id, by_ordinal)"
                        + " VALUES (?, ?, ?, ?)",
                    rows));
      }
      from = next[0];
    } while (found == PAGE && !wanted.isEmpty());
  }

  private int articles(
      long runId,
      long from,
      long end,
      long oldRun,
      Map<String, Long> wanted,
      List<Object[]> rows,
      long[] next) {
    List<Long> seen =
        jdbc.query(
            "SELECT ordinal, entry_name FROM article_rows"
                + " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
                + " ORDER BY run_id, ordinal FETCH FIRST "
                + PAGE
                + " ROWS ONLY",
            (rs, n) -> {
              String name = Objects.requireNonNullElse(rs.getString("entry_name"), "");
              Long rejection = wanted.remove(name);
              if (rejection != null) {
                rows.add(new Object[] {oldRun, rejection, runId, rs.getLong("ordinal")});
              }
              return rs.getLong("ordinal");
            },
            runId,
            from,
            end);
    next[0] = seen.isEmpty() ? end : seen.get(seen.size() - 1) + 1;
    return seen.size();
  }
}
