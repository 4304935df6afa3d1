package io.dateline.source;

import io.dateline.source.ManifestFile.LedgerKey;

/**
 * A file as the ledger knows it from the last run that read it.
 *
 * @param retry whether it is to be read again although it did not change, since reading it failed
 *     for reasons of the surroundings
 */
public record KnownFile(
    String collection,
    String sourcePath,
    long sizeBytes,
    long modifiedNanos,
    LedgerKey key,
    boolean retry) {}
