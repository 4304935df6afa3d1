package io.dateline.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts by publisher. Not safe for use by several threads. */
final class Tallies {

  private final int fields;
  private final List<@Nullable Tally> ofPublishers = new ArrayList<>();

  Tallies(int fields) {
    this.fields = fields;
  }

  /** The counts of a publisher. */
  Tally of(int publisher) {
    while (ofPublishers.size() <= publisher) {
      ofPublishers.add(null);
    }
    Tally tally = ofPublishers.get(publisher);
    if (tally == null) {
      tally = new Tally(fields);
      ofPublishers.set(publisher, tally);
    }
    return tally;
  }

  /** Whether anything was counted for a publisher. */
  boolean has(int publisher) {
    return publisher < ofPublishers.size() && ofPublishers.get(publisher) != null;
  }

  /** All together. */
  Tally sum() {
    Tally sum = new Tally(fields);
    for (Tally tally : ofPublishers) {
      if (tally != null) {
        sum.add(tally);
      }
    }
    return sum;
  }
}
