package io.dateline.batch.rows;

import io.dateline.source.ManifestFile;
import org.jspecify.annotations.Nullable;

/**
 * A file whose entries are all read.
 *
 * @param contentSha256 64 hex digits over its bytes; empty if they are not known
 * @param retry whether the next run is to read it again although it did not change
 * @param retryOn run date from which that is so, ISO 8601, null if none
 */
public record FinishedFile(
    ManifestFile file, String contentSha256, boolean retry, @Nullable String retryOn) {}
