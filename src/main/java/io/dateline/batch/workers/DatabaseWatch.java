package io.dateline.batch.workers;

import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.run.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database still answers a worker. Where a network swallows what is sent, nobody says
 * that a connection is broken: a thread in the middle of a chunk would wait for a quarter of an
 * hour, and keep its partition from all others meanwhile. How long one statement takes says
 * nothing, since it may wait for what another process has locked; so this asks beside them.
 */
final class DatabaseWatch implements AutoCloseable {

  /** As long as a manager's lease lasts, and as a server takes to start again. */
  static final long LOST_SECONDS = 60;

  private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

  private static final int ANSWER_SECONDS = 5;

  /** SQLState of PostgreSQL, {@code too_many_connections}. */
  private static final String NO_ROOM = "53300";

  private static final long LOOK_MS = 1_000;

  private final HikariDataSource pool;
  private final LongSupplier nanoTime;
  private final ScheduledExecutorService thread;

  /** Not yet begun. */
  DatabaseWatch(HikariDataSource pool) {
    this(pool, System::nanoTime);
  }

  /**
   * Not yet begun.
   *
   * @param nanoTime as {@link System#nanoTime()}, by which a silence is measured
   */
  DatabaseWatch(HikariDataSource pool, LongSupplier nanoTime) {
    this.pool = pool;
    this.nanoTime = nanoTime;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread own = new Thread(task, "database-watch");
              own.setDaemon(true);
              return own;
            });
  }

  /**
   * Watches from now on.
   *
   * @param onLoss told once, before all connections are cut off
   */
  void begin(Consumer<RunFailure> onLoss) {
    ReachWatch watch = new ReachWatch(this::answers, LOST_SECONDS, nanoTime);
    var unused =
        thread.scheduleWithFixedDelay(
            () -> {
              if (watch.isLost()) {
                thread.shutdown();
                lost(onLoss);
              }
            },
            LOOK_MS,
            LOOK_MS,
            TimeUnit.MILLISECONDS);
  }

  private void lost(Consumer<RunFailure> onLoss) {
    onLoss.accept(
        new RunFailure(
            RunFailure.Kind.DATABASE,
            "The database was out of reach for " + LOST_SECONDS + " s.",
            null));
    // Whoever waits for an answer is told that there will be none.
    pool.close();
  }

  private boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException | RuntimeException e) {
      log.info("The database does not answer: {}", e.toString());
      return hasNoRoom(e);
    }
  }

  /** That a server has no connection left for this question is an answer. */
  private static boolean hasNoRoom(Exception e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && NO_ROOM.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
