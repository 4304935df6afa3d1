package io.dateline.batch.summary;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.summary.RestoredTotals.Seen;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Restores the totals of the groups as they were before runs that are about to be taken back: of
 * each group only the newest total is kept, so what stood before two of them is gone.
 *
 * <p>Counts what those runs read, and not the archive, under a key that no run has, so that nobody
 * sees it. May be interrupted and begun again. Not safe for use by several threads.
 */
public final class TakenBackSummary implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TakenBackSummary.class);

  private final String jobName;
  private final BoundedDelete bounded;
  private final ArchiveSummary archive;
  private final @Nullable RestoredTotals totals;

  /**
   * The summaries of a job.
   *
   * @param published keys of the job's published runs
   * @param takenBack the newest of them, which are to be taken back
   * @param betweenPages called between two pages of rows; may throw to end the counting
   */
  public TakenBackSummary(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      String jobName,
      Set<Long> published,
      Set<Long> takenBack,
      Runnable betweenPages) {
    TreeSet<Long> remaining = new TreeSet<>(published);
    remaining.removeAll(takenBack);
    // Keys of runs are positive.
    long draft = -Collections.min(takenBack);
    Visibility visibility = new Visibility(published, takenBack, draft, SummaryBase.TAKEN_BACK);
    this.jobName = jobName;
    this.bounded = new BoundedDelete(jdbc, transaction);
    this.archive = new ArchiveSummary(jdbc, transaction, jobName, visibility, betweenPages);
    this.totals =
        remaining.isEmpty()
            ? null
            : new RestoredTotals(
                new SummaryGroups(jdbc, transaction, jobName, visibility),
                visibility,
                remaining.last());
  }

  /**
   * Counts, and writes what nobody sees as long as those runs are published.
   *
   * @return whether it could be done; if not, the archive has to be counted anew
   */
  public boolean prepare() {
    if (totals == null) {
      return true;
    }
    dropDrafts();
    try {
      archive.countTakenBack();
    } catch (SummaryMismatchException e) {
      log.warn("{}; the next run counts the whole archive anew.", e.getMessage());
      return false;
    }
    totals.write(Seen.BY_NOBODY);
    return true;
  }

  /** Writes the rest, in the transaction that takes the runs back. */
  public void complete() {
    if (totals != null) {
      totals.write(Seen.AT_ONCE);
    }
  }

  /** Deletes what was only counted. */
  @Override
  public void close() {
    dropDrafts();
  }

  private void dropDrafts() {
    bounded.delete("summary_groups", RunRows.GROUP_KEY, "run_id < 0 AND job_name = ?", jobName);
  }
}
