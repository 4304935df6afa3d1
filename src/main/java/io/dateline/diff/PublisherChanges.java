package io.dateline.diff;

/**
 * What has become of the articles of a publisher.
 *
 * @param publisher empty for the articles that name none
 * @param differing how many of the compared differ in any field
 */
public record PublisherChanges(
    String publisher, long compared, long differing, long appeared, long vanished) {}
