package io.dateline.batch.export;

import org.jspecify.annotations.Nullable;

/** The columns of an article by which an export can be narrowed; null where the cell is empty. */
record Facets(
    @Nullable String datePublished,
    @Nullable String provider,
    @Nullable String publisher,
    @Nullable String inLanguage) {}
