/**
 * Rows of large CSV files by their bytes, and records of fixed size sorted on the disk.
 *
 * <p>Enters: files in the form of a run's. Leaves: rows with the place where they stand, and
 * records in order, with memory that does not grow with their number. Must not know: what the
 * columns mean.
 */
@NullMarked
package io.dateline.diff.rows;

import org.jspecify.annotations.NullMarked;
