package io.dateline.batch;

import io.dateline.batch.run.PartitionState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Compares what Spring Batch keeps of each partition with what was committed of it. They are one
 * transaction; but when a server is lost between its commit and its answer, Spring Batch writes the
 * state before that chunk over the one of it.
 */
final class Checkpoints {

  /** What stands before the number in the name of a partition's step. */
  private static final String STEP = "extractPartition:p";

  private Checkpoints() {}

  /** Why a run can not be resumed at its checkpoints, or null. */
  static @Nullable String damage(
      JobRepository repository, @Nullable JobExecution last, List<PartitionState> partitions) {
    if (last == null) {
      return null;
    }
    Map<Integer, PartitionState> committed =
        partitions.stream().collect(Collectors.toMap(PartitionState::number, Function.identity()));
    for (StepExecution step : last.getStepExecutions()) {
      if (!step.getStepName().startsWith(STEP)) {
        continue;
      }
      int number = Integer.parseInt(step.getStepName().substring(STEP.length()));
      PartitionState state = committed.get(number);
      if (state != null && state.counts().entries() != checkpoint(repository, step)) {
        return "the database was lost between a commit and its answer";
      }
    }
    return null;
  }

  /** Read anew: a job's execution comes without the states of its steps. */
  private static long checkpoint(JobRepository repository, StepExecution step) {
    StepExecution read = repository.getStepExecution(step.getId());
    return read == null ? 0 : read.getExecutionContext().getLong("count.entries", 0);
  }
}
