/**
 * The small JSON files that tell what a run is doing and how it ended, for whoever has no database.
 *
 * <p>Enters: values of a run. Leaves: {@code progress.json} and the records in {@code logs/},
 * replaced whole; and the same values read back, with bounds, since anybody may have written the
 * files. Must not know: Spring, the database, how a run works.
 */
@NullMarked
package io.dateline.batch.journal;

import org.jspecify.annotations.NullMarked;
