package io.dateline.batch;

import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What must be so before a run begins, since it could only fail later or do harm. */
@Component
class Preconditions {

  private final RunStore store;

  Preconditions(RunStore store) {
    this.store = store;
  }

  /**
   * Checks that the job's folder can be written.
   *
   * @throws RunFailure with {@code OUTPUT} if not
   */
  void requireWritable(RunRequest request) {
    Path folder = request.output().resolve(request.jobName());
    try {
      // Java 17 refuses a link to a folder that is there.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      Files.delete(Files.createTempFile(folder, ".probe-", ""));
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.OUTPUT,
          "The output folder "
              + folder
              + " cannot be written: "
              + IoReason.of(e)
              + "; check its owner, its permissions and the space on the disk.",
          e);
    }
  }

  /** What the operator should know before anything begins, a sentence each. */
  List<String> remarks(RunRequest request) {
    Path job = request.output().resolve(request.jobName());
    Optional<Run> newest = store.newestPublished(request.jobName());
    List<String> remarks = new ArrayList<>();
    if (newest.isEmpty()
        && RunFolders.highestNumber(job) > 0
        && store.newest(request.jobName()).isEmpty()) {
      remarks.add(
          "There are runs in "
              + job
              + " of which the database knows nothing: everything is read anew.");
    }
    newest
        .map(run -> run.folders().published())
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder ->
                remarks.add(
                    "The folder of the last published run, "
                        + folder
                        + ", is gone; `export` needs it. Put it back, or run with --full."));
    return remarks;
  }

  /**
   * Checks that the clock does not run behind the last run: a machine without battery wakes up in
   * 1970, and then every article would be in the future.
   *
   * @throws RunFailure with {@code CONFIGURATION} if it does
   */
  void requirePlausibleDate(RunRequest request) {
    if (request.dateGiven()) {
      return;
    }
    String today = request.runDate().toString();
    store
        .lastDate(request.jobName())
        .filter(last -> last.compareTo(today) > 0)
        .ifPresent(
            last -> {
              throw new RunFailure(
                  RunFailure.Kind.CONFIGURATION,
                  "The clock says "
                      + today
                      + ", but the last run of "
                      + request.jobName()
                      + " was on "
                      + last
                      + "; set the clock, or name the date with --date.",
                  null);
            });
  }
}
