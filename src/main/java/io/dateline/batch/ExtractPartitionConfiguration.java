package io.dateline.batch;

import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.extract.EntrySlice;
import io.dateline.batch.extract.KeptEntries;
import io.dateline.batch.extract.OutcomeWriter;
import io.dateline.batch.extract.ProcessedSlice;
import io.dateline.batch.extract.Rehearsal;
import io.dateline.batch.extract.SliceProcessor;
import io.dateline.batch.extract.SliceReader;
import io.dateline.batch.plan.InputPlan;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.poison.PartitionStep;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.PartitionHook;
import io.dateline.batch.run.PartitionName;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.selection.RunSelections;
import io.dateline.source.DocumentReader;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step that extracts one partition, wherever it runs: on a thread of the process that planned
 * it, or in a worker.
 */
@Configuration(proxyBeanMethods = false)
class ExtractPartitionConfiguration {

  @Bean
  Step extractPartition(
      JobRepository repository,
      PlatformTransactionManager transactions,
      CurrentExecution currentExecution,
      ObjectProvider<PartitionHook> hook,
      DocumentWatch documentWatch,
      SliceReader sliceReader,
      SliceProcessor sliceProcessor,
      OutcomeWriter outcomeWriter) {
    // A chunk is one slice: it is the slice that holds so many documents, since a container's are
    // not there before they are read, and may be any number.
    var slices =
        new StepBuilder("extractPartition", repository)
            .<EntrySlice, ProcessedSlice>chunk(1)
            .transactionManager(transactions)
            .reader(sliceReader)
            .processor(sliceProcessor)
            .writer(outcomeWriter)
            .listener((StepListener) currentExecution);
    hook.ifAvailable(known -> slices.listener((StepListener) known));
    return new PartitionStep(documentWatch, slices.build(), Rehearsal::hold);
  }

  @Bean
  Semaphore largeDocuments() {
    return new Semaphore(1);
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
    int chunkSize =
        options.isOfWorker() ? run.frozen().settings().chunkSize() : options.chunkSize();
    return new SliceReader(
        run.folders().manifest(),
        store.partitions().get(runId, partition),
        new DocumentReader(
            run.inputRoots(),
            InputPlan.selection(run.frozen().settings()),
            run.frozen().settings().limits().documentBytes(),
            run.frozen().settings().containers()),
        (file, entry) -> documentWatch.isCareful(partition, file, entry) ? 1 : chunkSize);
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
        PartitionName.attempt(step),
        store,
        jdbc,
        progress,
        documentWatch);
  }
}
