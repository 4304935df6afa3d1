package io.dateline.batch.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The execution that is under way in this process, so that a signal can stop it. */
@Component
public class CurrentExecution implements JobExecutionListener, StepExecutionListener {

  private volatile boolean stopRequested;
  private final AtomicReference<@Nullable JobExecution> execution = new AtomicReference<>();
  private final Set<StepExecution> steps = ConcurrentHashMap.newKeySet();

  @Override
  public void beforeJob(JobExecution jobExecution) {
    execution.set(jobExecution);
  }

  @Override
  public void afterJob(JobExecution jobExecution) {
    execution.set(null);
  }

  /** A step that begins after the stop was asked for, or waited in the queue, ends at once. */
  @Override
  public void beforeStep(StepExecution stepExecution) {
    steps.add(stepExecution);
    if (stopRequested) {
      stepExecution.setTerminateOnly();
    }
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
    steps.remove(stepExecution);
    return null;
  }

  /** For steps that are no chunks: ends them between two pieces of their work. */
  public void throwIfStopped() {
    if (stopRequested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped.", null);
    }
  }

  /**
   * Asks for the end of what is under way. Steps of chunks hear of it here and now: by way of the
   * database they would at the end of their chunk, and never while it cannot be reached.
   */
  public void requestStop() {
    stopRequested = true;
    steps.forEach(StepExecution::setTerminateOnly);
  }

  /** Whether somebody asked for the end. */
  public boolean isStopRequested() {
    return stopRequested;
  }

  public @Nullable JobExecution get() {
    return execution.get();
  }
}
