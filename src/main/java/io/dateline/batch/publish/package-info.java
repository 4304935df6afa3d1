/**
 * The last step: what was extracted becomes visible, all at once.
 *
 * <p>Enters: part files with their committed lengths, and the summaries in staging. Leaves: the
 * published folder, {@code latest}, and the run's state. Must not know: the other steps.
 */
@NullMarked
package io.dateline.batch.publish;

import org.jspecify.annotations.NullMarked;
