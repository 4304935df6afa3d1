package io.dateline.batch;

import io.dateline.source.ManifestPlanner;
import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Freezes what the run reads: the manifest in the staging folder, its hash in the database. */
class PlanTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(PlanTasklet.class);

  private final RunStore store;
  private final JdbcClient jdbc;

  private final Progress progress;

  PlanTasklet(RunStore store, JdbcClient jdbc, Progress progress) {
    this.store = store;
    this.jdbc = jdbc;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Run run = store.get(RunParameters.runId(context));
    Files.createDirectories(run.folders().work());
    var partition = run.frozen().settings().partition();
    ManifestPlanner.Plan plan =
        new ManifestPlanner(partition.files(), partition.bytes())
            .plan(
                run.inputRoots(),
                new LedgerReader(jdbc, run.jobName()),
                run.frozen().full(),
                run.folders().manifest());
    store.plan(run.runId(), plan);
    progress.expect(plan.files());
    log.info(
        "Planned {} files, {} bytes, in {} partitions; {} unchanged; ignored {}",
        plan.files(),
        plan.bytes(),
        plan.partitions().size(),
        plan.unchanged(),
        plan.ignored());
    return RepeatStatus.FINISHED;
  }
}
