package io.dateline.batch;

import io.dateline.batch.database.Database;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.plan.FreeSpace;
import io.dateline.batch.plan.PlanTasklet;
import io.dateline.batch.publish.PublishTasklet;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.PartitionName;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.StepProgress;
import io.dateline.batch.selection.RunSelections;
import io.dateline.batch.summary.RunsReadOnce;
import io.dateline.batch.summary.SummariseTasklet;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: plan, extract in partitions, summarise, publish.
 *
 * <p>Names of steps and of the keys in their state are a contract with the database: renaming one
 * breaks the resumption of runs that an older version left unfinished.
 */
@Configuration(proxyBeanMethods = false)
class ExtractArticlesJobConfiguration {

  /**
   * For steps that write by transactions of their own. One around the step would stay open beside
   * them: HSQLDB's checkpoint waits for every open transaction and lets none go on meanwhile, so
   * that the step would wait for itself for ever.
   */
  private static final TransactionAttribute NONE =
      new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED) {
        private static final long serialVersionUID = 1L;

        /** Of what this denies the step takes no notice, and is repeated for ever. */
        @Override
        public boolean rollbackOn(Throwable failure) {
          return true;
        }
      };

  @Bean
  Job extractArticlesJob(
      JobRepository repository,
      CurrentExecution currentExecution,
      Step planStep,
      Step extractStep,
      Step summariseStep,
      Step publishStep) {
    return new JobBuilder("extractArticlesJob", repository)
        .listener(currentExecution)
        .start(planStep)
        .next(extractStep)
        .next(summariseStep)
        .next(publishStep)
        .build();
  }

  @Bean
  Step planStep(
      JobRepository repository,
      PlatformTransactionManager transactions,
      RunStore store,
      JdbcClient client,
      JdbcTemplate jdbc,
      FreeSpace.Usable usableSpace,
      Database database,
      CurrentExecution currentExecution,
      Progress progress,
      RunSelections selections) {
    return new StepBuilder("planStep", repository)
        .listener(new StepProgress(progress))
        .tasklet(
            new PlanTasklet(
                store,
                client,
                jdbc,
                ownTransaction(transactions),
                new FreeSpace(client, usableSpace, !database.isShared()),
                currentExecution,
                progress,
                selections),
            transactions)
        .transactionAttribute(NONE)
        .build();
  }

  @Bean
  Step summariseStep(
      JobRepository repository,
      PlatformTransactionManager transactions,
      RunStore store,
      JdbcTemplate jdbc,
      CurrentExecution currentExecution,
      RunsReadOnce runsReadOnce,
      Progress progress) {
    return new StepBuilder("summariseStep", repository)
        .listener(new StepProgress(progress))
        .tasklet(
            new SummariseTasklet(
                store, jdbc, ownTransaction(transactions), currentExecution, runsReadOnce),
            transactions)
        .transactionAttribute(NONE)
        .build();
  }

  /** Several a step: the database keeps in memory what a transaction changes. */
  private static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }

  @Bean
  @ConditionalOnMissingBean
  FreeSpace.Usable usableSpace() {
    return folder -> Files.getFileStore(folder).getUsableSpace();
  }

  @Bean
  RunsReadOnce runsReadOnce(JdbcClient client, RunStore store, CurrentExecution currentExecution) {
    return new RunsReadOnce(client, store, currentExecution::throwIfStopped);
  }

  @Bean
  Step publishStep(
      JobRepository repository,
      PlatformTransactionManager transactions,
      RunStore store,
      RunsReadOnce runsReadOnce,
      JobLeases leases,
      Progress progress) {
    return new StepBuilder("publishStep", repository)
        .listener(new StepProgress(progress))
        .tasklet(new PublishTasklet(store, runsReadOnce, leases::requireHeld), transactions)
        .build();
  }

  @Bean
  @StepScope
  Partitioner manifestPartitioner(
      RunStore store, @Value("#{jobParameters['" + RunParameters.RUN_ID + "']}") long runId) {
    return gridSize -> {
      Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
      for (PartitionState partition : store.partitions().of(runId)) {
        partitions.put(PartitionName.of(partition.number()), new ExecutionContext());
      }
      return partitions;
    };
  }
}
