package io.dateline.extract.dateline;

import io.dateline.article.Dateline;
import org.jspecify.annotations.Nullable;

/**
 * A dateline and where it stands.
 *
 * @param paragraph index of the paragraph in which it ends
 * @param prefixLength UTF-16 code units of that paragraph that belong to it, closing dash and the
 *     white space behind it included
 * @param firstParagraph index of the paragraph in which it starts: {@code paragraph}, or one less
 *     for a dateline wrapped over two lines, or in a line of its own, which then is dateline and
 *     nothing else
 * @param byline the byline that is printed before the places, {@code By Ann Example}, null if none
 *     is
 */
public record DatelineMatch(
    Dateline dateline,
    int paragraph,
    int prefixLength,
    int firstParagraph,
    @Nullable String byline) {}
