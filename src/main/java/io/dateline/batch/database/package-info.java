/**
 * Where rows and the state of runs are kept: below the output folder, or on a PostgreSQL server.
 *
 * <p>Enters: a JDBC URL, a role and a password. Leaves: what Spring needs to open the database, or
 * one sentence about what is wrong with it. Must not know: the job, its tables and its files.
 */
@NullMarked
package io.dateline.batch.database;

import org.jspecify.annotations.NullMarked;
