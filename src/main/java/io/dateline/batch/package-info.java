/**
 * The job: joins the stages, keeps its state, and survives what happens to it.
 *
 * <p>Enters: settings and input roots. Leaves: published folders, rows and the state of runs. The
 * only room that knows Spring Batch, JDBC and the database; may see every stage, and is seen by the
 * command line alone. Must not know: how articles are recognised.
 *
 * <p>Its rooms: {@code settings} what a job is told; {@code run} a run and its place; {@code plan},
 * {@code extract}, {@code summary} and {@code publish} the four steps; {@code rows} what they put
 * into the tables; {@code export} the whole archive; {@code journal} what a run tells of itself in
 * files; {@code migration} the schema.
 */
@NullMarked
package io.dateline.batch;

import org.jspecify.annotations.NullMarked;
