package io.dateline.score;

import org.jspecify.annotations.Nullable;

/**
 * How one field did.
 *
 * @param field name of the column; for quotes {@code quote} or {@code quote and speaker}
 * @param cases values that the gold has
 * @param found values that the run has in the same articles
 * @param correct values of the run that agree with the gold
 * @param precision share of the found that is right, 0 to 1; null if nothing was found
 * @param recall share of the cases that was found, 0 to 1; null if there are none
 * @param f1 harmonic mean of both, a null counting as 0; null if there are no cases and nothing was
 *     found
 */
public record FieldScore(
    String field,
    long cases,
    long found,
    long correct,
    @Nullable Double precision,
    @Nullable Double recall,
    @Nullable Double f1) {}
