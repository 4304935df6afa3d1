/**
 * The first step: what a run reads.
 *
 * <p>Enters: the input and the ledger of the runs before. Leaves: the manifest, and rows for files
 * that are gone or were touched. Must not know: the other steps.
 */
@NullMarked
package io.dateline.batch.plan;

import org.jspecify.annotations.NullMarked;
