package io.dateline.batch.purge;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.RunRows;
import io.dateline.source.ManifestFile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of a published run that are current no more, and can not become so again: those of files
 * that a later published run read again or found gone.
 *
 * <p>The order is what keeps the views as they are whenever it is cut off. First go the rows of the
 * entries, which no view shows; then, in one transaction, a file and what says that it was
 * superseded, since without the latter it would be current again. A file that was found gone stays
 * in the ledger with both, for {@code removed_files}.
 */
final class PastRows {

  /** Files looked at a time. */
  private static final int PAGE = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final RunRows rows;
  private final Runnable betweenPages;

  /**
   * Rows of a database.
   *
   * @param betweenPages may throw to end the work
   */
  PastRows(
      JdbcTemplate jdbc, TransactionTemplate transaction, RunRows rows, Runnable betweenPages) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.rows = rows;
    this.betweenPages = betweenPages;
  }

  /**
   * Articles of a run.
   *
   * @param past those that a later run read again or found gone
   * @param moved those of which a baseline holds a copy, so that they are current there
   */
  record Articles(long current, long past, long moved) {}

  /** By what kind of run files were superseded. */
  private enum By {
    ANY_RUN,
    BASELINE
  }

  private record Range(long first, long last) {}

  /** Counts the articles of a run. */
  Articles count(long runId) {
    long all = count(runId, 0, Long.MAX_VALUE);
    long superseded = countSuperseded(runId, By.ANY_RUN);
    long moved = countSuperseded(runId, By.BASELINE);
    return new Articles(all - superseded, superseded - moved, moved);
  }

  private long countSuperseded(long runId, By by) {
    long articles = 0;
    long last = -1;
    for (List<Long> page = page(runId, last, by); !page.isEmpty(); page = page(runId, last, by)) {
      betweenPages.run();
      for (Range range : ranges(page)) {
        articles +=
            count(
                runId,
                ManifestFile.firstOrdinal(range.first()),
                ManifestFile.firstOrdinal(range.last() + 1));
      }
      last = page.get(page.size() - 1);
    }
    return articles;
  }

  private long count(long runId, long first, long end) {
    return jdbc.queryForList(
            "SELECT COUNT(*) FROM article_rows WHERE run_id = ? AND ordinal >= ? AND ordinal < ?",
            Long.class,
            runId,
            first,
            end)
        .get(0);
  }

  /** Deletes what is past of a run. May be interrupted and called again. */
  void delete(long runId) {
    noteForRollback(runId);
    long last = -1;
    for (List<Long> page = page(runId, last, By.ANY_RUN);
        !page.isEmpty();
        page = page(runId, last, By.ANY_RUN)) {
      for (Range range : ranges(page)) {
        betweenPages.run();
        rows.deleteFiles(runId, range.first(), range.last());
      }
      deleteFiles(runId, page);
      last = page.get(page.size() - 1);
    }
    new BoundedDelete(jdbc, transaction)
        .delete(
            "summary_groups",
            RunRows.GROUP_KEY,
            "run_id = ? AND EXISTS (SELECT 1 FROM summary_groups n JOIN runs later"
                + " ON later.run_id = n.run_id WHERE n.job_name = summary_groups.job_name"
                + " AND n.summary = summary_groups.summary"
                + " AND n.group_key = summary_groups.group_key"
                + " AND n.run_id > summary_groups.run_id AND later.state = 'PUBLISHED')",
            runId);
  }

  /**
   * Before anything goes: without these rows, the runs that superseded them cannot be taken back.
   */
  private void noteForRollback(long runId) {
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "UPDATE runs SET superseded_rows = 'PURGED' WHERE run_id IN"
                    + " (SELECT by_run_id FROM superseded_files WHERE run_id = ?)"
                    + " AND state = 'PUBLISHED'"
                    + " AND (superseded_rows IS NULL OR superseded_rows <> 'PURGED')",
                runId));
  }

  /** Deletes where the partitions of a run begin, which nobody asks without its articles. */
  void deletePartitions(long runId) {
    new BoundedDelete(jdbc, transaction)
        .delete("run_partitions", List.of("run_id", "partition_number"), "run_id = ?", runId);
  }

  private void deleteFiles(long runId, List<Long> files) {
    List<Object[]> keys = files.stream().map(file -> new Object[] {runId, file}).toList();
    transaction.executeWithoutResult(
        status -> {
          jdbc.batchUpdate("DELETE FROM touched_files WHERE run_id = ? AND file_number = ?", keys);
          // What a run said that was taken back keeps nothing in the ledger.
          jdbc.batchUpdate(
              "DELETE FROM superseded_files WHERE run_id = ? AND file_number = ? AND by_run_id IN"
                  + " (SELECT r.run_id FROM runs r WHERE r.state = 'ROLLED_BACK')",
              keys);
          jdbc.batchUpdate(
              "DELETE FROM source_files WHERE run_id = ? AND file_number = ? AND NOT EXISTS"
                  + " (SELECT 1 FROM superseded_files s WHERE s.run_id = source_files.run_id"
                  + " AND s.file_number = source_files.file_number AND s.removed = TRUE)",
              keys);
          jdbc.batchUpdate(
              "DELETE FROM superseded_files WHERE run_id = ? AND file_number = ?"
                  + " AND removed = FALSE",
              keys);
        });
  }

  /** Numbers of the next files of a run that a published run superseded. */
  private List<Long> page(long runId, long after, By by) {
    return jdbc
        .queryForList(
            "SELECT s.file_number FROM superseded_files s JOIN runs r ON r.run_id = s.by_run_id"
                + " WHERE s.run_id = ? AND s.file_number > ? AND r.state = 'PUBLISHED'"
                + (by == By.BASELINE ? " AND r.baseline = TRUE" : "")
                // By the whole key: by a part of it HSQLDB reads and sorts all the rest.
                + " ORDER BY s.run_id, s.file_number, s.by_run_id FETCH FIRST "
                + PAGE
                + " ROWS ONLY",
            Long.class,
            runId,
            after)
        .stream()
        .distinct()
        .toList();
  }

  private static List<Range> ranges(List<Long> files) {
    List<Range> ranges = new ArrayList<>();
    long first = files.get(0);
    long last = first;
    for (long file : files.subList(1, files.size())) {
      if (file != last + 1) {
        ranges.add(new Range(first, last));
        first = file;
      }
      last = file;
    }
    ranges.add(new Range(first, last));
    return ranges;
  }
}
