/**
 * Collects what the report of a run shows, and writes it.
 *
 * <p>Enters: the files of a run in staging, the folders of the runs before it. Leaves: {@code
 * report.html}. Memory is bounded whatever the archive: only the largest groups are kept. Must not
 * know: steps, the database.
 */
@NullMarked
package io.dateline.batch.report;

import org.jspecify.annotations.NullMarked;
