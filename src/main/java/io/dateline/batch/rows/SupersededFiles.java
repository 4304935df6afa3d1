package io.dateline.batch.rows;

import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which files of earlier runs were superseded, and by which runs. */
public final class SupersededFiles {

  private static final int PAGE = 1_000;

  private final JdbcClient jdbc;

  /** A reader of a database. */
  public SupersededFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** For each file of a run in a range of numbers that was superseded, the runs that did. */
  public Map<Long, Set<Long>> in(long runId, long firstFile, long lastFile) {
    Map<Long, Set<Long>> by = new HashMap<>();
    jdbc.sql(
            "SELECT file_number, by_run_id FROM superseded_files"
                + " WHERE run_id = ? AND file_number >= ? AND file_number <= ?")
        .params(runId, firstFile, lastFile)
        .query(
            rs -> {
              by.computeIfAbsent(rs.getLong("file_number"), n -> new HashSet<>())
                  .add(rs.getLong("by_run_id"));
            });
    return by;
  }

  /** The runs that superseded one file. */
  public Set<Long> of(long runId, long file) {
    return in(runId, file, file).getOrDefault(file, Set.of());
  }

  /** Files of earlier runs that a run supersedes, in the order of their keys. */
  public Iterator<LedgerKey> by(long byRunId) {
    return new Pages(byRunId, "");
  }

  /** Those of them that it found gone. */
  public Iterator<LedgerKey> removedBy(long byRunId) {
    return new Pages(byRunId, " AND removed = TRUE");
  }

  /** By keyset pages: first the rest of the run of the last key, then the runs after it. */
  private final class Pages implements Iterator<LedgerKey> {
    private final long byRunId;
    private final String condition;
    private final Deque<LedgerKey> page = new ArrayDeque<>();
    private LedgerKey last = new LedgerKey(-1, -1);
    private boolean more = true;

    Pages(long byRunId, String condition) {
      this.byRunId = byRunId;
      this.condition = condition;
    }

    @Override
    public boolean hasNext() {
      if (page.isEmpty() && more) {
        read("run_id = ? AND file_number > ?", last.runId(), last.fileNumber());
        if (page.size() < PAGE) {
          read("run_id > ? AND file_number >= ?", last.runId(), 0);
          more = !page.isEmpty();
        }
        if (!page.isEmpty()) {
          last = page.getLast();
        }
      }
      return !page.isEmpty();
    }

    private void read(String from, long runId, long fileNumber) {
      page.addAll(
          jdbc.sql(
                  "SELECT run_id, file_number FROM superseded_files WHERE by_run_id = ?"
                      + condition
                      + " AND "
                      + from
                      + " ORDER BY by_run_id, run_id, file_number FETCH FIRST "
                      + PAGE
                      + " ROWS ONLY")
              .params(byRunId, runId, fileNumber)
              .query((rs, row) -> new LedgerKey(rs.getLong("run_id"), rs.getLong("file_number")))
              .list());
    }

    @Override
    public LedgerKey next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no more files");
      }
      return page.removeFirst();
    }
  }
}
