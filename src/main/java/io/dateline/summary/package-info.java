/**
 * SUMMARISE: which aggregates are made of the tables.
 *
 * <p>Enters: groups counted by the database. Leaves: rows of {@code summary/*.csv} in an order that
 * no database and no locale decides. Must not know: other stages, Spring, JDBC.
 */
@NullMarked
package io.dateline.summary;

import org.jspecify.annotations.NullMarked;
