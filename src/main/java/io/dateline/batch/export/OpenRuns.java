package io.dateline.batch.export;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunStore;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The articles.csv files that are being read, the one used longest ago closed first: ten years of
 * nights are more files than a process may open. Not safe for use by several threads.
 */
public final class OpenRuns implements Closeable {

  /** Most files open at a time. */
  static final int MAX_OPEN = 32;

  private final JdbcClient jdbc;
  private final RunStore store;
  private final byte[] header;
  private final boolean guard;
  private final Map<Long, PublishedArticles> open = new LinkedHashMap<>(MAX_OPEN * 2, 0.75f, true);

  /**
   * No file open yet.
   *
   * @param header the header row of today's articles.csv, with its line end
   * @param guard whether text cells are to be guarded
   */
  public OpenRuns(JdbcClient jdbc, RunStore store, byte[] header, boolean guard) {
    this.jdbc = jdbc;
    this.store = store;
    this.header = header;
    this.guard = guard;
  }

  /**
   * One row of a run's articles.csv as it is written today, without its line end.
   *
   * @throws RunFailure of kind IO if the run's folder is gone, was changed or cannot be read
   */
  public String row(long runId, ArticlePlace place) {
    return articles(runId).row(place);
  }

  /** The articles of a run. */
  PublishedArticles articles(long runId) {
    PublishedArticles known = open.get(runId);
    if (known != null) {
      return known;
    }
    if (open.size() >= MAX_OPEN) {
      Iterator<PublishedArticles> eldest = open.values().iterator();
      eldest.next().close();
      eldest.remove();
    }
    Run run = store.get(runId);
    RunFolders folders = run.folders();
    PublishedArticles articles =
        PublishedArticles.open(
            folders.published(),
            layout(runId),
            header,
            run.frozen().settings().csv().formulaGuard(),
            guard);
    open.put(runId, articles);
    return articles;
  }

  private PublishedArticles.Layout layout(long runId) {
    record Partition(long offset, long bytes) {}
    List<Partition> partitions =
        jdbc.sql(
                "SELECT articles_offset, articles_bytes FROM run_partitions WHERE run_id = ?"
                    + " ORDER BY partition_number")
            .param(runId)
            .query((rs, row) -> new Partition(rs.getLong(1), rs.getLong(2)))
            .list();
    long end =
        partitions.isEmpty()
            ? 0
            : partitions.get(partitions.size() - 1).offset()
                + partitions.get(partitions.size() - 1).bytes();
    return new PublishedArticles.Layout(
        partitions.stream().mapToLong(Partition::offset).toArray(), end);
  }

  @Override
  public void close() {
    List<PublishedArticles> all = new ArrayList<>(open.values());
    open.clear();
    all.forEach(PublishedArticles::close);
  }
}
