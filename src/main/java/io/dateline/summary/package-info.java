/**
 * SUMMARISE: which aggregates are made of the tables.
 *
 * <p>Enters: facts of one article after the other. Leaves: the groups it belongs to, and by how
 * much they grow or shrink, in an order that no database and no locale decides. Must not know:
 * other stages, Spring, JDBC.
 */
@NullMarked
package io.dateline.summary;

import org.jspecify.annotations.NullMarked;
