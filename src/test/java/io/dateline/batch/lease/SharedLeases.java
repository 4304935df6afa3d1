package io.dateline.batch.lease;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Leases as on a database that admits several processes, with times that a test can wait for. */
public final class SharedLeases {

  private SharedLeases() {}

  public static JobLeases of(DataSource dataSource, Duration beat, Duration expiry) {
    return new JobLeases(
        new LeaseTable(new JdbcTemplate(dataSource)), new LeaseTiming(beat, expiry), false);
  }
}
