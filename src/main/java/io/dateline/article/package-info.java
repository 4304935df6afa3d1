/**
 * The shared records: what the stages hand to each other.
 *
 * <p>Nothing enters and nothing leaves: these are values, immutable and safe for use by several
 * threads. This package must not know any stage, Spring, JDBC or the file system.
 */
@NullMarked
package io.dateline.article;

import org.jspecify.annotations.NullMarked;
