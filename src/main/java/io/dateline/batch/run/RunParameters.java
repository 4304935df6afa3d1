package io.dateline.batch.run;

import java.util.Objects;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/** The parameters of the job: names that tell one run from another, and the key of its row. */
public final class RunParameters {

  /** Key of the run's row; the other parameters follow from it. */
  public static final String RUN_ID = "run.id";

  /**
   * A parameter's value holds 2,500 characters; the whole list of roots stands in the run's row.
   */
  private static final int MAX_INPUT = 2_000;

  private RunParameters() {}

  public static JobParameters of(Run run) {
    String input = run.frozen().roots().toString();
    return new JobParametersBuilder()
        .addString("job", run.jobName())
        .addLong("run", run.runNumber())
        .addString("input", input.substring(0, Math.min(input.length(), MAX_INPUT)))
        .addString("output", run.frozen().output())
        .addString("date", run.runDate())
        .addLong(RUN_ID, run.runId(), false)
        .toJobParameters();
  }

  public static long runId(ChunkContext context) {
    return runId(context.getStepContext().getStepExecution().getJobParameters());
  }

  public static long runId(JobParameters parameters) {
    return Objects.requireNonNull(parameters.getLong(RUN_ID));
  }
}
