/**
 * The second step: files become rows, a partition at a time.
 *
 * <p>Enters: a piece of the manifest. Leaves: lines of part files and rows of the database, in the
 * transaction of their checkpoint. Must not know: the other steps.
 */
@NullMarked
package io.dateline.batch.extract;

import org.jspecify.annotations.NullMarked;
