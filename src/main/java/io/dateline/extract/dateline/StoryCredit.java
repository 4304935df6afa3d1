package io.dateline.extract.dateline;

import org.jspecify.annotations.Nullable;

/**
 * Who is credited in front of a story's first sentence where no place is: {@code (Reuters) - }.
 *
 * @param agency its canonical name, null if none is named
 * @param byline the writer as printed, null if none is
 * @param prefixLength UTF-16 code units of the paragraph before the story's own words
 */
public record StoryCredit(@Nullable String agency, @Nullable String byline, int prefixLength) {}
