package io.dateline.batch.workers;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Looks for a broker that was lost, and tells a person that it is away and that it is there again,
 * each once, whatever the number of queues that are listened to. Spring's containers would say so
 * with every look of each.
 *
 * <p>Safe for use by several threads.
 */
final class BrokerSearch {

  private static final Logger log = LoggerFactory.getLogger(BrokerSearch.class);

  private static final long PAUSE_MS = 1_000;

  private final BooleanSupplier reachable;
  private final BrokerAddress address;
  private boolean lost;
  private long lostNanos;

  /**
   * A search for a broker that is there.
   *
   * @param reachable calls it
   * @param address for a person
   */
  BrokerSearch(BooleanSupplier reachable, BrokerAddress address) {
    this.reachable = reachable;
    this.address = address;
  }

  /**
   * What a container does after a connection that could not be had: it does not try again before
   * the broker answers.
   *
   * @param wanted whether the container still wants to listen
   */
  BackOff until(BooleanSupplier wanted) {
    return () -> new Look(wanted);
  }

  private final class Look implements BackOffExecution {
    private final BooleanSupplier wanted;

    private Look(BooleanSupplier wanted) {
      this.wanted = wanted;
    }

    @Override
    public long nextBackOff() {
      // It may be there, and something else be wrong.
      if (reachable.getAsBoolean()) {
        return PAUSE_MS;
      }
      lost();
      try {
        while (wanted.getAsBoolean()) {
          Thread.sleep(PAUSE_MS);
          if (reachable.getAsBoolean()) {
            found();
            return 0;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 0;
    }

    @Override
    public String toString() {
      return "a look every second";
    }
  }

  private synchronized void lost() {
    if (!lost) {
      lost = true;
      lostNanos = System.nanoTime();
      log.warn("The broker at {} is out of reach; looking for it every second.", address);
    }
  }

  private synchronized void found() {
    if (lost) {
      lost = false;
      log.warn(
          "The broker at {} is there again, after {} s.",
          address,
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lostNanos));
    }
  }
}
