package io.dateline.batch;

import io.dateline.source.InputComparison;
import io.dateline.source.InputRoot;
import io.dateline.source.LedgerChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.springframework.stereotype.Component;

/** What must be so before a run begins, since it could only fail later or do harm. */
@Component
class Preconditions {

  private final RunStore store;

  Preconditions(RunStore store) {
    this.store = store;
  }

  /**
   * Checks what a new run needs.
   *
   * @throws RunFailure if the clock runs behind, or an input root is empty that was not
   */
  void check(RunRequest request) {
    requirePlausibleDate(request);
    request.roots().forEach(root -> requireFiles(request, root));
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

  /** A machine without battery wakes up in 1970; then every article would be in the future. */
  private void requirePlausibleDate(RunRequest request) {
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

  private void requireFiles(RunRequest request, InputRoot root) {
    try {
      boolean empty =
          new InputComparison(
                      InputPlan.anyOf(root, request.settings()),
                      Collections.emptyIterator(),
                      LedgerChanges.NONE)
                  .next()
              == null;
      if (empty && store.knowsFilesOf(request.jobName(), root.collection())) {
        throw new RunFailure(
            RunFailure.Kind.INPUT,
            "The input "
                + root.folder()
                + " holds no files, but articles of its collection `"
                + root.collection()
                + "` are known; is it mounted? If it is meant to be empty, leave it out.",
            null);
      }
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.INPUT,
          "The input " + root.folder() + " cannot be listed: " + IoReason.of(e) + ".",
          e);
    }
  }
}
