package io.dateline.batch.workers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;

/**
 * The job repository as the step that hands work out sees it. To wait for its partitions, Spring
 * Batch reads the execution with all of their steps again and again, and knows one limit of time;
 * here a look asks one question, and can end the wait.
 */
final class PolledRepository implements InvocationHandler {

  private final JobRepository repository;
  private final PartitionWatch watch;
  private final Supplier<JobExecution> underWay;

  private PolledRepository(
      JobRepository repository, PartitionWatch watch, Supplier<JobExecution> underWay) {
    this.repository = repository;
    this.watch = watch;
    this.underWay = underWay;
  }

  /**
   * The repository.
   *
   * @param underWay the execution as it was handed out, in which every partition is about to begin
   */
  static JobRepository of(
      JobRepository repository, PartitionWatch watch, Supplier<JobExecution> underWay) {
    return (JobRepository)
        Proxy.newProxyInstance(
            PolledRepository.class.getClassLoader(),
            new Class<?>[] {JobRepository.class},
            new PolledRepository(repository, watch, underWay));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    if (method.getName().equals("getJobExecution")
        && given.length == 1
        && given[0] instanceof Long id
        && !watch.hasEnded(id)) {
      return underWay.get();
    }
    try {
      return method.invoke(repository, given);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
