package io.dateline.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By how much groups grow or shrink, added up until somebody takes it away. Sums do not depend on
 * the order of what is added, nor on when they are taken. Not safe for use by several threads.
 */
public final class SummaryDelta {

  private final Map<Summary, Map<GroupKey, long[]>> groups = new EnumMap<>(Summary.class);
  private int size;

  /** Adds to a group; negative numbers take away. */
  public void add(Summary summary, GroupKey key, long rows, long second) {
    Map<GroupKey, long[]> of = groups.computeIfAbsent(summary, s -> new HashMap<>());
    long[] sums = of.get(key);
    if (sums == null) {
      sums = new long[2];
      of.put(key, sums);
      size++;
    }
    sums[0] += rows;
    sums[1] += second;
  }

  /** Groups that are held. */
  public int size() {
    return size;
  }

  /** Hands out what was added, by summary and then in the order of the keys, and begins anew. */
  public void drain(ArticleFacts.Visitor visitor) {
    groups.forEach(
        (summary, of) -> {
          List<GroupKey> keys = new ArrayList<>(of.keySet());
          keys.sort(null);
          for (GroupKey key : keys) {
            long[] sums = of.get(key);
            if (sums != null) {
              visitor.group(summary, key, sums[0], sums[1]);
            }
          }
        });
    groups.clear();
    size = 0;
  }
}
