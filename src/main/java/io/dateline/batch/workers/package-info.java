/**
 * Workers on a broker: one process plans, hands partitions out, publishes and summarises; others
 * extract.
 *
 * <p>Enters: a broker's address and the frozen partitions of a run. Leaves: partitions that workers
 * have committed, or one sentence about the one that could not be. Messages name work and hold
 * none: a lost, doubled or late one changes nothing in files and tables, since all that is
 * committed is committed in the database. Must not know: what is extracted, and how.
 */
@NullMarked
package io.dateline.batch.workers;

import org.jspecify.annotations.NullMarked;
