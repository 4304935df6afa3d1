package io.dateline.extract.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of countries in many languages, and of the states and provinces that datelines name. */
final class RegionTable {

  private final Map<String, List<Region>> regions = new HashMap<>();
  private final Map<String, Region> aliases = new HashMap<>();
  private final SortedTable countries = new SortedTable("countries.tsv");

  RegionTable() {
    Resources.forEachRow(
        "country-aliases.tsv",
        row ->
            aliases.put(PlaceKey.of(row[0]), new Region(row[1].equals("-") ? null : row[1], null)));
    Resources.forEachRow(
        "regions.tsv",
        row -> {
          Region region = new Region(row[0], row[1].isEmpty() ? null : row[1]);
          for (int i = 2; i < row.length; i++) {
            add(PlaceKey.of(row[i]), region);
          }
        });
  }

  private void add(String key, Region region) {
    List<Region> same = regions.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (!same.contains(region)) {
      same.add(region);
    }
  }

  /** What a key may mean: one region, or several as {@code georgia} does; empty if unknown. */
  List<Region> regions(String key) {
    List<Region> states = regions.getOrDefault(key, List.of());
    Region country = countryRegion(key);
    if (country == null || states.contains(country)) {
      return states;
    }
    List<Region> all = new ArrayList<>(states);
    all.add(country);
    return all;
  }

  /** ISO 3166-1 alpha-2 of the country that bears the name. */
  @Nullable String country(String key) {
    Region region = countryRegion(key);
    return region == null ? null : region.country();
  }

  private @Nullable Region countryRegion(String key) {
    Region alias = aliases.get(key);
    if (alias != null) {
      return alias;
    }
    String[] row = countries.row(key);
    return row == null ? null : new Region(row[1], null);
  }
}
