package io.dateline.source.container;

import java.util.ArrayList;
import java.util.List;

/** Collects the places where a file is cut into splits. Not safe for use by several threads. */
final class SplitCutter {

  private final long bytes;
  private final List<Split> done = new ArrayList<>();
  private boolean begun;
  private long start;
  private long startPacked;
  private long startBefore;

  /** A cutter of splits whose members take at least so many bytes, but for the last. */
  SplitCutter(long bytes) {
    this.bytes = bytes;
  }

  /** Whether a split is long enough that it may end where its members take so many bytes. */
  boolean isDue(long packed) {
    return begun && packed - startPacked >= bytes;
  }

  /**
   * A place where a member begins; the first is where the first split does.
   *
   * @param place the place
   * @param packed bytes that the members before it take
   * @param before lines or members before it
   */
  void cut(long place, long packed, long before) {
    if (begun) {
      done.add(new Split(start, place, startBefore, packed - startPacked));
    }
    begun = true;
    start = place;
    startPacked = packed;
    startBefore = before;
  }

  /** The splits, the last of them to the end of the file; none if there is but one. */
  List<Split> finish(long packed) {
    if (done.isEmpty()) {
      return List.of();
    }
    done.add(new Split(start, Long.MAX_VALUE, startBefore, packed - startPacked));
    return List.copyOf(done);
  }
}
