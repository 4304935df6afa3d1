package io.dateline.diff;

/** Counts of one publisher. Not safe for use by several threads. */
final class Tally {

  long compared;
  long differing;
  long appeared;
  long vanished;
  final long[] filledBefore;
  final long[] filledAfter;

  private final long[] filled;
  private final long[] emptied;
  private final long[] changed;

  Tally(int fields) {
    filledBefore = new long[fields];
    filledAfter = new long[fields];
    filled = new long[fields];
    emptied = new long[fields];
    changed = new long[fields];
  }

  /** The counts of a kind of change by field; articles that come and go are no field's. */
  private long[] of(ChangeKind kind) {
    return switch (kind) {
      case FILLED -> filled;
      case EMPTIED -> emptied;
      case CHANGED -> changed;
      case APPEARED, VANISHED -> throw new IllegalArgumentException(kind + " is of no field");
    };
  }

  void pair(long before, long after) {
    compared++;
    for (int i = 0; i < filledBefore.length; i++) {
      filledBefore[i] += before >> i & 1;
      filledAfter[i] += after >> i & 1;
    }
  }

  void count(ChangeKind kind, int field) {
    of(kind)[field]++;
  }

  long count(int field, ChangeKind kind) {
    return of(kind)[field];
  }

  void add(Tally other) {
    compared += other.compared;
    differing += other.differing;
    appeared += other.appeared;
    vanished += other.vanished;
    add(filledBefore, other.filledBefore);
    add(filledAfter, other.filledAfter);
    add(filled, other.filled);
    add(emptied, other.emptied);
    add(changed, other.changed);
  }

  private static void add(long[] to, long[] counts) {
    for (int i = 0; i < to.length; i++) {
      to[i] += counts[i];
    }
  }
}
