/**
 * Reads the labels that content-management systems leave in text: {@code Publication date:} with
 * its value behind it or on the next line.
 *
 * <p>Blocks enter; labels with their values, or without one, leave. What makes a value fit is for
 * the caller to say. This package must not know how values are used.
 */
@NullMarked
package io.dateline.extract.label;

import org.jspecify.annotations.NullMarked;
