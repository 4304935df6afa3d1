/**
 * The command line: options, exit codes, progress, summaries.
 *
 * <p>Enters: arguments and environment. Leaves: calls of the job, text on the terminal, an exit
 * code. May see all; nothing may see it.
 */
@NullMarked
package io.dateline.cli;

import org.jspecify.annotations.NullMarked;
