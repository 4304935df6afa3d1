/**
 * VALIDATE: the rules before and after extraction.
 *
 * <p>A decoded document, or a page with its article, enters; a verdict leaves: a rejection as a
 * value, or warnings. This package must not know how documents are read, parsed or extracted, nor
 * Spring, JDBC or the clock.
 */
@NullMarked
package io.dateline.validate;

import org.jspecify.annotations.NullMarked;
