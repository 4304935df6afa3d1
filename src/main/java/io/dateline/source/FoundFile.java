package io.dateline.source;

import io.dateline.article.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * A file that the walk met.
 *
 * @param collection name of the input root
 * @param sourcePath path below the root as it stands in the tables: see {@link EntryNames}; that of
 *     a folder that cannot be entered ends in a slash
 * @param sizeBytes its size when it was met
 * @param modifiedNanos its modification time in nanoseconds since 1970
 * @param tooYoung whether it is left for another run, since somebody may still be writing it
 * @param unreadable why it can not be read, null if it can
 */
record FoundFile(
    String collection,
    String sourcePath,
    long sizeBytes,
    long modifiedNanos,
    boolean tooYoung,
    @Nullable RejectionReason unreadable) {

  /** Whether it is a folder whose files nobody can see. */
  boolean isClosedFolder() {
    return sourcePath.endsWith("/");
  }
}
