package io.dateline.cli;

import io.dateline.batch.WorkerApplication;
import io.dateline.batch.database.Database;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.workers.WorkersOptions;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker, with its database and its broker. */
final class WorkerSession implements Closeable {

  private final ConfigurableApplicationContext context;

  private WorkerSession(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Opens database and broker.
   *
   * @param output where this machine has the output folder; null if where the run has it
   * @throws RunFailure of kind DATABASE, BROKER or CONFIGURATION if one of them cannot be had
   */
  static WorkerSession open(Database database, @Nullable Path output, WorkersOptions options) {
    try {
      return new WorkerSession(WorkerApplication.start(database, output, options));
    } catch (RuntimeException e) {
      throw BatchSession.failure(database, e);
    }
  }

  /**
   * Works until it is told to leave.
   *
   * @param say takes a line for each partition
   */
  void work(Consumer<String> say) {
    WorkerApplication.worker(context).work(say);
  }

  /** Asks it to leave. */
  void leave() {
    WorkerApplication.worker(context).leave();
  }

  @Override
  public void close() {
    context.close();
  }
}
