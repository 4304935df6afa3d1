/**
 * What a job is told: the settings of {@code jobs/*.yml}, of the environment and of the command
 * line, weakest first.
 *
 * <p>Enters: a job file and {@code DATELINE_*} variables. Leaves: checked {@link
 * io.dateline.batch.settings.JobSettings}, or one sentence that names the key, the place and what
 * is allowed. Must not know: how a job runs.
 */
@NullMarked
package io.dateline.batch.settings;

import org.jspecify.annotations.NullMarked;
