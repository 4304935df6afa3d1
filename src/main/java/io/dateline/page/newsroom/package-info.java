/**
 * Reads the formats of newsrooms: what enters is the text of one NITF document, one NewsML-G2 item
 * or one ninjs object, what leaves is a {@link io.dateline.page.newsroom.NewsItem}: what it states,
 * and the passages of its story.
 *
 * <p>This package must not know what becomes of a statement, nor repair what the story says. It
 * fetches nothing and expands nothing: document type declarations are passed over unread.
 */
@NullMarked
package io.dateline.page.newsroom;

import org.jspecify.annotations.NullMarked;
