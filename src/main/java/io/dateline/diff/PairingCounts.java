package io.dateline.diff;

/** What was and was not compared. Not safe for use by several threads. */
final class PairingCounts {

  long filesInBoth;
  long filesOnlyBefore;
  long filesOnlyAfter;
  long leftOutBefore;
  long leftOutAfter;

  /** Pairs that were made by the order of articles that have one key. */
  long ambiguous;

  /** Articles that vanished because the new side rejects them. */
  long rejectedNow;

  /** Articles that appeared, which the old side rejected. */
  long rejectedBefore;

  void files(boolean inOld, boolean inNew) {
    filesInBoth += inOld && inNew ? 1 : 0;
    filesOnlyBefore += inNew ? 0 : 1;
    filesOnlyAfter += inOld ? 0 : 1;
  }

  void leftOut(boolean old) {
    if (old) {
      leftOutBefore++;
    } else {
      leftOutAfter++;
    }
  }
}
