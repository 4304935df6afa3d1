package io.dateline.batch.rollback;

import java.nio.file.Path;

/**
 * What is to be taken back.
 *
 * @param output the output folder of all jobs
 * @param run number, name or {@code latest}
 * @param withLater whether the runs that were published after it are taken back with it
 * @param dryRun whether to say what would be done, and do nothing
 */
public record RollbackRequest(
    String jobName, Path output, RunReference run, boolean withLater, boolean dryRun) {}
