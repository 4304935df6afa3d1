/**
 * What one document gives and why, or what a container holds, for a person or a program.
 *
 * <p>Enters: an outcome of the stages and what they said of their reasons; the entries of a
 * container. Leaves: text for a terminal, JSON or a page. Must not know: Spring, the database, the
 * job.
 */
@NullMarked
package io.dateline.cli.inspect;

import org.jspecify.annotations.NullMarked;
