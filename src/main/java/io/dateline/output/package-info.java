/**
 * WRITE: articles, quotes and rejections become rows.
 *
 * <p>Enters: outcomes. Leaves: cells for the CSV files and values for the database, both from the
 * same enums of columns, so that header, schema and documentation can be compared; and the data
 * package that describes the files. Must not know: other stages, Spring, JDBC, and where the rows
 * end up.
 */
@NullMarked
package io.dateline.output;

import org.jspecify.annotations.NullMarked;
