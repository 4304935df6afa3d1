package io.dateline.extract.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a dateline's name means. Never a guess: a bare name resolves if it is on the
 * list of places that stand alone in datelines, or if its largest candidate has at least {@value
 * #LARGE} people and {@value #AHEAD} times as many as the next; with a region the candidates are
 * those of the region, and the largest wins. Coordinates and populations are those of <a
 * href="https://www.geonames.org/">GeoNames</a>.
 *
 * <p>Names are compared without case, accents and punctuation; exonyms ({@code Pékin}, {@code 北京})
 * count as the names they stand for. The resources are read once, at the first use, in some tens of
 * milliseconds. Immutable and safe for use by several threads.
 */
public final class Gazetteer {

  /** People that a bare name's largest candidate must have. */
  static final int LARGE = 100_000;

  /** How many times as many people it must have as the next candidate. */
  static final int AHEAD = 10;

  /** Letters of a name that is short for a longer one; fewer may be any word. */
  private static final int MIN_SHORT_NAME = 6;

  /** What stands between a town's name and its river's, hill's or region's, folded. */
  private static final List<String> JOINTS =
      List.of("vor", "an", "am", "im", "in", "bei", "ob", "sur", "sous", "les", "upon", "aan");

  private static final class Holder {
    static final Gazetteer INSTANCE = new Gazetteer();
  }

  private final SortedTable places = new SortedTable("places.tsv.gz");
  private final RegionTable regions = new RegionTable();
  private final SortedTable cldrExonyms = new SortedTable("exonyms-cldr.tsv");
  private final Map<String, Target> exonyms = new HashMap<>();

  /** Keys of places that stand alone, with the country and region they then mean. */
  private final Map<String, Region> standalone = new HashMap<>();

  /** Keys that name a place without being in GeoNames: seas, bases, buildings. */
  private final Set<String> unlisted = new HashSet<>();

  private record Target(String key, String country) {}

  private Gazetteer() {
    Resources.forEachRow(
        "exonyms.tsv",
        row -> exonyms.put(PlaceKey.of(row[0]), new Target(PlaceKey.of(row[1]), row[2])));
    Resources.forEachRow(
        "standalone.txt",
        row -> {
          String key = PlaceKey.of(row[0]);
          if (row.length < 2 || row[1].isEmpty()) {
            unlisted.add(key);
          } else {
            standalone.put(key, new Region(row[1], row.length > 2 ? row[2] : null));
          }
        });
  }

  /** The gazetteer of this program's resources. */
  public static Gazetteer get() {
    return Holder.INSTANCE;
  }

  /**
   * The place of this name.
   *
   * @param name as printed, in any case
   * @param region country, state or province as printed after the place; absent for a bare name
   * @return the place, or empty if no place or more than one could be meant
   */
  public Optional<Place> resolve(String name, @Nullable String region) {
    String key = PlaceKey.of(name);
    if (region == null || region.isBlank()) {
      return bare(key);
    }
    List<Region> meant = regions(region);
    if (!meant.isEmpty() && meant.stream().allMatch(r -> r.country() == null)) {
      // The country is no more, but the town is where it was.
      return bare(key);
    }
    return largestIn(candidates(key, Integer.MAX_VALUE), meant);
  }

  private Optional<Place> bare(String key) {
    Region alone = standalone.get(key);
    if (alone != null) {
      return largestIn(candidates(key, Integer.MAX_VALUE), List.of(alone));
    }
    List<Place> candidates = candidates(key, 2);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Place largest = candidates.get(0);
    long next = candidates.size() > 1 ? candidates.get(1).population() : 0;
    boolean clear = largest.population() >= LARGE && largest.population() >= AHEAD * next;
    return clear || largest.capital() ? Optional.of(largest) : Optional.empty();
  }

  /**
   * The country of a place that is given with or without its region: that of the place where it
   * resolves, else that of the region, else the one country in which everything of that name lies.
   *
   * @return ISO 3166-1 alpha-2, or empty if it cannot be known
   */
  public Optional<String> countryOf(String name, @Nullable String region) {
    Optional<String> ofPlace = resolve(name, region).map(Place::country);
    if (ofPlace.isPresent()) {
      return ofPlace;
    }
    Stream<@Nullable String> countries =
        region == null
            ? Stream.concat(
                regions.regions(PlaceKey.of(name)).stream().map(Region::country),
                candidates(PlaceKey.of(name), Integer.MAX_VALUE).stream().map(Place::country))
            : regions(region).stream().map(Region::country);
    List<@Nullable String> distinct = countries.distinct().toList();
    return distinct.size() == 1 ? Optional.ofNullable(distinct.get(0)) : Optional.empty();
  }

  /**
   * The largest place of a name in a country; empty if there is none.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public Optional<Place> largestIn(String name, String country) {
    return largestIn(
        candidates(PlaceKey.of(name), Integer.MAX_VALUE), List.of(new Region(country, null)));
  }

  /** ISO 3166-1 alpha-2 of a country's name or abbreviation in any of many languages. */
  public Optional<String> country(String name) {
    return Optional.ofNullable(regions.country(PlaceKey.of(name)));
  }

  /** Whether the name is that of a country, a US state, a Canadian province or the like. */
  public boolean isRegion(String name) {
    return !regions.regions(PlaceKey.of(name)).isEmpty();
  }

  /** Whether any place, region or country bears the name, one or many. */
  public boolean isKnown(String name) {
    String key = PlaceKey.of(name);
    return places.contains(key)
        || !fullNames(key).isEmpty()
        || exonym(key) != null
        || standalone.containsKey(key)
        || unlisted.contains(key)
        || !regions.regions(key).isEmpty();
  }

  /** Whether a populated place bears the name, not only a country or region. */
  public boolean isPlace(String name) {
    String key = PlaceKey.of(name);
    return places.contains(key)
        || !fullNames(key).isEmpty()
        || exonym(key) != null
        || standalone.containsKey(key)
        || unlisted.contains(key);
  }

  /** The places of a name, in whatever language, the largest first, so many at most. */
  private List<Place> candidates(String key, int most) {
    Target target = exonym(key);
    if (target == null) {
      return named(key, most);
    }
    Stream<Place> meant =
        named(target.key(), Integer.MAX_VALUE).stream()
            .filter(p -> p.country().equals(target.country()))
            .limit(1);
    return Stream.concat(meant, named(key, Integer.MAX_VALUE).stream())
        .distinct()
        .sorted(Comparator.comparingInt(Place::population).reversed())
        .limit(most)
        .toList();
  }

  private @Nullable Target exonym(String key) {
    Target target = exonyms.get(key);
    if (target != null) {
      return target;
    }
    String[] row = cldrExonyms.row(key);
    return row == null ? null : new Target(row[1], row[2]);
  }

  private List<Place> named(String key, int most) {
    List<String[]> rows = places.rows(key, most);
    List<Place> named = new ArrayList<>(rows.size());
    for (String[] row : rows.isEmpty() ? fullNames(key) : rows) {
      named.add(place(row));
    }
    return named;
  }

  /** {@code Bad Homburg} for {@code Bad Homburg vor der Höhe}: the one town whose name goes on. */
  private List<String[]> fullNames(String key) {
    if (key.length() < MIN_SHORT_NAME || !places.hasKeyFrom(key + " ")) {
      return List.of();
    }
    List<String[]> found = new ArrayList<>();
    for (String joint : JOINTS) {
      found.addAll(places.rowsFrom(key + " " + joint + " ", 2));
    }
    return found.size() == 1 ? found : List.of();
  }

  /** A line of {@code places.tsv.gz}: key, country, region, population, coordinates, kind. */
  private static Place place(String[] columns) {
    return new Place(
        columns[1],
        columns[2].isEmpty() ? null : columns[2],
        Double.parseDouble(columns[4]),
        Double.parseDouble(columns[5]),
        Integer.parseInt(columns[3]),
        columns[6].equals("C"));
  }

  private List<Region> regions(String name) {
    List<Region> meant = regions.regions(PlaceKey.of(name));
    // Spanish wires name the province by its capital: only its country can be used.
    return meant.isEmpty()
        ? bare(PlaceKey.of(name)).map(p -> List.of(new Region(p.country(), null))).orElse(List.of())
        : meant;
  }

  private static Optional<Place> largestIn(List<Place> candidates, List<Region> regions) {
    for (Place place : candidates) {
      for (Region region : regions) {
        if (isIn(place, region)) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(Place place, Region region) {
    return place.country().equals(region.country())
        && (region.code() == null || region.code().equals(place.region()));
  }
}
