package io.dateline.summary.report;

/**
 * A place of datelines that can be shown on a map.
 *
 * @param country ISO 3166-1 alpha-2
 * @param latitude WGS 84 degrees, as is the longitude
 */
public record MapPlace(
    String name, String country, double latitude, double longitude, long articles) {}
