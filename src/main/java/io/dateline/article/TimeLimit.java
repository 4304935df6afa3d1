package io.dateline.article;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that one document may take, looked at between the steps of its work. A last resort: what
 * a document may cost is limited by bytes, blocks and tokens first, which are the same on every
 * machine. Immutable and safe for use by several threads.
 */
public final class TimeLimit {

  /** Never over. */
  public static final TimeLimit NONE = new TimeLimit(Duration.ofNanos(Long.MAX_VALUE), () -> 0);

  private final Duration limit;
  private final LongSupplier nanoTime;
  private final long start;

  /**
   * A limit that counts from now on.
   *
   * @param nanoTime a clock as {@link System#nanoTime()} is one
   */
  public TimeLimit(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * To be called between two steps.
   *
   * @throws ExceededException if the time is over
   */
  public void check() {
    if (nanoTime.getAsLong() - start > limit.toNanos()) {
      throw new ExceededException(limit);
    }
  }

  /** A document has taken more time than it may. */
  public static final class ExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExceededException(Duration limit) {
      super("It took more than " + limit.toSeconds() + " s; limits.document-seconds says so.");
    }
  }
}
