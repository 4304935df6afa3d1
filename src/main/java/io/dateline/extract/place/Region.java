package io.dateline.extract.place;

import org.jspecify.annotations.Nullable;

/**
 * A country, or a state or province of one, as it may stand after a place's name.
 *
 * @param country ISO 3166-1 alpha-2; absent for a country that is no more and has no one heir
 * @param code postal code of the state or province, absent for a whole country
 */
public record Region(@Nullable String country, @Nullable String code) {}
