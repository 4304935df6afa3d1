/**
 * The whole current archive of a job as one set of CSV files.
 *
 * <p>Enters: the rows of the database, and the {@code articles.csv} of the published runs, since
 * the database holds no article's body. Leaves: a folder that readers see whole or not at all. Must
 * not know: how articles are recognised, how a run works, and the command line.
 */
@NullMarked
package io.dateline.batch.export;

import org.jspecify.annotations.NullMarked;
