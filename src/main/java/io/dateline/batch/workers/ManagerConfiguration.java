package io.dateline.batch.workers;

import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.StepProgress;
import java.time.Duration;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands partitions out to workers, in place of extracting them on threads of this process. */
@Configuration(proxyBeanMethods = false)
public class ManagerConfiguration {

  private static final long POLL_MS = 500;

  /** Spring Batch's own limit; {@link PartitionWatch} ends the wait long before, with a reason. */
  private static final Duration LONGEST_STEP = Duration.ofDays(365);

  @Bean
  BrokerConnection broker(WorkersOptions options) {
    return BrokerConnection.open(options);
  }

  @Bean
  Queues queues(JdbcTemplate jdbc) {
    return Queues.of(jdbc);
  }

  /** Nobody else goes on with what this process stops: its run stops. */
  @Bean
  Attempts attempts() {
    return new Attempts(false);
  }

  @Bean
  PartitionWatch partitionWatch(
      JdbcClient jdbc,
      RunStore store,
      CurrentExecution current,
      Progress progress,
      WorkersOptions options) {
    return new PartitionWatch(jdbc, store, current, progress, options.patience());
  }

  @Bean
  HandOut handOut(
      RunStore store,
      JobLeases leases,
      BrokerConnection broker,
      Queues queues,
      PartitionWatch watch,
      DocumentWatch documentWatch,
      Attempts attempts,
      WorkersOptions options) {
    return new HandOut(
        store, leases, broker, queues, watch, documentWatch, attempts, options.threads());
  }

  @Bean
  PartitionListener partitionListener(
      Step extractPartition,
      JobRepository repository,
      RunStore store,
      JobLeases leases,
      Attempts attempts,
      Queues queues,
      BrokerConnection broker,
      HandOut handOut) {
    PartitionListener listener =
        new PartitionListener(
            extractPartition,
            new PartitionSteps(repository, leases),
            store,
            attempts,
            new Replies(queues, broker),
            handOut);
    handOut.workWith(listener);
    return listener;
  }

  @Bean
  Step extractStep(
      JobRepository repository,
      Partitioner manifestPartitioner,
      BrokerConnection broker,
      Queues queues,
      PartitionWatch watch,
      HandOut handOut,
      DocumentWatch documentWatch,
      Progress progress) {
    MessagingTemplate messages = new MessagingTemplate();
    messages.setDefaultChannel(new PartitionChannel(broker, queues, handOut::current));
    return new RemotePartitioningManagerStepBuilder(
            Progress.EXTRACT_STEP, PolledRepository.of(repository, watch, handOut::underWay))
        .listener(new StepProgress(progress))
        .listener(documentWatch)
        .listener(handOut)
        .partitioner("extractPartition", manifestPartitioner)
        .messagingTemplate(messages)
        .pollInterval(POLL_MS)
        .timeout(LONGEST_STEP.toMillis())
        .build();
  }
}
