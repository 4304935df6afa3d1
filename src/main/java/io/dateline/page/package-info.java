/**
 * PARSE: the room where plain text and HTML become the same thing. A {@link
 * io.dateline.article.TextDocument} enters; what leaves is a {@link io.dateline.article.Page}: what
 * the document says of itself, and its visible text as blocks in order.
 *
 * <p>This package must not know which block is the story, which statement is true, or what language
 * it is in: it reports all of them with what is known of each, and drops only what no reader sees.
 */
@NullMarked
package io.dateline.page;

import org.jspecify.annotations.NullMarked;
