package io.dateline.diff;

/**
 * An example of a change, for the page.
 *
 * @param collection name of the input root
 * @param before the old value, or what is shown of it
 * @param after the new value
 * @param rejection the reason if a side rejected the article; else empty
 */
public record Sample(
    String articleId,
    String collection,
    String sourcePath,
    String entryName,
    String publisher,
    String headline,
    String before,
    String after,
    String rejection) {}
