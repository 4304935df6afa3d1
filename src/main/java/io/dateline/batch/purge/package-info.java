/**
 * Takes away what nobody needs any more: metadata of old executions, rows that are past, folders
 * into which no current row points.
 *
 * <p>Enters: a job and a moment. Leaves: the same archive (its views, its ledger, its export) in
 * less space, and a report of what went and what stayed. Must not know: the command line, the steps
 * of a run.
 */
@NullMarked
package io.dateline.batch.purge;

import org.jspecify.annotations.NullMarked;
