package io.dateline.batch;

import io.dateline.batch.database.Database;
import io.dateline.batch.lease.LeaseConfiguration;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.OutputFolder;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.selection.RunSelections;
import io.dateline.batch.workers.Worker;
import io.dateline.batch.workers.WorkerConfiguration;
import io.dateline.batch.workers.WorkersOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The Spring context of a worker: of the job, the step that extracts a partition. Settings, input
 * and output are those that the run has frozen in the database.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  DatabaseConfiguration.class,
  JobRepositoryConfiguration.class,
  LeaseConfiguration.class,
  ExtractPartitionConfiguration.class,
  WorkerConfiguration.class,
  CurrentExecution.class,
  DocumentWatch.class,
  Progress.class,
  RunSelections.class,
  RunStore.class
})
public class WorkerApplication {

  /**
   * Opens the database, which has to be there, and finds the broker. The caller closes it.
   *
   * @param output where this machine has the output folder; null if where the run has it
   */
  public static ConfigurableApplicationContext start(
      Database database, @Nullable Path output, WorkersOptions options) {
    BatchApplication.bridgeLogs();
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setAllowBeanDefinitionOverriding(false);
    context.registerBean(LaunchOptions.class, () -> LaunchOptions.ofWorker(options));
    context.registerBean(WorkersOptions.class, () -> options);
    context.registerBean(Database.class, () -> database);
    context.registerBean(
        OutputFolder.class,
        () -> output == null ? OutputFolder.whereRunsBegan() : new OutputFolder(output));
    context.register(WorkerApplication.class);
    BatchApplication.refresh(context);
    return context;
  }

  /** The worker of a context. */
  public static Worker worker(ConfigurableApplicationContext context) {
    return context.getBean(Worker.class);
  }
}
