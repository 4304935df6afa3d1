package io.dateline.batch.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.DatabaseLink;
import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.database.WaitingStatement;
import io.dateline.batch.run.RunFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database that does not answer, and lets whoever asks it wait. */
@BothDatabases
@Timeout(60)
class SilentDatabaseTests {

  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration EXPIRY = Duration.ofSeconds(1);

  private final CountDownLatch told = new CountDownLatch(1);

  private static HikariDataSource pool(DatabaseLink link, String database, int patienceMs) {
    HikariDataSource pool = link.pool(database, patienceMs);
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V5__leases.sql"))
        .execute(pool);
    return pool;
  }

  private HeldLease take(HikariDataSource pool) {
    return SharedLeases.of(pool, BEAT, EXPIRY).take("nightly", told::countDown);
  }

  @Test
  void anOwnerWhoseSignsOfLifeAreNotAnsweredStopsAndNobodyWaitsAnyLonger() throws Exception {
    String database = TestDatabases.create("lease_silent", "");
    try (DatabaseLink link = new DatabaseLink();
        HikariDataSource pool = pool(link, database, 250);
        HeldLease lease = take(pool)) {
      WaitingStatement waiting = WaitingStatement.begin(pool, database, "SELECT pg_sleep(32)");
      Thread.sleep(EXPIRY.toMillis() + 2 * BEAT.toMillis());
      assertThat(lease.loss()).isNull();
      assertThat(waiting.isWaiting()).isTrue();
      link.fallSilent();

      assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(lease.loss().kind()).isEqualTo(RunFailure.Kind.DATABASE);
      assertThatThrownBy(() -> waiting.await(20))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void anOwnerWhoseSignsOfLifeWaitForALongTransactionGoesOn() throws Exception {
    String database = TestDatabases.create("lease_locked", "");
    try (DatabaseLink link = new DatabaseLink();
        HikariDataSource pool = pool(link, database, 10_000);
        HeldLease lease = take(pool)) {
      WaitingStatement.begin(
              pool,
              database,
              "DO $$ BEGIN UPDATE job_leases SET beats = beats; PERFORM pg_sleep(2); END $$")
          .await(20);

      assertThat(told.getCount()).isOne();
      assertThat(lease.loss()).isNull();
    }
  }
}
