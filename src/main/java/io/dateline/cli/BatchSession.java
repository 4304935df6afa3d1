package io.dateline.cli;

import io.dateline.batch.BatchApplication;
import io.dateline.batch.LaunchOptions;
import io.dateline.batch.PublishedPlace;
import io.dateline.batch.RunJournal;
import io.dateline.batch.RunService;
import io.dateline.batch.database.Database;
import io.dateline.batch.export.ArchiveExport;
import io.dateline.batch.plan.DryRun;
import io.dateline.batch.purge.ArchivePurge;
import io.dateline.batch.rollback.RunRollback;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The job, ready to run, with its database. This and {@link WorkerSession} are the only classes of
 * the command line that name Spring, so that the short commands load none of it.
 */
final class BatchSession implements Closeable {

  private final ConfigurableApplicationContext context;

  private BatchSession(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Opens the database. The caller holds the folder's lock.
   *
   * @throws RunFailure of kind DATABASE if it cannot be opened, of kind CONFIGURATION if a newer
   *     program made it
   */
  static BatchSession open(Database database, Path output, LaunchOptions options) {
    try {
      return new BatchSession(BatchApplication.start(database, output, options));
    } catch (RuntimeException e) {
      throw failure(database, e);
    }
  }

  /** What it means that a context could not be started. */
  static RunFailure failure(Database database, RuntimeException e) {
    RunFailure known = RunFailure.in(e);
    if (known != null) {
      return known;
    }
    RunFailure plain = RunFailure.of(e, "Nothing was begun.");
    if (database.isShared() && plain.kind() != RunFailure.Kind.INTERNAL) {
      return plain;
    }
    if (!isOfTheDatabase(e)) {
      return RunFailure.of(e, "Please report it.");
    }
    return new RunFailure(
        RunFailure.Kind.DATABASE,
        database.place() + " cannot be opened: " + rootMessage(e) + advice(database),
        e);
  }

  private static String advice(Database database) {
    return database.isShared()
        ? "; check the server's log and the user's rights, and try again."
        : "; check its files, its permissions and the space on the disk. If nothing was ever"
            + " published there, remove that folder and run again.";
  }

  private static boolean isOfTheDatabase(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException || at instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static String rootMessage(Throwable failure) {
    Throwable at = failure;
    for (Throwable cause = at.getCause(); cause != null; cause = at.getCause()) {
      at = cause;
    }
    return String.valueOf(at.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Checks that the job's published runs are where this command looks for them.
   *
   * @param fresh whether an unfinished run is to be given up
   * @throws RunFailure of kind CONFIGURATION if not
   */
  void requireOutputOf(String jobName, boolean fresh) {
    context.getBean(PublishedPlace.class).require(jobName, fresh);
  }

  RunService service() {
    return context.getBean(RunService.class);
  }

  DryRun dryRun() {
    return context.getBean(DryRun.class);
  }

  ArchiveExport export() {
    return context.getBean(ArchiveExport.class);
  }

  ArchivePurge purge() {
    return context.getBean(ArchivePurge.class);
  }

  RunRollback rollback() {
    return context.getBean(RunRollback.class);
  }

  RunJournal journal() {
    return context.getBean(RunJournal.class);
  }

  Progress progress() {
    return context.getBean(Progress.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
