package io.dateline.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dateline that opens a news story: where it was filed, when and by whom. Corresponds to <a
 * href="https://schema.org/dateline">schema.org {@code dateline}</a>.
 *
 * @param raw as printed, without the closing dash
 * @param places the places in printed order and ordinary case: {@code Hangzhou}
 * @param region state, province or country as printed after the place
 * @param country ISO 3166-1 alpha-2
 * @param latitude WGS 84 degrees, absent unless the gazetteer is certain
 * @param longitude WGS 84 degrees, likewise
 * @param month month of filing as printed, 1 to 12
 * @param day day of the month as printed, 1 to 31
 * @param year year of filing, where it is printed
 * @param agency news agency credited in the dateline: {@code Xinhua}
 */
public record Dateline(
    String raw,
    List<String> places,
    @Nullable String region,
    @Nullable String country,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Integer month,
    @Nullable Integer day,
    @Nullable Integer year,
    @Nullable String agency) {

  public Dateline {
    places = List.copyOf(places);
  }
}
