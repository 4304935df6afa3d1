package io.dateline.batch.plan;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.source.KnownFile;
import io.dateline.source.LedgerChanges;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what planning learns of known files that are not read: those that are gone, and those
 * that were merely touched. The rows count only once their run has ended well.
 *
 * <p>Goes by transactions of its own, since the database keeps what a transaction changes in memory
 * and a restored backup touches every file. Not safe for use by several threads.
 */
final class LedgerChangeRows implements LedgerChanges {

  private static final int BATCH = 5_000;

  private static final List<String> FILE_BY_RUN = List.of("run_id", "file_number", "by_run_id");

  private static final int[] THREE_NUMBERS = {Types.BIGINT, Types.BIGINT, Types.BIGINT};

  private static final int[] FOUR_NUMBERS = {
    Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.BIGINT
  };

  private final JdbcTemplate jdbc;
  private final TransactionTemplate ownTransaction;
  private final long runId;
  private final boolean keepRemoved;
  private final List<Object[]> removed = new ArrayList<>();

  /** Entries of folders that could not be entered and now can: few, so they wait for the end. */
  private final List<Object[]> closedFolders = new ArrayList<>();

  private final List<Object[]> touched = new ArrayList<>();
  private long removedFiles;

  /**
   * Changes that a run finds, in place of those that an interrupted planning wrote.
   *
   * @param ownTransaction begins a transaction whatever is under way
   * @param keepRemoved whether files that are gone stay as they are
   */
  LedgerChangeRows(
      JdbcTemplate jdbc, TransactionTemplate ownTransaction, long runId, boolean keepRemoved) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.runId = runId;
    this.keepRemoved = keepRemoved;
    keepFiles();
    new BoundedDelete(jdbc, ownTransaction)
        .delete("touched_files", FILE_BY_RUN, "by_run_id = ?", runId);
  }

  @Override
  public void gone(KnownFile file) {
    Object[] row = {file.key().runId(), file.key().fileNumber(), runId};
    if (file.isClosedFolder()) {
      closedFolders.add(row);
      return;
    }
    if (keepRemoved) {
      return;
    }
    removedFiles++;
    removed.add(row);
    if (removed.size() >= BATCH) {
      write();
    }
  }

  @Override
  public void touched(KnownFile file, long modifiedNanos) {
    touched.add(new Object[] {file.key().runId(), file.key().fileNumber(), runId, modifiedNanos});
    if (touched.size() >= BATCH) {
      write();
    }
  }

  /** Ledger entries that will be current no more. */
  long removed() {
    return removedFiles + closedFolders.size();
  }

  /** Takes back what was said of files that are gone; folders that can be entered again stay so. */
  void keepFiles() {
    removed.clear();
    removedFiles = 0;
    new BoundedDelete(jdbc, ownTransaction)
        .delete("superseded_files", FILE_BY_RUN, "by_run_id = ? AND removed = TRUE", runId);
  }

  /** Writes what is still held, at the end. */
  void flush() {
    removed.addAll(closedFolders);
    write();
  }

  private void write() {
    ownTransaction.executeWithoutResult(
        status -> {
          insert(
              "INSERT INTO superseded_files (run_id, file_number, by_run_id, removed)"
                  + " VALUES (?, ?, ?, TRUE)",
              removed,
              THREE_NUMBERS);
          insert(
              "INSERT INTO touched_files (run_id, file_number, by_run_id, modified_nanos)"
                  + " VALUES (?, ?, ?, ?)",
              touched,
              FOUR_NUMBERS);
        });
  }

  private void insert(String sql, List<Object[]> rows, int[] types) {
    // HSQLDB throws on an empty batch.
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, types);
      rows.clear();
    }
  }
}
