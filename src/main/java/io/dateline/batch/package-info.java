/**
 * The job: joins the stages, keeps its state, and survives what happens to it.
 *
 * <p>Enters: settings and input roots. Leaves: published folders, rows and the state of runs. The
 * only room that knows Spring Batch, JDBC and the database; may see every stage, and is seen by the
 * command line alone. Must not know: how articles are recognised.
 */
@NullMarked
package io.dateline.batch;

import org.jspecify.annotations.NullMarked;
