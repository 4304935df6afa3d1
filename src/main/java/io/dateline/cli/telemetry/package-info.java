/**
 * Tells others of the end of a run: its numbers, for monitoring, and what it did, for whoever waits
 * for it.
 *
 * <p>Enters: how a process ended, and the runs that it worked on. Leaves: a file or a request; at
 * worst a warning, never another exit code. Must not know: the job, the database.
 */
@NullMarked
package io.dateline.cli.telemetry;

import org.jspecify.annotations.NullMarked;
