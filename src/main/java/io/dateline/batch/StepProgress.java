package io.dateline.batch;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the progress of a run which step is under way. */
record StepProgress(Progress progress) implements StepExecutionListener {
  @Override
  public void beforeStep(StepExecution stepExecution) {
    progress.enter(stepExecution.getStepName());
  }
}
