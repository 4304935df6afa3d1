package io.dateline.source;

import io.dateline.article.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * A file that the walk met.
 *
 * @param collection name of the input root
 * @param sourcePath path below the root as it stands in the tables: see {@link EntryNames}
 * @param sizeBytes its size when it was met
 * @param modifiedNanos its modification time in nanoseconds since 1970
 * @param unreadable why it can not be read, null if it can
 */
record FoundFile(
    String collection,
    String sourcePath,
    long sizeBytes,
    long modifiedNanos,
    @Nullable RejectionReason unreadable) {}
