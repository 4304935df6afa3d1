package io.dateline.extract.place;

import org.jspecify.annotations.Nullable;

/**
 * A populated place of GeoNames.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region postal code of the state, province or nation in US, CA, AU and GB ({@code TX});
 *     absent elsewhere
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param population people, 0 where GeoNames gives none
 * @param capital whether it is the seat of a national government
 */
public record Place(
    String country,
    @Nullable String region,
    double latitude,
    double longitude,
    int population,
    boolean capital) {}
