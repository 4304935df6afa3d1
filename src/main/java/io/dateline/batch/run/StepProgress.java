package io.dateline.batch.run;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the progress of a run which step is under way. */
public record StepProgress(Progress progress) implements StepExecutionListener {
  @Override
  public void beforeStep(StepExecution stepExecution) {
    progress.enter(stepExecution.getStepName());
  }
}
