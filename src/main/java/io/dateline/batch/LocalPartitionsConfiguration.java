package io.dateline.batch;

import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.StepProgress;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Extracts on threads of this process. */
@Configuration(proxyBeanMethods = false)
class LocalPartitionsConfiguration {

  @Bean
  Step extractStep(
      JobRepository repository,
      Partitioner manifestPartitioner,
      Step extractPartition,
      TaskExecutor partitionExecutor,
      DocumentWatch documentWatch,
      Progress progress) {
    return new StepBuilder(Progress.EXTRACT_STEP, repository)
        .listener(new StepProgress(progress))
        .listener(documentWatch)
        .partitioner("extractPartition", manifestPartitioner)
        .step(extractPartition)
        .taskExecutor(partitionExecutor)
        .build();
  }

  @Bean
  ThreadPoolTaskExecutor partitionExecutor(LaunchOptions options) {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(options.threads());
    executor.setMaxPoolSize(options.threads());
    executor.setThreadNamePrefix("partition-");
    executor.setAllowCoreThreadTimeOut(true);
    return executor;
  }
}
