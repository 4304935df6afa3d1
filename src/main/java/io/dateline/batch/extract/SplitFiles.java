package io.dateline.batch.extract;

import io.dateline.batch.rows.RowInserts;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.ReadPosition;
import io.dateline.batch.run.Run;
import io.dateline.source.FileSplit;
import io.dateline.source.Manifest;
import io.dateline.source.ManifestFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters files that were read in parts into the ledger once all their parts are read: what a file
 * came to, no part of it knows.
 */
public final class SplitFiles {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate ownTransaction;

  public SplitFiles(JdbcTemplate jdbc, TransactionTemplate ownTransaction) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
  }

  /** What the parts of a file came to together. */
  private record Sum(FileSplit split, boolean retry, @Nullable String retryOn) {

    static Sum of(FileSplit split, PartitionState part) {
      return new Sum(split, part.position().retry(), part.position().retryOn());
    }

    Sum plus(Sum other) {
      return new Sum(split, retry || other.retry, ReadPosition.earlier(retryOn, other.retryOn));
    }
  }

  /**
   * Enters the files of a run; those that an earlier attempt entered stay as they are.
   *
   * @param partitions of the run, all of them read to their ends
   * @throws IOException if the manifest cannot be read
   */
  public void enter(Run run, List<PartitionState> partitions) throws IOException {
    Map<Long, Sum> byLine = new LinkedHashMap<>();
    for (PartitionState partition : partitions) {
      FileSplit split = partition.split();
      if (split != null) {
        byLine.merge(partition.manifestOffset(), Sum.of(split, partition), Sum::plus);
      }
    }
    for (Map.Entry<Long, Sum> file : byLine.entrySet()) {
      try (Manifest.Reader manifest = Manifest.open(run.folders().manifest(), file.getKey())) {
        ManifestFile line = manifest.next();
        if (line == null) {
          throw new IOException("The manifest " + run.folders().manifest() + " ends too early");
        }
        enter(run, line, file.getValue());
      }
    }
  }

  private void enter(Run run, ManifestFile file, Sum sum) {
    FinishedFile finished =
        new FinishedFile(
            file, sum.retry() ? "" : sum.split().contentSha256(), sum.retry(), sum.retryOn());
    ownTransaction.executeWithoutResult(
        status -> {
          if (!isEntered(run, file)) {
            RowInserts inserts = new RowInserts(jdbc);
            LedgerRows.add(inserts, run.runId(), finished);
            inserts.flush();
          }
        });
  }

  private boolean isEntered(Run run, ManifestFile file) {
    Long rows =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM source_files WHERE run_id = ? AND file_number = ?",
            Long.class,
            run.runId(),
            file.number());
    return rows != null && rows > 0;
  }
}
