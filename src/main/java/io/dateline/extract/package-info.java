/**
 * EXTRACT: turns a parsed page into an article.
 *
 * <p>A {@link io.dateline.article.Page} enters; an {@link io.dateline.article.Article} leaves, each
 * filled field with the source it came from. This package must not know how pages are read, parsed,
 * checked or written, nor Spring, JDBC, files or the clock.
 */
@NullMarked
package io.dateline.extract;

import org.jspecify.annotations.NullMarked;
