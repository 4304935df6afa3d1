package io.dateline.benchmark;

import io.dateline.batch.extract.ProcessedSlice;
import io.dateline.batch.extract.SliceProcessor;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Makes a worker sleep for each document, after it has done what it does, and notes when it is at a
 * partition. All else is the worker of the program.
 */
final class SleepingExtraction implements BeanPostProcessor {

  private final Shifts shifts;
  private final double millis;

  /**
   * Wraps the beans of one worker's context.
   *
   * @param millis sleep for a document
   */
  SleepingExtraction(Shifts shifts, double millis) {
    this.shifts = shifts;
    this.millis = millis;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof SliceProcessor && name.startsWith("scopedTarget.")) {
      return sleepingAfter(bean);
    }
    if (bean instanceof Step step && name.equals("extractPartition")) {
      return new NotedStep(step, shifts);
    }
    return bean;
  }

  private Object sleepingAfter(Object processor) {
    ProxyFactory factory = new ProxyFactory(processor);
    factory.setProxyTargetClass(true);
    factory.addAdvice(
        (MethodInterceptor)
            invocation -> {
              Object result = invocation.proceed();
              if (result instanceof ProcessedSlice slice) {
                shifts.sleep(Math.round(slice.outcomes().size() * millis));
              }
              return result;
            });
    return factory.getProxy();
  }

  private record NotedStep(Step step, Shifts shifts) implements Step {
    @Override
    public String getName() {
      return step.getName();
    }

    @Override
    public boolean isAllowStartIfComplete() {
      return step.isAllowStartIfComplete();
    }

    @Override
    public int getStartLimit() {
      return step.getStartLimit();
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
      shifts.during(() -> step.execute(execution));
    }
  }
}
