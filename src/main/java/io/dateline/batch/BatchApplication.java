package io.dateline.batch;

import io.dateline.batch.database.Database;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.export.ArchiveExport;
import io.dateline.batch.lease.LeaseConfiguration;
import io.dateline.batch.plan.DryRun;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.purge.ArchivePurge;
import io.dateline.batch.rollback.RunRollback;
import io.dateline.batch.rollback.UnfinishedRollbacks;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.OutputFolder;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.selection.RunSelections;
import io.dateline.batch.workers.ManagerConfiguration;
import io.dateline.batch.workers.WorkersOptions;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The Spring context of a run. Names every class it is made of: to search the class path for them,
 * and to ask every automatic configuration of Spring Boot whether it applies, took a short run most
 * of its time. For the same reason nothing comes from Spring's own properties: what can be set is
 * in the job file.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  DatabaseConfiguration.class,
  JobRepositoryConfiguration.class,
  LeaseConfiguration.class,
  ExtractArticlesJobConfiguration.class,
  ExtractPartitionConfiguration.class,
  ArchiveExport.class,
  ArchivePurge.class,
  CurrentExecution.class,
  DeadExecutions.class,
  DocumentWatch.class,
  DryRun.class,
  Preconditions.class,
  Progress.class,
  PublishedPlace.class,
  RepeatedFailures.class,
  RunRollback.class,
  RunJournal.class,
  RunRows.class,
  RunService.class,
  RunSelections.class,
  RunStore.class,
  UnfinishedRollbacks.class
})
public class BatchApplication {

  /**
   * Opens the database, brings its schema up to date, and makes the job ready. Starts nothing. The
   * caller closes it.
   */
  public static ConfigurableApplicationContext start(
      Database database, Path output, LaunchOptions options) {
    return start(database, output, options, context -> {});
  }

  static ConfigurableApplicationContext start(
      Database database,
      Path output,
      LaunchOptions options,
      ApplicationContextInitializer<ConfigurableApplicationContext> more) {
    bridgeLogs();
    if (database instanceof EmbeddedDatabase) {
      FirstDatabase.make(output, EmbeddedDatabase::url);
    }
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setAllowBeanDefinitionOverriding(false);
    context.registerBean(LaunchOptions.class, () -> options);
    context.registerBean(Database.class, () -> database);
    context.registerBean(OutputFolder.class, () -> new OutputFolder(output));
    more.initialize(context);
    context.register(BatchApplication.class);
    registerExtraction(context, options);
    refresh(context);
    return context;
  }

  /** What concerns workers is loaded only where there are some. */
  private static void registerExtraction(
      AnnotationConfigApplicationContext context, LaunchOptions options) {
    WorkersOptions workers = options.workers();
    if (workers == null) {
      context.register(LocalPartitionsConfiguration.class);
    } else {
      context.registerBean(WorkersOptions.class, () -> workers);
      context.register(ManagerConfiguration.class);
    }
  }

  static void refresh(ConfigurableApplicationContext context) {
    try {
      context.refresh();
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
  }

  /** The databases' drivers log by the JDK's own means, and would do so on the console. */
  static void bridgeLogs() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }
}
