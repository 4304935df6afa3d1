package io.dateline.extract.quote;

import org.jspecify.annotations.Nullable;

/**
 * That somebody says something, found in a sentence.
 *
 * @param speaker who, or null where the language leaves the subject out
 * @param cue the word of speech as printed, or null after a bare colon
 * @param from index of the first token of subject and cue together
 * @param cueAt index of the cue
 * @param to index after the last token of both
 * @param inverted whether the subject stands after the cue
 */
record Attribution(
    @Nullable Mention speaker,
    @Nullable String cue,
    int from,
    int cueAt,
    int to,
    boolean inverted) {}
