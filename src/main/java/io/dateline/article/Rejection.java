package io.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code rejections.csv}: an entry that is no article, and why.
 *
 * @param byteOffset where in the file it broke, in bytes; absent where that says nothing
 * @param message one sentence for a person, without text of the document
 * @param sizeBytes size of the entry, absent if unknown
 */
public record Rejection(
    EntryId id,
    @Nullable Long byteOffset,
    RejectionReason reason,
    String message,
    @Nullable Long sizeBytes) {}
