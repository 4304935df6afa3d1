package io.dateline.batch.run;

import io.dateline.batch.settings.JobSettings;
import io.dateline.source.InputRoot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of a job.
 *
 * @param runDate date of the run if it is a new one; a resumed run keeps its own
 * @param full whether to read files that the ledger knows unchanged
 * @param verifyHashes whether to tell files unchanged by their bytes only
 * @param limit documents of a trial run; 0 for a whole run
 * @param keepOld whether the run is a rehearsal, which changes nothing that is current
 * @param dateGiven whether somebody chose the date; otherwise it is the clock's
 * @param fresh whether an unfinished run is given up instead of resumed
 * @param resumeOnly whether nothing new is to be started
 */
public record RunRequest(
    String jobName,
    JobSettings settings,
    List<InputRoot> roots,
    Path output,
    LocalDate runDate,
    boolean dateGiven,
    boolean full,
    boolean verifyHashes,
    long limit,
    boolean keepOld,
    boolean fresh,
    boolean resumeOnly) {

  public RunRequest {
    roots = List.copyOf(roots);
  }
}
