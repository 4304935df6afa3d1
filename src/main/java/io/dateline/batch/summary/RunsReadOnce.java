package io.dateline.batch.summary;

import io.dateline.batch.run.CountedRun;
import io.dateline.batch.run.CountedRuns;
import io.dateline.batch.run.RunStore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tables hold of a run. The summaries read every row of it, so that the step behind them
 * need not read them again; in a process that did not make them, it does. Safe for use by several
 * threads.
 */
public final class RunsReadOnce implements CountedRuns {

  /** Rows read at a time. */
  private static final int PAGE = 1_000;

  private final CountedRows rows;
  private final RunStore store;
  private final Runnable betweenPages;
  private final AtomicReference<@Nullable CountedRun> last = new AtomicReference<>();

  /**
   * The runs of a database.
   *
   * @param betweenPages called between two pages of rows; may throw to end the reading
   */
  public RunsReadOnce(JdbcClient client, RunStore store, Runnable betweenPages) {
    this.rows = new CountedRows(client);
    this.store = store;
    this.betweenPages = betweenPages;
  }

  void keep(CountedRun run) {
    last.set(run);
  }

  @Override
  public CountedRun of(long runId) {
    CountedRun known = last.get();
    return known != null && known.runId() == runId ? known : count(runId);
  }

  private CountedRun count(long runId) {
    RunTally tally = new RunTally();
    long after = -1;
    CountedRows.Page page;
    do {
      betweenPages.run();
      page = rows.page(runId, after, Long.MAX_VALUE, PAGE);
      tally.add(page);
      if (!page.isLast()) {
        after = page.rows().get(page.rows().size() - 1).ordinal();
      }
    } while (!page.isLast());
    tally.addRejections(store.countRows(runId).rejections());
    return tally.of(runId);
  }
}
