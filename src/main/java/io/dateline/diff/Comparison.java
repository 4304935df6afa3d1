package io.dateline.diff;

import java.util.List;

/**
 * What came of comparing two sides.
 *
 * @param publishers those with most changes
 * @param sampled examples by field and kind
 */
public record Comparison(
    DiffReport report, List<PublisherChanges> publishers, List<Sampled> sampled) {

  public Comparison {
    publishers = List.copyOf(publishers);
    sampled = List.copyOf(sampled);
  }
}
