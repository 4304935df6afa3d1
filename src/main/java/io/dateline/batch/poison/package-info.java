/**
 * Finds the document that makes the process run out of memory, and keeps it from doing so for ever.
 *
 * <p>Enters: which document a thread is about to process. Leaves: files in the run's work folder
 * that outlive the process, and the verdict that a document is not to be read. Must not know: the
 * steps, the database's tables, and what a document holds.
 */
@NullMarked
package io.dateline.batch.poison;

import org.jspecify.annotations.NullMarked;
