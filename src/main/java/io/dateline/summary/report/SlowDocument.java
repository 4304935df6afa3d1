package io.dateline.summary.report;

/**
 * A document that took long.
 *
 * @param seconds of reading and extracting it
 * @param entryName its place in a container; empty if it is a file
 * @param outcome what became of it: {@code article}, or the code of its rejection
 */
public record SlowDocument(
    double seconds, long bytes, String sourcePath, String entryName, String outcome) {}
