/**
 * Takes published runs back, so that what was current before them is current again.
 *
 * <p>Enters: a run of a job, published. Leaves: its state, {@code latest}, and the record that
 * {@code status} reads. Must not know: how rows are made; it changes and deletes none of them, nor
 * anything in a published folder.
 */
@NullMarked
package io.dateline.batch.rollback;

import org.jspecify.annotations.NullMarked;
