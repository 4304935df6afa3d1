package io.dateline.batch.summary;

import io.dateline.batch.rows.BoundedDelete;
import io.dateline.batch.rows.RunRows;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Restores the totals of the groups as they were before runs that are about to be taken back: of
 * each group only the newest total is kept, so what stood before two of them is gone.
 *
 * <p>Counts what those runs read, and not the archive. Nobody sees what it writes while those runs
 * are published. May be interrupted and called again.
 */
public final class TakenBackSummary {

  private static final Logger log = LoggerFactory.getLogger(TakenBackSummary.class);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String jobName;

  /** The summaries of a job. */
  public TakenBackSummary(JdbcTemplate jdbc, TransactionTemplate transaction, String jobName) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.jobName = jobName;
  }

  /**
   * Restores, under the newest run that remains.
   *
   * @param published keys of the job's published runs
   * @param takenBack the newest of them, which are to be taken back
   * @param betweenPages called between two pages of rows; may throw to end the counting
   * @return whether it could be done; if not, the archive has to be counted anew
   */
  public boolean restore(Set<Long> published, Set<Long> takenBack, Runnable betweenPages) {
    NavigableSet<Long> remaining = new TreeSet<>(published);
    remaining.removeAll(takenBack);
    if (remaining.isEmpty()) {
      return true;
    }
    // No run has a negative key, so that no view shows what is counted under it.
    long draft = -Collections.min(takenBack);
    dropDrafts();
    Visibility visibility = new Visibility(published, takenBack, draft, SummaryBase.TAKEN_BACK);
    try {
      new ArchiveSummary(jdbc, transaction, jobName, visibility, betweenPages)
          .takeBack(remaining.last());
      return true;
    } catch (SummaryMismatchException e) {
      log.warn("{}; the next run counts the whole archive anew.", e.getMessage());
      return false;
    } finally {
      dropDrafts();
    }
  }

  private void dropDrafts() {
    new BoundedDelete(jdbc, transaction)
        .delete("summary_groups", RunRows.GROUP_KEY, "run_id < 0 AND job_name = ?", jobName);
  }
}
