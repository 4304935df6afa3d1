/**
 * Who works on a job: a row with a heartbeat, so that of several processes on one database one runs
 * a job, and a dead one can be told from a live one.
 *
 * <p>Enters: the name of a job. Leaves: a lease, or the refusal that names its owner; and while it
 * is held, a check in every transaction of the process that nobody has taken it over. Must not
 * know: what a job does.
 */
@NullMarked
package io.dateline.batch.lease;

import org.jspecify.annotations.NullMarked;
