package io.dateline.batch.selection;

import org.jspecify.annotations.Nullable;

/** The columns of an article by which they can be chosen; null where the cell is empty. */
public record Facets(
    @Nullable String datePublished,
    @Nullable String provider,
    @Nullable String publisher,
    @Nullable String inLanguage) {}
