/**
 * The tables in Apache Parquet, typed.
 *
 * <p>Enters: cells, as the CSV files or the database have them. Leaves: the bytes of a file, the
 * same for the same rows. Must not know: where rows come from and bytes end up, and Hadoop, whose
 * classes stand in the signatures of the library that writes and are not there when it runs.
 */
@NullMarked
package io.dateline.output.parquet;

import org.jspecify.annotations.NullMarked;
