package io.dateline.batch.lease;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.dateline.batch.run.RunFailure;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease that this process holds. A thread of its own gives signs of life until it is closed, and
 * another one sees to it that they are answered.
 *
 * <p>Safe for use by several threads.
 */
public final class HeldLease implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HeldLease.class);

  private final JobLeases leases;
  private final LeaseTable table;
  private final String jobName;
  private final String token;
  private final LeaseTiming timing;
  private final @Nullable String takeover;
  private final Runnable onLoss;
  private final ScheduledExecutorService heart;

  private volatile @Nullable RunFailure loss;
  private volatile long renewedNanos = System.nanoTime();
  private volatile boolean silent;
  private volatile boolean beating;
  private volatile long begunNanos;

  HeldLease(
      JobLeases leases,
      LeaseTable table,
      String jobName,
      String token,
      LeaseTiming timing,
      @Nullable String takeover,
      Runnable onLoss) {
    this.leases = leases;
    this.table = table;
    this.jobName = jobName;
    this.token = token;
    this.timing = timing;
    this.takeover = takeover;
    this.onLoss = onLoss;
    this.heart =
        Executors.newScheduledThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "lease");
              thread.setDaemon(true);
              return thread;
            });
  }

  void start() {
    long beat = timing.beat().toMillis();
    var unusedBeats = heart.scheduleWithFixedDelay(this::beat, beat, beat, MILLISECONDS);
    var unusedLooks = heart.scheduleWithFixedDelay(this::lookAfterBeat, beat, beat, MILLISECONDS);
  }

  String token() {
    return token;
  }

  /** From whom the lease was taken over and why, as a sentence, if it was not free. */
  public Optional<String> takeover() {
    return Optional.ofNullable(takeover);
  }

  /** Why the lease is not held any more, or null. */
  public @Nullable RunFailure loss() {
    return loss;
  }

  private void beat() {
    long now = System.nanoTime();
    begunNanos = now;
    beating = true;
    try {
      if (!table.renew(jobName, token)) {
        loseToAnother();
        return;
      }
      renewedNanos = now;
      silent = false;
    } catch (RuntimeException e) {
      if (!silent) {
        silent = true;
        log.info("The lease of {} could not be renewed: {}", jobName, e.toString());
      }
      if (now - renewedNanos > timing.expiry().toNanos()) {
        loseDatabase(e);
      }
    } finally {
      beating = false;
    }
  }

  /**
   * A sign of life may itself wait for an answer that does not come, or only for a transaction that
   * takes long to commit: then the database answers others. Of a process that was frozen between
   * two of them the next one tells.
   */
  private void lookAfterBeat() {
    long now = System.nanoTime();
    if (beating
        && now - begunNanos > timing.beat().toNanos()
        && now - renewedNanos > timing.expiry().toNanos()
        && !table.answers()) {
      loseDatabase(null);
    }
  }

  private void loseDatabase(@Nullable Exception cause) {
    if (!leases.mayBeTakenOver()) {
      return;
    }
    RunFailure known =
        lose(
            new RunFailure(
                RunFailure.Kind.DATABASE,
                "The database was out of reach for "
                    + timing.expiry().toSeconds()
                    + " s, and another process may have taken "
                    + jobName
                    + " over; this one has stopped. Run the same command again to resume.",
                cause));
    if (known.kind() == RunFailure.Kind.DATABASE && leases.isCurrent(this)) {
      // Whoever waits for its answer would wait for a quarter of an hour.
      table.cutOff();
    }
  }

  /** Joins the transaction that is about to commit: it rolls back if the lease is another's. */
  void holdUntilCommit() {
    RunFailure known = loss;
    if (known != null) {
      throw again(known);
    }
    if (!table.hold(jobName, token)) {
      throw again(loseToAnother());
    }
  }

  void requireHeld() {
    RunFailure known = loss;
    if (known != null) {
      throw again(known);
    }
    if (!table.isHeld(jobName, token)) {
      throw again(loseToAnother());
    }
  }

  /** An exception of its own for every thread. */
  private static RunFailure again(RunFailure known) {
    return new RunFailure(known.kind(), String.valueOf(known.getMessage()), known);
  }

  private RunFailure loseToAnother() {
    String by =
        table.read(jobName).map(row -> " by " + row.owner().describe()).orElse(" by somebody");
    return lose(
        new RunFailure(
            RunFailure.Kind.BUSY,
            "Job "
                + jobName
                + " was taken over"
                + by
                + ", since this process was not heard of for a while; this one has stopped, and"
                + " the other goes on.",
            null));
  }

  private synchronized RunFailure lose(RunFailure failure) {
    RunFailure known = loss;
    if (known != null) {
      return known;
    }
    loss = failure;
    heart.shutdown();
    log.info("{}", failure.getMessage());
    if (leases.isCurrent(this)) {
      onLoss.run();
    }
    return failure;
  }

  /** Gives the lease back. Where the database does not take it, it expires by itself. */
  @Override
  public void close() {
    stopHeart();
    leases.forget(this);
    if (loss != null) {
      return;
    }
    try {
      table.release(jobName, token);
    } catch (RuntimeException e) {
      log.info("The lease of {} could not be given back: {}", jobName, e.toString());
    }
  }

  /** Waits for a beat under way: an interrupt would close the files of an embedded database. */
  private void stopHeart() {
    heart.shutdown();
    try {
      if (!heart.awaitTermination(timing.beat().toMillis(), MILLISECONDS)) {
        log.info("A sign of life is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
