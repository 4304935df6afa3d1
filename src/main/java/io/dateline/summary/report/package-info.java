/**
 * The HTML report of a run: its model, and how it becomes one page.
 *
 * <p>Enters: what a run did and what the archive is now, already counted and cut to the largest
 * groups. Leaves: one self-contained HTML page, in which every text of an article is data. Must not
 * know: files, the database, where the numbers come from.
 */
@NullMarked
package io.dateline.summary.report;

import org.jspecify.annotations.NullMarked;
