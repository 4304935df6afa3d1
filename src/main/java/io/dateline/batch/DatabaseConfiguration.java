package io.dateline.batch;

import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.database.Database;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of a run, its schema up to date before anybody else sees it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** Connections beside those of the partitions: the step's own, and the summary's. */
  private static final int SPARE_CONNECTIONS = 4;

  @Bean
  HikariDataSource dataSource(Database database, LaunchOptions options) {
    HikariDataSource pool = new HikariDataSource();
    database.configure(pool);
    pool.setMaximumPoolSize(options.threads() + SPARE_CONNECTIONS);
    DatabaseDriver vendor = database.isShared() ? DatabaseDriver.POSTGRESQL : DatabaseDriver.HSQLDB;
    try {
      if (options.isOfWorker()) {
        SchemaVersion.require(pool);
      } else {
        SchemaVersion.migrate(pool, vendor.getId());
      }
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
    return pool;
  }

  /** Closes the embedded database in order, so that the next start has no log to replay. */
  @Bean(destroyMethod = "shutdown")
  DatabaseShutdown databaseShutdown(JdbcTemplate jdbc, Database database) {
    return new DatabaseShutdown(jdbc, database);
  }

  /** Runs HSQLDB's SHUTDOWN before the data source closes; a server goes on. */
  record DatabaseShutdown(JdbcTemplate jdbc, Database database) {
    void shutdown() {
      if (!database.isShared()) {
        jdbc.execute("SHUTDOWN");
      }
    }
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean
  JdbcClient jdbcClient(JdbcTemplate jdbc) {
    return JdbcClient.create(jdbc);
  }

  @Bean
  JdbcTransactionManager transactionManager(
      DataSource dataSource, ObjectProvider<TransactionExecutionListener> listeners) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    transactions.setTransactionExecutionListeners(listeners.orderedStream().toList());
    return transactions;
  }

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }
}
