/**
 * A run and what is known of it: its row, its folders, its counts, its end.
 *
 * <p>Enters: what is asked of a job, and rows of the database. Leaves: {@link
 * io.dateline.batch.run.Run}s with all that was frozen when they began, and failures as one
 * sentence. Must not know: the steps.
 */
@NullMarked
package io.dateline.batch.run;

import org.jspecify.annotations.NullMarked;
