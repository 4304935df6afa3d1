package io.dateline.batch.workers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * For how long a broker is out of reach: listeners look for a lost one for ever, and tell nobody.
 * One question after the other, from one thread.
 */
final class BrokerWatch {

  /** A broker is restarted in less. */
  static final long LOST_SECONDS = 120;

  private static final long BETWEEN_CALLS_SECONDS = 10;

  private final BooleanSupplier reachable;
  private final LongSupplier nanoTime;
  private long reachedNanos;
  private long calledNanos;

  /**
   * Of a broker that was just reached.
   *
   * @param reachable calls it
   * @param nanoTime as {@link System#nanoTime()}
   */
  BrokerWatch(BooleanSupplier reachable, LongSupplier nanoTime) {
    this.reachable = reachable;
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
    return nanoTime.getAsLong() - reachedNanos > SECONDS.toNanos(LOST_SECONDS);
  }
}
