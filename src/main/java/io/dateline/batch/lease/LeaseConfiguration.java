package io.dateline.batch.lease;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Leases over the database in use; the transaction manager finds them as its listener. */
@Configuration(proxyBeanMethods = false)
public class LeaseConfiguration {

  /** Files of this database admit one process, and whoever opens them holds the folder's lock. */
  private static final String EMBEDDED = "jdbc:hsqldb:";

  @Bean
  @ConditionalOnMissingBean
  JobLeases jobLeases(DataSource dataSource) throws SQLException {
    boolean alone;
    try (Connection connection = dataSource.getConnection()) {
      alone = connection.getMetaData().getURL().startsWith(EMBEDDED);
    }
    return new JobLeases(table(dataSource), LeaseTiming.DEFAULT, alone);
  }

  /** A sign of life that comes too late is none. */
  static LeaseTable table(DataSource dataSource) {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.setQueryTimeout((int) LeaseTiming.DEFAULT.beat().toSeconds());
    return new LeaseTable(jdbc);
  }
}
