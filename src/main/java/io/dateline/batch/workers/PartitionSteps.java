package io.dateline.batch.workers;

import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.run.PartitionName;
import io.dateline.batch.run.RunParameters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The steps of partitions as the tables have them, which tell what is still to be done, whatever a
 * message says.
 *
 * <p>Safe for use by several threads.
 */
record PartitionSteps(JobRepository repository, JobLeases leases) {

  private static final Logger log = LoggerFactory.getLogger(PartitionSteps.class);

  /** The step that a message names; null if there is none. */
  @Nullable StepExecution get(PartitionMessage work) {
    return repository.getStepExecution(work.stepExecution());
  }

  /** How the process is that handed a partition out. */
  JobLeases.Holder manager(PartitionMessage work) {
    return leases.holder(work.job(), work.manager());
  }

  /** Whether its partition has come to an end, or its run has, or another process hands it out. */
  boolean isStale(PartitionMessage work, StepExecution step) {
    BatchStatus job = step.getJobExecution().getStatus();
    return !isOpen(step)
        || !(job == BatchStatus.STARTED || job == BatchStatus.STARTING)
        || manager(work) == JobLeases.Holder.GONE;
  }

  /** Whatever came of an attempt, as long as the partition is neither done nor given up. */
  private static boolean isOpen(StepExecution step) {
    return step.getStatus() != BatchStatus.COMPLETED
        && !step.getExitStatus().getExitCode().equals(PartitionWatch.GIVEN_UP);
  }

  /** Whether the step is that of the partition and run that the message names. */
  static boolean isOf(PartitionMessage work, StepExecution step) {
    return PartitionName.isPartition(step)
        && PartitionName.number(step) == work.partition()
        && RunParameters.runId(step.getJobParameters()) == work.run();
  }

  /** Whether another process has gone on with it since; its version tells. */
  boolean isTakenOver(StepExecution step) {
    StepExecution now = repository.getStepExecution(step.getId());
    return now == null || !Objects.equals(now.getVersion(), step.getVersion());
  }

  /** Marks it as one that nobody is to try again, so that who waits for it waits no more. */
  void giveUp(PartitionMessage work, StepExecution step) {
    String sentence =
        "It was begun "
            + PartitionListener.MAX_DELIVERIES
            + " times, and no worker came to its end.";
    step.setStatus(BatchStatus.FAILED);
    step.setExitStatus(new ExitStatus(PartitionWatch.GIVEN_UP, sentence));
    try {
      repository.update(step);
    } catch (OptimisticLockingFailureException e) {
      log.info("Partition {} is at work elsewhere", work.partition());
      return;
    }
    log.warn("Partition {} of run {} was given up: {}", work.partition(), work.run(), sentence);
  }
}
