package io.dateline.batch.plan;

import io.dateline.source.KnownFile;
import io.dateline.source.ManifestFile.LedgerKey;
import io.dateline.source.ManifestOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private static final int MAX_PAGE = 5_000;

  private final JdbcClient jdbc;
  private final int page;
  private final Set<Long> published;
  private final String jobName;

  /** Read only when a time is in question: of quiet nights there are far more than of others. */
  private @Nullable Set<Long> endedWell;

  private final PriorityQueue<RunCursor> cursors =
      new PriorityQueue<>((a, b) -> ManifestOrder.compare(a.head(), b.head()));

  /** A reader of the files that published runs of the job made current. */
  public LedgerReader(JdbcClient jdbc, String jobName) {
    this.jdbc = jdbc;
    this.published = runs(jobName, "'PUBLISHED'");
    this.jobName = jobName;
    this.page =
        Math.max(MIN_PAGE, Math.min(MAX_PAGE, MAX_ROWS_HELD / Math.max(1, published.size())));
    for (long runId : published) {
      RunCursor cursor = new RunCursor(runId);
      if (cursor.fill()) {
        cursors.add(cursor);
      }
    }
  }

  private Set<Long> runs(String jobName, String states) {
    return new HashSet<>(
        jdbc.sql("SELECT run_id FROM runs WHERE job_name = ? AND state IN (" + states + ")")
            .param(jobName)
            .query(Long.class)
            .list());
  }

  private Set<Long> endedWell() {
    Set<Long> known = endedWell;
    if (known == null) {
      known = runs(jobName, "'PUBLISHED', 'NOTHING_NEW'");
      endedWell = known;
    }
    return known;
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

    /** Whether there is a head, after reading the next pages if need be. */
    boolean fill() {
      while (page.isEmpty()) {
        List<KnownFile> rows = read();
        if (rows.isEmpty()) {
          return false;
        }
        long end = rows.get(rows.size() - 1).key().fileNumber();
        Set<Long> superseded = superseded(end);
        Map<Long, Long> touched = touched(end);
        for (KnownFile row : rows) {
          long number = row.key().fileNumber();
          if (!superseded.contains(number)) {
            page.add(at(row, touched.getOrDefault(number, row.modifiedNanos())));
          }
        }
        last = end;
      }
      return true;
    }

    private List<KnownFile> read() {
      return jdbc.sql(
              "SELECT * FROM source_files WHERE run_id = ? AND file_number > ?"
                  // By the whole key: by a part of it HSQLDB reads and sorts all the rest.
                  + " ORDER BY run_id, file_number FETCH FIRST "
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
                      rs.getString("content_sha256"),
                      new LedgerKey(runId, rs.getLong("file_number")),
                      rs.getBoolean("retry"),
                      rs.getString("retry_on")))
          .list();
    }

    private Set<Long> superseded(long end) {
      Set<Long> numbers = new HashSet<>();
      jdbc.sql(
              "SELECT file_number, by_run_id FROM superseded_files"
                  + " WHERE run_id = ? AND file_number > ? AND file_number <= ?")
          .params(runId, last, end)
          .query(
              rs -> {
                if (published.contains(rs.getLong("by_run_id"))) {
                  numbers.add(rs.getLong("file_number"));
                }
              });
      return numbers;
    }

    private Map<Long, Long> touched(long end) {
      Map<Long, Long> times = new HashMap<>();
      jdbc.sql(
              "SELECT file_number, by_run_id, modified_nanos FROM touched_files"
                  + " WHERE run_id = ? AND file_number > ? AND file_number <= ?"
                  + " ORDER BY run_id, file_number, by_run_id")
          .params(runId, last, end)
          .query(
              rs -> {
                if (endedWell().contains(rs.getLong("by_run_id"))) {
                  times.put(rs.getLong("file_number"), rs.getLong("modified_nanos"));
                }
              });
      return times;
    }
  }

  private static KnownFile at(KnownFile file, long modifiedNanos) {
    return file.modifiedNanos() == modifiedNanos
        ? file
        : new KnownFile(
            file.collection(),
            file.sourcePath(),
            file.sizeBytes(),
            modifiedNanos,
            file.contentSha256(),
            file.key(),
            file.retry(),
            file.retryOn());
  }
}
