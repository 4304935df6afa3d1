/**
 * Steps of the schema that are more than a script.
 *
 * <p>Enters: a connection from Flyway. Leaves: tables. Must not know: anything of the job.
 */
@NullMarked
package io.dateline.batch.migration;

import org.jspecify.annotations.NullMarked;
