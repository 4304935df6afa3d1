package io.dateline.diff;

/** Counts of one publisher. Not safe for use by several threads. */
final class Tally {

  long compared;
  long differing;
  long appeared;
  long vanished;
  final long[] filledBefore;
  final long[] filledAfter;

  /** By kind and field: {@link ChangeKind#FILLED}, EMPTIED and CHANGED. */
  private final long[][] kinds;

  Tally(int fields) {
    filledBefore = new long[fields];
    filledAfter = new long[fields];
    kinds = new long[ChangeKind.CHANGED.ordinal() + 1][fields];
  }

  void pair(long before, long after) {
    compared++;
    for (int i = 0; i < filledBefore.length; i++) {
      filledBefore[i] += before >> i & 1;
      filledAfter[i] += after >> i & 1;
    }
  }

  void count(ChangeKind kind, int field) {
    kinds[kind.ordinal()][field]++;
  }

  long count(int field, ChangeKind kind) {
    return kinds[kind.ordinal()][field];
  }

  void add(Tally other) {
    compared += other.compared;
    differing += other.differing;
    appeared += other.appeared;
    vanished += other.vanished;
    for (int i = 0; i < filledBefore.length; i++) {
      filledBefore[i] += other.filledBefore[i];
      filledAfter[i] += other.filledAfter[i];
      for (int kind = 0; kind < kinds.length; kind++) {
        kinds[kind][i] += other.kinds[kind][i];
      }
    }
  }
}
