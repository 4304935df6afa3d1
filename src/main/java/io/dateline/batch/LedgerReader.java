package io.dateline.batch;

import io.dateline.source.KnownFile;
import io.dateline.source.ManifestFile.LedgerKey;
import io.dateline.source.ManifestOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job's current files in manifest order.
 *
 * <p>Each run's files are in that order by their numbers already, so the runs are merged like
 * sorted files; the database sorts by numbers alone and never by a collation. Reads keyset pages,
 * never one open result set. Not safe for use by several threads.
 */
public final class LedgerReader implements Iterator<KnownFile> {

  /** Rows held at a time over all runs; ten years of nights are 3,650 runs. */
  private static final int MAX_ROWS_HELD = 50_000;

  /** Fewest and most rows a page. */
  private static final int MIN_PAGE = 20;

  private static final int MAX_PAGE = 500;

  private final JdbcClient jdbc;
  private final int page;
  private final PriorityQueue<RunCursor> cursors =
      new PriorityQueue<>((a, b) -> ManifestOrder.compare(a.head(), b.head()));

  /** A reader of the files that published runs of the job made current. */
  public LedgerReader(JdbcClient jdbc, String jobName) {
    this.jdbc = jdbc;
    List<Long> runs =
        jdbc.sql("SELECT run_id FROM runs WHERE job_name = ? AND state = 'PUBLISHED'")
            .param(jobName)
            .query(Long.class)
            .list();
    this.page = Math.max(MIN_PAGE, Math.min(MAX_PAGE, MAX_ROWS_HELD / Math.max(1, runs.size())));
    for (long runId : runs) {
      RunCursor cursor = new RunCursor(runId);
      if (cursor.fill()) {
        cursors.add(cursor);
      }
    }
  }

  @Override
  public boolean hasNext() {
    return !cursors.isEmpty();
  }

  @Override
  public KnownFile next() {
    RunCursor first = cursors.poll();
    if (first == null) {
      throw new NoSuchElementException("the ledger is at its end");
    }
    KnownFile file = first.page.remove();
    if (first.fill()) {
      cursors.add(first);
    }
    return file;
  }

  private final class RunCursor {
    private final long runId;
    private final Deque<KnownFile> page = new ArrayDeque<>();
    private long last = -1;

    RunCursor(long runId) {
      this.runId = runId;
    }

    KnownFile head() {
      return page.getFirst();
    }

    /** Whether there is a head, after reading the next page if need be. */
    boolean fill() {
      if (!page.isEmpty()) {
        return true;
      }
      List<KnownFile> rows =
          jdbc.sql(
                  "SELECT f.* FROM source_files f WHERE f.run_id = ? AND f.file_number > ?"
                      + " AND NOT EXISTS (SELECT 1 FROM superseded_files s"
                      + " JOIN runs later ON later.run_id = s.by_run_id"
                      + " AND later.state = 'PUBLISHED'"
                      + " WHERE s.run_id = f.run_id AND s.file_number = f.file_number)"
                      // By the whole key: by a part of it HSQLDB reads and sorts all the rest.
                      + " ORDER BY f.run_id, f.file_number FETCH FIRST "
                      + LedgerReader.this.page
                      + " ROWS ONLY")
              .params(runId, last)
              .query(
                  (rs, row) ->
                      new KnownFile(
                          rs.getString("collection"),
                          rs.getString("source_path"),
                          rs.getLong("size_bytes"),
                          rs.getLong("modified_nanos"),
                          new LedgerKey(runId, rs.getLong("file_number")),
                          rs.getBoolean("retry")))
              .list();
      if (rows.isEmpty()) {
        return false;
      }
      page.addAll(rows);
      last = rows.get(rows.size() - 1).key().fileNumber();
      return true;
    }
  }
}
