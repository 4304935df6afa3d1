package io.dateline.batch.workers;

import io.dateline.batch.journal.ShownText;
import io.dateline.batch.run.RunFailure;
import jakarta.jms.JMSSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Looks for a broker that was lost, and tells a person that it is away and that it is there again,
 * each once, whatever the number of queues that are listened to. Spring's containers would say so
 * with every look of each. Of a broker that is there and gives no messages it says that, and why.
 *
 * <p>Safe for use by several threads.
 */
final class BrokerSearch {

  private static final Logger log = LoggerFactory.getLogger(BrokerSearch.class);

  private static final long PAUSE_MS = 1_000;

  private static final int MAX_CAUSE = 300;

  /** Failures with less between them belong together: a container tries again every second. */
  private static final long SAME_SECONDS = 10;

  /** A broker that has just been started again may fail once or twice more. */
  private static final long TELL_AFTER_SECONDS = 10;

  private final BooleanSupplier reachable;
  private final BrokerAddress address;
  private final LongSupplier nanoTime;
  private boolean lost;
  private long lostNanos;
  private boolean failing;
  private long failedFirstNanos;
  private long failedLastNanos;
  private boolean told;
  private @Nullable Throwable failure;

  /**
   * A search for a broker that is there.
   *
   * @param reachable calls it
   * @param address for a person
   * @param nanoTime as {@link System#nanoTime()}
   */
  BrokerSearch(BooleanSupplier reachable, BrokerAddress address, LongSupplier nanoTime) {
    this.reachable = reachable;
    this.address = address;
    this.nanoTime = nanoTime;
  }

  /** Why a container cannot listen. */
  synchronized void failed(Throwable why) {
    failure = why;
  }

  /**
   * Why there is nothing to wait for, though the broker is there: it does not let this user listen,
   * or has given no messages for so long.
   *
   * @param seconds after which it is not waited for any longer
   */
  synchronized @Nullable RunFailure givesNothing(long seconds) {
    if (!told || isOver(nanoTime.getAsLong())) {
      return null;
    }
    if (failure instanceof JMSSecurityException) {
      return new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The broker at "
              + address
              + " does not let this user listen to its queues: "
              + cause()
              + ". Allow that; docs/scaling.md tells what a user must be allowed.",
          failure);
    }
    return nanoTime.getAsLong() - failedFirstNanos < TimeUnit.SECONDS.toNanos(seconds)
        ? null
        : new RunFailure(
            RunFailure.Kind.BROKER,
            "The broker at "
                + address
                + " is there, and has given no messages for "
                + seconds
                + " s: "
                + cause()
                + ". Mend that, and start the worker again.",
            failure);
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
      if (reachable.getAsBoolean()) {
        failedThoughThere();
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
      forget();
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
      lostNanos = nanoTime.getAsLong();
      log.warn("The broker at {} is out of reach; looking for it every second.", address);
    }
  }

  private synchronized void found() {
    if (lost) {
      lost = false;
      log.warn(
          "The broker at {} is there again, after {} s.",
          address,
          TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - lostNanos));
    }
  }

  /** Whoever looked has come to an end, and the next one begins anew. */
  private synchronized void forget() {
    lost = false;
  }

  private synchronized void failedThoughThere() {
    long now = nanoTime.getAsLong();
    if (!failing || isOver(now)) {
      failing = true;
      failedFirstNanos = now;
      told = false;
    }
    failedLastNanos = now;
    if (!told && now - failedFirstNanos >= TimeUnit.SECONDS.toNanos(TELL_AFTER_SECONDS)) {
      told = true;
      log.warn(
          "The broker at {} is there, and gives no messages: {}. Trying again every second.",
          address,
          cause());
    }
  }

  private boolean isOver(long now) {
    return now - failedLastNanos > TimeUnit.SECONDS.toNanos(SAME_SECONDS);
  }

  private String cause() {
    return failure == null
        ? "for no known reason"
        : ShownText.of(String.valueOf(failure.getMessage()), MAX_CAUSE);
  }
}
