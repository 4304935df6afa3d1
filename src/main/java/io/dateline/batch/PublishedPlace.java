package io.dateline.batch;

import io.dateline.batch.database.Database;
import io.dateline.batch.run.OutputFolder;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps a database on a server and the output folders together: the embedded one lies below its
 * folder, and this one does not.
 */
@Component
public class PublishedPlace {

  private final Database database;
  private final RunStore store;
  private final OutputFolder output;

  PublishedPlace(Database database, RunStore store, OutputFolder output) {
    this.database = database;
    this.store = store;
    this.output = output;
  }

  /**
   * Checks that the job's newest published run, and the one that is unfinished, lie in this output
   * folder. One that was moved as a whole is found; one whose run is gone from its own place is no
   * other.
   *
   * @param givesUp whether an unfinished run is to be given up, wherever it lies
   * @throws RunFailure of kind CONFIGURATION if they lie elsewhere
   */
  public void require(String jobName, boolean givesUp) {
    if (!database.isShared()) {
      return;
    }
    store
        .newestPublished(jobName)
        .filter(run -> isElsewhere(run, run.folders().published()))
        .ifPresent(run -> refuse(run, "published in"));
    Optional<Run> unfinished = store.unfinished(jobName);
    unfinished
        .filter(run -> !givesUp && run.plan() != null)
        .filter(run -> isElsewhere(run, run.folders().staging()))
        .filter(run -> !Files.isDirectory(run.folders().published()))
        .ifPresent(run -> refuse(run, "begun in"));
  }

  private boolean isElsewhere(Run run, Path folder) {
    return !Files.isDirectory(folder) && !Path.of(run.frozen().output()).equals(output.path());
  }

  private void refuse(Run run, String what) {
    throw new RunFailure(
        RunFailure.Kind.CONFIGURATION,
        "Run "
            + run.folders().name()
            + " of "
            + run.jobName()
            + " was "
            + what
            + " "
            + run.frozen().output()
            + ", and is not below "
            + output.path()
            + "; name that folder with --output, or another database with --db.",
        null);
  }
}
