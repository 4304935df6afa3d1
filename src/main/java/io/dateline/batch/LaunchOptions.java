package io.dateline.batch;

/**
 * How the job runs in this process; nothing of it shows in what comes out.
 *
 * @param threads partitions at a time
 * @param chunkSize documents in a transaction
 */
public record LaunchOptions(int threads, int chunkSize) {}
