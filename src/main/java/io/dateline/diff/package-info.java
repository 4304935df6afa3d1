/**
 * Compares two runs, exports or states of an archive article by article and field by field.
 *
 * <p>Enters: two folders with the CSV files of a run. Leaves: a CSV file of what has changed, in
 * manifest order, the counts, a sample, and which gates are broken. Memory does not grow with the
 * archive. Must not know: how articles are recognised, Spring, JDBC, and the command line.
 */
@NullMarked
package io.dateline.diff;

import org.jspecify.annotations.NullMarked;
