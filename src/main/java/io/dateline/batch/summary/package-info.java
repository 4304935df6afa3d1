/**
 * Keeps the summaries of an archive up to date: counts what a run adds and takes away.
 *
 * <p>Enters: the rows of a run and of the files it supersedes, from the database. Leaves: the new
 * totals of the groups that the run touched, under its number, so that they count when it does.
 * Must not know: steps, files, how a run is published.
 */
@NullMarked
package io.dateline.batch.summary;

import org.jspecify.annotations.NullMarked;
