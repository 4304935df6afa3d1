package io.dateline.batch.extract;

/**
 * The next entries of a partition, not yet read: a chunk then holds one document at a time, and for
 * the rest what was extracted from them.
 *
 * @param entries where they are drawn from
 * @param limit most of them
 */
public record EntrySlice(PartitionEntries entries, int limit) {}
