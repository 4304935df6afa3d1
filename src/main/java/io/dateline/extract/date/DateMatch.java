package io.dateline.extract.date;

/**
 * A date inside a longer text.
 *
 * @param start offset of its first UTF-16 code unit, weekday included
 * @param end offset after its last
 */
public record DateMatch(int start, int end, ParsedDate date) {}
