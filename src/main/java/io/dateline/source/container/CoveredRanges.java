package io.dateline.source.container;

import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of a zip that members were read from, so that no byte serves two of them: a zip in
 * which members overlap unpacks to the square of its size. Neighbours are joined, so that an honest
 * zip takes one range, or few.
 */
final class CoveredRanges {

  /** Room between two members in which no third fits; a data descriptor takes up to 24 bytes. */
  private static final int GAP_BYTES = LocalHeader.BYTES - 1;

  /** Ranges that are kept; a zip with more is no longer checked beyond the sum of its members. */
  private static final int MAX_RANGES = 100_000;

  private final TreeMap<Long, Long> ends = new TreeMap<>();
  private final long available;
  private long sum;

  CoveredRanges(long available) {
    this.available = available;
  }

  /** Takes a range, or says false if a part of it is taken already. */
  boolean take(long from, long to) {
    Map.Entry<Long, Long> before = ends.floorEntry(from);
    if (before != null && before.getValue() > from) {
      return false;
    }
    Map.Entry<Long, Long> after = ends.ceilingEntry(from);
    if (after != null && after.getKey() < to) {
      return false;
    }
    sum += to - from;
    if (sum > available) {
      return false;
    }
    long start = from;
    long end = to;
    if (before != null && from - before.getValue() <= GAP_BYTES) {
      start = before.getKey();
    }
    if (after != null && after.getKey() - to <= GAP_BYTES) {
      ends.remove(after.getKey());
      end = after.getValue();
    }
    if (ends.size() < MAX_RANGES || ends.containsKey(start)) {
      ends.put(start, end);
    }
    return true;
  }
}
