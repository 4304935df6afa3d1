package io.dateline.batch.export;

import io.dateline.batch.selection.Facets;

/**
 * Where an article's row is in the articles.csv of its run.
 *
 * @param offset of its first byte, in bytes from the start of the partition's rows
 * @param bytes length of the row with its line end
 */
public record ArticlePlace(
    long ordinal, int partition, long offset, long bytes, String articleId, Facets facets) {}
