package io.dateline.batch.lease;

import java.time.Duration;

/**
 * How leases go with time.
 *
 * @param beat between two signs of life
 * @param expiry silence after which an owner counts as dead
 */
record LeaseTiming(Duration beat, Duration expiry) {

  /**
   * Five signs of life in a row may be lost, to a short outage of the database or a long pause of
   * the process, before somebody takes over; and who waits for a dead host waits a minute.
   */
  static final LeaseTiming DEFAULT =
      new LeaseTiming(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
