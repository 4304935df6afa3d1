/**
 * What {@code score} shows and writes.
 *
 * <p>Enters: a report and disagreements. Leaves: a table or JSON for the terminal, and a CSV file.
 * Must not know how they were found, nor Spring.
 */
@NullMarked
package io.dateline.cli.score;

import org.jspecify.annotations.NullMarked;
