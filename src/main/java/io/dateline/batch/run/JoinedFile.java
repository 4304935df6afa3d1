package io.dateline.batch.run;

/**
 * A CSV file that was put together.
 *
 * @param rows rows without the header
 * @param sha256 64 lower-case hex digits
 */
public record JoinedFile(long rows, long bytes, String sha256) {}
