package io.dateline.benchmark;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.WorkerApplication;
import io.dateline.batch.database.Database;
import io.dateline.batch.run.OutputFolder;
import io.dateline.batch.workers.Worker;
import io.dateline.batch.workers.WorkersOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Workers that sleep in place of extracting, each with what a process of its own has: a Spring
 * context, a pool of connections to the database, a connection to the broker.
 */
final class SleepingWorkers implements AutoCloseable {

  private static final int MAX_SECONDS = 60;

  private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
  private final List<Future<?>> working = new ArrayList<>();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  /**
   * Makes workers ready; none takes a partition before all do.
   *
   * @param processes how many there are, as far as database and broker can tell
   * @param options of each
   */
  SleepingWorkers(
      int processes, Database database, WorkersOptions options, Shifts shifts, double millis) {
    for (int i = 0; i < processes; i++) {
      contexts.add(context(database, options, new SleepingExtraction(shifts, millis)));
    }
  }

  /** As {@link WorkerApplication} starts one. */
  private static ConfigurableApplicationContext context(
      Database database, WorkersOptions options, SleepingExtraction sleeping) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setAllowBeanDefinitionOverriding(false);
    context.registerBean(
        LaunchOptions.class, () -> new LaunchOptions(options.threads(), 0, options));
    context.registerBean(WorkersOptions.class, () -> options);
    context.registerBean(Database.class, () -> database);
    context.registerBean(OutputFolder.class, OutputFolder::whereRunsBegan);
    context.getBeanFactory().addBeanPostProcessor(sleeping);
    context.register(WorkerApplication.class);
    context.refresh();
    return context;
  }

  /** Lets them begin. */
  void begin() {
    for (ConfigurableApplicationContext context : contexts) {
      Worker worker = WorkerApplication.worker(context);
      working.add(executor.submit(() -> worker.work(sentence -> {})));
    }
  }

  /** Fails if one of them has ended by itself. */
  void requireWorking() throws Exception {
    for (Future<?> worker : working) {
      if (worker.isDone()) {
        worker.get();
      }
    }
  }

  @Override
  public void close() throws Exception {
    contexts.forEach(context -> WorkerApplication.worker(context).leave());
    executor.shutdown();
    executor.awaitTermination(MAX_SECONDS, TimeUnit.SECONDS);
    contexts.forEach(ConfigurableApplicationContext::close);
  }
}
