/**
 * What of an archive is meant: conditions on the rows that it has.
 *
 * <p>Enters: conditions as somebody wrote them, and rows. Leaves: which rows, and which files hold
 * them. Must not know: what is done with them.
 */
@NullMarked
package io.dateline.batch.selection;

import org.jspecify.annotations.NullMarked;
