package io.dateline.batch;

import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Brings an execution whose process died into a state from which it can be restarted. */
@Component
class DeadExecutions {

  /** A zombie that commits once more changes a version; it can do so once for each thread. */
  private static final int MAX_TRIES = 100;

  private final JobOperator operator;
  private final JobRepository repository;

  DeadExecutions(JobOperator operator, JobRepository repository) {
    this.operator = operator;
    this.repository = repository;
  }

  /**
   * Marks a dead execution and its steps as failed.
   *
   * @return the execution as it now stands, to be restarted
   */
  JobExecution recover(JobExecution dead) {
    for (int attempt = 1; ; attempt++) {
      JobExecution execution =
          Objects.requireNonNull(repository.getJobExecution(dead.getId()), "it was just read");
      if (!needsRecovery(execution)) {
        return execution;
      }
      try {
        if (hasAlive(execution)) {
          operator.recover(execution);
        }
        endUnknown(execution);
      } catch (OptimisticLockingFailureException e) {
        // Recovering touches step after step; half of it may be done. Reading anew goes on there.
        if (attempt >= MAX_TRIES) {
          throw e;
        }
      }
    }
  }

  private static boolean needsRecovery(JobExecution execution) {
    return hasAlive(execution)
        || isUnknown(execution.getStatus())
        || execution.getStepExecutions().stream().anyMatch(step -> isUnknown(step.getStatus()));
  }

  /**
   * A server that is lost lets no transaction be rolled back, and Spring Batch asks for a person's
   * look. There is nothing to look for: a partition goes on from its own row, which is in one
   * transaction with all that it counts.
   */
  private void endUnknown(JobExecution execution) {
    for (StepExecution step : execution.getStepExecutions()) {
      if (isUnknown(step.getStatus())) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        repository.update(step);
      }
    }
    if (isUnknown(execution.getStatus())) {
      execution.setStatus(BatchStatus.FAILED);
      execution.setExitStatus(ExitStatus.FAILED);
      repository.update(execution);
    }
  }

  private static boolean isUnknown(BatchStatus status) {
    return status == BatchStatus.UNKNOWN;
  }

  private static boolean hasAlive(JobExecution execution) {
    return isAlive(execution.getStatus())
        || execution.getStepExecutions().stream().anyMatch(step -> isAlive(step.getStatus()));
  }

  private static boolean isAlive(BatchStatus status) {
    return status.isRunning() || status == BatchStatus.STOPPING;
  }
}
