package io.dateline.batch.purge;

import io.dateline.batch.settings.JobSettings;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What is to be purged.
 *
 * @param output the output folder of all jobs
 * @param before runs that ended before this moment are old
 * @param dryRun whether to say what would be done, and do nothing
 * @param compact whether to write a baseline first, so that old folders are needed no more
 * @param settings the job's settings of today, for the baseline
 */
public record PurgeRequest(
    String jobName,
    Path output,
    Instant before,
    boolean dryRun,
    boolean compact,
    JobSettings settings) {}
