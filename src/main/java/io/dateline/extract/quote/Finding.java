package io.dateline.extract.quote;

import org.jspecify.annotations.Nullable;

/** A quote and who said it, before it is numbered and its offsets are counted. */
record Finding(
    Quotation quotation,
    @Nullable Mention mention,
    @Nullable String speaker,
    @Nullable String cue,
    boolean direct) {}
