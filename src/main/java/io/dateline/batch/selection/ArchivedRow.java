package io.dateline.batch.selection;

/**
 * A row that the archive has, so far as choosing it goes.
 *
 * @param ordinal its place in the run that holds it
 * @param fileNumber number of its file there
 * @param articleId of a rejection, the id that an article would have there; empty where nobody asks
 * @param isNamed whether it stands for an entry of a container by its name
 * @param isArticle whether it is an article; otherwise it is a rejection
 * @param selected whether the selection means it
 */
record ArchivedRow(
    long ordinal,
    long fileNumber,
    String articleId,
    boolean isNamed,
    boolean isArticle,
    boolean selected) {}
