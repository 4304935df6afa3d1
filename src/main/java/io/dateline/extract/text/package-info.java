/**
 * Character and word work that every part of extraction shares: folding for comparison, cleaning,
 * counting words, reading word lists.
 *
 * <p>Strings enter and leave. This package must not know pages, articles or any field. All of it
 * uses ICU4J and the root locale, so that every Java version and machine agrees.
 */
@NullMarked
package io.dateline.extract.text;

import org.jspecify.annotations.NullMarked;
