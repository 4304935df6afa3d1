package io.dateline.batch;

import io.dateline.source.ManifestFile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** All that a run has put into the tables, for a run that is given up. */
@Component
class RunRows {

  /** Files a transaction: the database keeps every deleted row in memory until it commits. */
  private static final long FILES_PER_TRANSACTION = 10_000;

  private static final List<String> TABLES =
      List.of("article_rows", "quote_rows", "rejection_rows", "source_files");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RunRows(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Deletes the rows of a run; may be interrupted and called again. */
  void delete(Run run) {
    long files = run.plan() == null ? 0 : run.plan().files();
    for (long from = 0; from < files; from += FILES_PER_TRANSACTION) {
      long first = from;
      transaction.executeWithoutResult(status -> deleteFiles(run.runId(), first));
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("DELETE FROM superseded_files WHERE by_run_id = ?").param(run.runId()).update();
          jdbc.sql("DELETE FROM summary_counts WHERE run_id = ?").param(run.runId()).update();
          jdbc.sql("DELETE FROM run_partitions WHERE run_id = ?").param(run.runId()).update();
        });
  }

  private void deleteFiles(long runId, long first) {
    long end = first + FILES_PER_TRANSACTION;
    for (String table : TABLES) {
      boolean byFile = table.equals("source_files");
      // Rows are found by the key: the ordinal of a file's entries follows from its number.
      jdbc.sql(
              "DELETE FROM "
                  + table
                  + " WHERE run_id = ? AND "
                  + (byFile ? "file_number" : "ordinal")
                  + " >= ? AND "
                  + (byFile ? "file_number" : "ordinal")
                  + " < ?")
          .params(
              runId,
              byFile ? first : ManifestFile.firstOrdinal(first),
              byFile ? end : ManifestFile.firstOrdinal(end))
          .update();
    }
  }
}
