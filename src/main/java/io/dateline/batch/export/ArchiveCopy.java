package io.dateline.batch.export;

import io.dateline.batch.plan.LedgerReader;
import io.dateline.batch.run.JoinedFile;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunStore;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies all current rows of a job into a run that is not published yet: the files as an export
 * would write them, the rows with that run's key and new ordinals in the same order, the ledger
 * with all it knows. Nothing of it counts until the run is published.
 */
public final class ArchiveCopy {

  /**
   * What was copied.
   *
   * @param files the three tables by their names
   * @param sources files of the ledger
   * @param sourceBytes their size
   * @param sha256 over what the copy was made of, 64 hex digits
   */
  public record Copied(
      Map<String, JoinedFile> files, long sources, long sourceBytes, String sha256) {

    /** Rows of a table. */
    public long rows(PackagedTable table) {
      JoinedFile file = files.get(table.fileName());
      return file == null ? 0 : file.rows();
    }
  }

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final RunStore store;

  /** A copy within a database. */
  public ArchiveCopy(JdbcTemplate jdbc, TransactionTemplate transaction, RunStore store) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.transaction = transaction;
    this.store = store;
  }

  /**
   * Copies into a run whose staging folder exists and holds no tables.
   *
   * @param betweenRanges called between two ranges of files; may throw to end the work
   */
  public Copied to(Run run, Runnable betweenRanges) throws IOException {
    boolean guard = run.frozen().settings().csv().formulaGuard();
    CopiedFiles files =
        new CopiedFiles(new LedgerReader(client, run.jobName()), jdbc, transaction, run.runId());
    CopiedRows rows = new CopiedRows(jdbc, transaction, run.runId());
    try (OpenRuns runs = new OpenRuns(client, store, PackagedTable.ARTICLES.header(), guard);
        ArchiveTables tables =
            new CsvTables(run.folders().staging(), ExportForm.ofRun(guard), true)) {
      ArchiveWriter writer =
          new ArchiveWriter(
              tables, new ArchiveRows(client), runs, ArticleFilter.NONE, rows::articles);
      FileRanges ranges = new FileRanges(files);
      long next = 0;
      while (ranges.hasNext()) {
        betweenRanges.run();
        FileRange range = ranges.next();
        rows.begin(next - range.first());
        writer.add(range);
        rows.rejections(range);
        next += range.last() - range.first() + 1;
      }
      files.flush();
      return new Copied(tables.finish(), next, files.bytes(), files.sha256());
    }
  }
}
