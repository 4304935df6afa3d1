package io.dateline.batch.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by kind of what is no document by its nature. Kinds come from the input and may be
 * hostile: there is a limit to how many are told apart. Immutable.
 */
public record IgnoredKinds(Map<String, Long> counts) {

  /** Kinds that are told apart; the formats together know some thirty. */
  private static final int MAX_KINDS = 100;

  /** UTF-16 code units of a kind. */
  private static final int MAX_LENGTH = 60;

  private static final String OTHER = "other";

  public static final IgnoredKinds NONE = new IgnoredKinds(Map.of());

  public IgnoredKinds {
    counts = new TreeMap<>(counts);
  }

  /** These and one more. */
  public IgnoredKinds plus(String kind) {
    return plus(new IgnoredKinds(Map.of(clean(kind), 1L)));
  }

  /** Both together. */
  public IgnoredKinds plus(IgnoredKinds more) {
    if (more.counts.isEmpty() || counts.isEmpty()) {
      return counts.isEmpty() ? more : this;
    }
    SortedMap<String, Long> sums = new TreeMap<>(counts);
    more.counts.forEach(
        (kind, count) -> {
          boolean known = sums.containsKey(kind) || sums.size() < MAX_KINDS;
          sums.merge(known ? kind : OTHER, count, Long::sum);
        });
    return new IgnoredKinds(sums);
  }

  /** All of them. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String clean(String kind) {
    String cut = kind.length() > MAX_LENGTH ? kind.substring(0, MAX_LENGTH) : kind;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
