package io.dateline.batch.selection;

/**
 * A row that the archive has, so far as choosing it goes.
 *
 * @param ordinal its place in the run that made it
 * @param fileNumber number of its file there
 * @param entryName empty for a plain file
 * @param isArticle whether it is an article; otherwise it is a rejection
 * @param selected whether the selection means it
 */
public record ArchivedRow(
    long ordinal, long fileNumber, String entryName, boolean isArticle, boolean selected) {}
