package io.dateline.batch.publish;

import io.dateline.batch.run.CountedRuns;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes a run visible, last and all at once: joins the part files, renames the folder into place,
 * moves {@code latest}, and makes the rows current.
 *
 * <p>Every stage of it finds out whether it was done before, so that it can be killed anywhere and
 * started again.
 */
public class PublishTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(PublishTasklet.class);

  private final RunStore store;
  private final CountedRuns counted;
  private final Runnable requireLease;

  /**
   * A step that publishes.
   *
   * @param counted what the tables hold of the run
   * @param requireLease called before each change that readers see; throws if the run is another
   *     process's by now
   */
  public PublishTasklet(RunStore store, CountedRuns counted, Runnable requireLease) {
    this.store = store;
    this.counted = counted;
    this.requireLease = requireLease;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Run run = store.get(RunParameters.runId(context));
    Publication publication = new Publication(run, store);
    if (RunSummary.planned(run).isEmpty()) {
      requireLease.run();
      publication.discard();
      store.finish(run.runId(), Run.State.NOTHING_NEW, null);
      return RepeatStatus.FINISHED;
    }
    publication.publish(counted, requireLease);
    store.finish(
        run.runId(), run.isTrial() ? Run.State.TRIAL : Run.State.PUBLISHED, run.folders().name());
    log.info("Published {}", run.folders().published());
    return RepeatStatus.FINISHED;
  }
}
