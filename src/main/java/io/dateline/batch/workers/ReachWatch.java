package io.dateline.batch.workers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * For how long something is out of reach: listeners look for a lost broker for ever, and who waits
 * for the answer of a database that has fallen silent waits for a quarter of an hour. One question
 * after the other, from one thread.
 */
final class ReachWatch {

  private static final long BETWEEN_CALLS_SECONDS = 10;

  private final BooleanSupplier reachable;
  private final long lostNanos;
  private final LongSupplier nanoTime;
  private long reachedNanos;
  private long calledNanos;

  /**
   * Of something that was just reached.
   *
   * @param reachable calls it
   * @param lostSeconds after which it is not waited for any longer
   * @param nanoTime as {@link System#nanoTime()}
   */
  ReachWatch(BooleanSupplier reachable, long lostSeconds, LongSupplier nanoTime) {
    this.reachable = reachable;
    this.lostNanos = SECONDS.toNanos(lostSeconds);
    this.nanoTime = nanoTime;
    this.reachedNanos = nanoTime.getAsLong();
    this.calledNanos = reachedNanos;
  }

  /** Whether to wait for it no longer; calls it now and then, however often this is asked. */
  boolean isLost() {
    long now = nanoTime.getAsLong();
    if (now - calledNanos < SECONDS.toNanos(BETWEEN_CALLS_SECONDS)) {
      return false;
    }
    calledNanos = now;
    if (reachable.getAsBoolean()) {
      reachedNanos = nanoTime.getAsLong();
      return false;
    }
    return nanoTime.getAsLong() - reachedNanos > lostNanos;
  }
}
