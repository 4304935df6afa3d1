/**
 * The dateline that opens a news story.
 *
 * <p>The first paragraphs of a body enter, as plain text; what leaves is the dateline with its
 * parts, and how much of which paragraph it takes up, or nothing. Uses the month names of {@code
 * date} and the gazetteer of {@code place}; knows no page and no other field.
 */
@NullMarked
package io.dateline.extract.dateline;

import org.jspecify.annotations.NullMarked;
