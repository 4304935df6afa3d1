package io.dateline.batch.lease;

import io.dateline.batch.run.RunFailure;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Admits one process to a job, whatever the number of hosts on the database.
 *
 * <p>While this process holds a lease, every transaction of it ends with a look at that lease: a
 * takeover waits for transactions that looked before it, and those that look after it roll back. So
 * a process that was frozen, given up and wakes up again changes nothing in the database, wherever
 * it froze. In files it changes nothing that is published: its part files are its own, the renames
 * that publish come after {@link #requireHeld}, and of what was renamed by the new owner there is
 * nothing left to rename. The folder's own lock, which a frozen process keeps, comes before all
 * that where the hosts share a file system that has locks.
 *
 * <p>Safe for use by several threads.
 */
public final class JobLeases implements TransactionExecutionListener {

  /** Each try loses to somebody who was faster; so often in a row there is somebody at work. */
  private static final int MAX_TRIES = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  private final LeaseTable table;
  private final LeaseTiming timing;
  private final boolean alone;
  private final AtomicReference<@Nullable HeldLease> current = new AtomicReference<>();

  /**
   * Leases in a database.
   *
   * @param alone whether the database admits one process, and its lock is held: then every lease
   *     that is found there is a dead one's, and none can be lost
   */
  JobLeases(LeaseTable table, LeaseTiming timing, boolean alone) {
    this.table = table;
    this.timing = timing;
    this.alone = alone;
  }

  /**
   * Takes the lease of a job.
   *
   * @param onLoss called once, by any thread, if the lease is lost before it is closed
   * @throws RunFailure with {@code BUSY} and the owner's name if a live process has it
   */
  public HeldLease take(String jobName, Runnable onLoss) {
    LeaseOwner self = LeaseOwner.self();
    String token = UUID.randomUUID().toString();
    LeaseRow faster = null;
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<LeaseRow> found = table.read(jobName);
      if (found.isEmpty()) {
        if (table.insert(jobName, self, token)) {
          return held(jobName, token, null, onLoss);
        }
        continue;
      }
      LeaseRow row = found.get();
      String reason = whyFree(row);
      if (reason == null) {
        throw busy(jobName, row);
      }
      if (takeOver(jobName, row, self, token)) {
        String sentence =
            "Took " + jobName + " over from " + row.owner().describe() + ", " + reason + ".";
        return held(jobName, token, sentence, onLoss);
      }
      faster = row;
    }
    throw busy(jobName, faster);
  }

  private boolean takeOver(String jobName, LeaseRow row, LeaseOwner self, String token) {
    try {
      return table.takeOver(jobName, row, self, token);
    } catch (QueryTimeoutException e) {
      // The owner was frozen between its last look and its commit, which may still come.
      throw busy(jobName, row);
    }
  }

  private HeldLease held(String jobName, String token, @Nullable String takeover, Runnable onLoss) {
    HeldLease lease = new HeldLease(this, table, jobName, token, timing, takeover, onLoss);
    current.set(lease);
    lease.start();
    return lease;
  }

  /** Why a lease may be taken over, or null. */
  private @Nullable String whyFree(LeaseRow row) {
    if (row.owner().isGone()) {
      return "which is gone";
    }
    if (alone) {
      return "which did not end it";
    }
    return row.silence().compareTo(timing.expiry()) > 0
        ? "which was last heard of " + row.silence().toSeconds() + " s ago"
        : null;
  }

  private RunFailure busy(String jobName, @Nullable LeaseRow row) {
    String owner =
        row == null
            ? "another process"
            : row.owner().describe()
                + " since "
                + TIME.format(row.acquired().truncatedTo(ChronoUnit.SECONDS))
                + ", last heard of "
                + Math.max(0, row.silence().toSeconds())
                + " s ago";
    return new RunFailure(
        RunFailure.Kind.BUSY,
        "Dateline is already at work on job "
            + jobName
            + " ("
            + owner
            + "); try again when it ends. Should it be dead, it is taken over "
            + timing.expiry().toSeconds()
            + " s after it was last heard of.",
        null);
  }

  /** What tells the lease that this process holds from all others; empty if it holds none. */
  public String token() {
    HeldLease lease = current.get();
    return lease == null ? "" : lease.token();
  }

  /** What is known of the process that once held a lease. */
  public enum Holder {
    /** It holds the lease still, and was heard of not long ago. */
    ALIVE,
    /** It holds the lease still, and was not heard of for so long that it may be taken over. */
    SILENT,
    /** The lease is another's, or nobody's. */
    GONE
  }

  /** Looks after another process. */
  public Holder holder(String jobName, String token) {
    return table
        .read(jobName)
        .filter(row -> row.token().equals(token))
        .map(row -> row.silence().compareTo(timing.expiry()) > 0 ? Holder.SILENT : Holder.ALIVE)
        .orElse(Holder.GONE);
  }

  /**
   * Checks, before something that cannot be taken back, that the lease is still this process's. In
   * a process that holds none this does nothing.
   *
   * @throws RunFailure if it is another's
   */
  public void requireHeld() {
    HeldLease lease = current.get();
    if (lease != null && mayBeTakenOver()) {
      lease.requireHeld();
    }
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    HeldLease lease = current.get();
    if (lease != null && mayBeTakenOver() && !transaction.isReadOnly()) {
      lease.holdUntilCommit();
    }
  }

  boolean mayBeTakenOver() {
    return !alone;
  }

  boolean isCurrent(HeldLease lease) {
    return current.get() == lease;
  }

  void forget(HeldLease lease) {
    current.compareAndSet(lease, null);
  }
}
