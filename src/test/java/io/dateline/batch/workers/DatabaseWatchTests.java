package io.dateline.batch.workers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.DatabaseLink;
import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.database.WaitingStatement;
import io.dateline.batch.run.RunFailure;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of each second of these tests the watch believes that it was a minute. */
@BothDatabases
@Timeout(60)
class DatabaseWatchTests {

  private static final int HASTE = 60;

  private static final int PATIENT_MS = 10_000;
  private static final int IMPATIENT_MS = 250;

  private final BlockingQueue<RunFailure> losses = new ArrayBlockingQueue<>(2);

  private DatabaseWatch begin(HikariDataSource pool) {
    DatabaseWatch watch = new DatabaseWatch(pool, () -> System.nanoTime() * HASTE);
    watch.begin(losses::add);
    return watch;
  }

  @Test
  void whoWaitsInAStatementIsFreedWhenTheDatabaseHasFallenSilent() throws Exception {
    String database = TestDatabases.create("watch_silent", "");
    try (DatabaseLink link = new DatabaseLink();
        HikariDataSource pool = link.pool(database, IMPATIENT_MS)) {
      WaitingStatement waiting = WaitingStatement.begin(pool, database, "SELECT pg_sleep(31)");
      try (DatabaseWatch watch = begin(pool)) {
        link.fallSilent();

        assertThat(watch).isNotNull();
        assertThat(losses.poll(10, SECONDS))
            .isNotNull()
            .satisfies(
                loss -> assertThat(loss.kind()).isEqualTo(RunFailure.Kind.DATABASE),
                loss -> assertThat(loss).hasMessage("The database was out of reach for 60 s."));
        assertThatThrownBy(() -> waiting.await(10))
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(SQLException.class);
        assertThat(losses).isEmpty();
      }
    }
  }

  @Test
  void aStatementThatTakesLongAndOneThatWaitsForItsLockAreNoLoss() throws Exception {
    String database = TestDatabases.create("watch_busy", "");
    TestDatabases.execute(database, "CREATE TABLE rows_ (one INTEGER)");
    try (DatabaseLink link = new DatabaseLink();
        HikariDataSource pool = link.pool(database, PATIENT_MS);
        DatabaseWatch watch = begin(pool)) {
      WaitingStatement owner =
          WaitingStatement.begin(
              pool, database, "DO $$ BEGIN LOCK TABLE rows_; PERFORM pg_sleep(2); END $$");
      WaitingStatement next =
          WaitingStatement.begin(pool, database, "INSERT INTO rows_ VALUES (1)");
      owner.await(10);
      next.await(10);

      assertThat(watch).isNotNull();
      assertThat(losses).isEmpty();
      assertThat(pool.isClosed()).isFalse();
    }
  }
}
