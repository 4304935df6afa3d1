package io.dateline.batch;

import io.dateline.batch.database.Database;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.extract.EntrySlice;
import io.dateline.batch.extract.KeptEntries;
import io.dateline.batch.extract.OutcomeWriter;
import io.dateline.batch.extract.ProcessedSlice;
import io.dateline.batch.extract.Rehearsal;
import io.dateline.batch.extract.SliceProcessor;
import io.dateline.batch.extract.SliceReader;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.plan.FreeSpace;
import io.dateline.batch.plan.InputPlan;
import io.dateline.batch.plan.PlanTasklet;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.poison.PartitionStep;
import io.dateline.batch.publish.PublishTasklet;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.PartitionName;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.StepProgress;
import io.dateline.batch.selection.RunSelections;
import io.dateline.batch.summary.RunsReadOnce;
import io.dateline.batch.summary.SummariseTasklet;
import io.dateline.source.DocumentReader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
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
  Step extractPartition(
      JobRepository repository,
      PlatformTransactionManager transactions,
      CurrentExecution currentExecution,
      DocumentWatch documentWatch,
      SliceReader sliceReader,
      SliceProcessor sliceProcessor,
      OutcomeWriter outcomeWriter) {
    // A chunk is one slice: it is the slice that holds so many documents, since a container's are
    // not there before they are read, and may be any number.
    Step slices =
        new StepBuilder("extractPartition", repository)
            .<EntrySlice, ProcessedSlice>chunk(1)
            .transactionManager(transactions)
            .reader(sliceReader)
            .processor(sliceProcessor)
            .writer(outcomeWriter)
            .listener((StepListener) currentExecution)
            .build();
    return new PartitionStep(documentWatch, slices, Rehearsal::hold);
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
  RunsReadOnce runsReadOnce(JdbcClient client, RunStore store) {
    return new RunsReadOnce(client, store);
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
  ThreadPoolTaskExecutor partitionExecutor(LaunchOptions options) {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(options.threads());
    executor.setMaxPoolSize(options.threads());
    executor.setThreadNamePrefix("partition-");
    executor.setAllowCoreThreadTimeOut(true);
    return executor;
  }

  @Bean
  Semaphore largeDocuments() {
    return new Semaphore(1);
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

  @Bean
  @StepScope
  SliceReader sliceReader(
      RunStore store,
      LaunchOptions options,
      DocumentWatch documentWatch,
      @Value("#{jobParameters['" + RunParameters.RUN_ID + "']}") long runId,
      @Value("#{stepExecution}") StepExecution step) {
    Run run = store.get(runId);
    int partition = PartitionName.number(step);
    return new SliceReader(
        run.folders().manifest(),
        store.partitions().get(runId, partition),
        new DocumentReader(
            run.inputRoots(),
            InputPlan.selection(run.frozen().settings()),
            run.frozen().settings().limits().documentBytes(),
            run.frozen().settings().containers()),
        (file, entry) -> documentWatch.isCareful(partition, file, entry) ? 1 : options.chunkSize());
  }

  @Bean
  @StepScope
  KeptEntries keptEntries(
      RunStore store,
      JdbcClient jdbc,
      RunSelections selections,
      @Value("#{jobParameters['" + RunParameters.RUN_ID + "']}") long runId) {
    Run run = store.get(runId);
    return new KeptEntries(jdbc, store, run, () -> selections.of(run));
  }

  @Bean
  @StepScope
  SliceProcessor sliceProcessor(
      RunStore store,
      KeptEntries keptEntries,
      Semaphore largeDocuments,
      DocumentWatch documentWatch,
      @Value("#{jobParameters['" + RunParameters.RUN_ID + "']}") long runId,
      @Value("#{stepExecution}") StepExecution step) {
    Run run = store.get(runId);
    return new SliceProcessor(
        ArticlePipeline.of(run.frozen().settings(), LocalDate.parse(run.runDate())),
        keptEntries,
        largeDocuments,
        documentWatch,
        PartitionName.number(step),
        step);
  }

  @Bean
  @StepScope
  OutcomeWriter outcomeWriter(
      RunStore store,
      JdbcTemplate jdbc,
      Progress progress,
      DocumentWatch documentWatch,
      @Value("#{jobParameters['" + RunParameters.RUN_ID + "']}") long runId,
      @Value("#{stepExecution}") StepExecution step) {
    return new OutcomeWriter(
        store.get(runId),
        store.partitions().get(runId, PartitionName.number(step)),
        step.getId(),
        store,
        jdbc,
        progress,
        documentWatch);
  }
}
