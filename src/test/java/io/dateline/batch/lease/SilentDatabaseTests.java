package io.dateline.batch.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.run.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database that does not answer, and lets whoever asks it wait. */
@Timeout(60)
class SilentDatabaseTests {

  @Test
  void anOwnerWhoseSignsOfLifeAreNotAnsweredStopsAndNobodyWaitsAnyLonger() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (SilentPool pool = new SilentPool()) {
      new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V5__leases.sql"))
          .execute(pool);
      JobLeases leases = SharedLeases.of(pool, Duration.ofMillis(50), Duration.ofMillis(400));

      try (HeldLease lease = leases.take("nightly", told::countDown)) {
        Thread.sleep(800);
        assertThat(lease.loss()).isNull();
        pool.silent = true;

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lease.loss().kind()).isEqualTo(RunFailure.Kind.DATABASE);
        assertThat(pool.cutOff.await(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  /** Its connections answer no more as soon as it is silent. */
  private static final class SilentPool extends HikariDataSource {
    private final CountDownLatch cutOff = new CountDownLatch(1);
    private volatile boolean silent;

    private SilentPool() {
      setJdbcUrl("jdbc:hsqldb:mem:" + UUID.randomUUID());
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        // As the pool does that gets no answer.
        if (silent && !cutOff.await(300, TimeUnit.MILLISECONDS)) {
          throw new SQLNonTransientConnectionException("no answer");
        }
      } catch (InterruptedException e) {
        throw new SQLException(e);
      }
      return super.getConnection();
    }

    @Override
    public void close() {
      cutOff.countDown();
      super.close();
    }
  }
}
