/**
 * What the command {@code diff} is told and what it prints.
 *
 * <p>Enters: words of the command line, and what came of a comparison. Leaves: sides, lines for a
 * terminal and JSON. Must not know: Spring, JDBC and the job.
 */
@NullMarked
package io.dateline.cli.diff;

import org.jspecify.annotations.NullMarked;
