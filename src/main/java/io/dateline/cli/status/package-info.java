/**
 * What the runs of an output folder did, and what one is doing.
 *
 * <p>Enters: {@code progress.json}, the records in {@code logs/} and the {@code run.json} files of
 * published runs, none of them trusted. Leaves: rows of a table or JSON. Must not know: Spring, the
 * database, how a run works; it answers while a run holds both.
 */
@NullMarked
package io.dateline.cli.status;

import org.jspecify.annotations.NullMarked;
