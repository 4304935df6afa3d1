package io.dateline.batch.workers;

import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.run.RunStore;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A worker, beside the step that extracts a partition. */
@Configuration(proxyBeanMethods = false)
public class WorkerConfiguration {

  @Bean
  BrokerConnection broker(WorkersOptions options) {
    return BrokerConnection.open(options);
  }

  @Bean
  Queues queues(JdbcTemplate jdbc) {
    return Queues.of(jdbc);
  }

  @Bean
  Attempts attempts() {
    return new Attempts(true);
  }

  @Bean
  DatabaseWatch databaseWatch(HikariDataSource pool) {
    return new DatabaseWatch(pool);
  }

  @Bean
  Worker worker(
      WorkersOptions options,
      BrokerConnection broker,
      Queues queues,
      DatabaseWatch database,
      Attempts attempts,
      DocumentWatch watch,
      Step extractPartition,
      JobRepository repository,
      RunStore store,
      JobLeases leases) {
    return new Worker(
        options,
        broker,
        queues,
        database,
        attempts,
        watch,
        extractPartition,
        repository,
        store,
        leases);
  }
}
