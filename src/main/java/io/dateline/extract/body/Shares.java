package io.dateline.extract.body;

/** Shares and amounts in a few steps. */
final class Shares {

  /** Steps of a share: none, to 0.05, 0.15, 0.3, 0.5, 0.75, more. */
  static final int LEVELS = 7;

  private static final double[] STEPS = {0, 0.05, 0.15, 0.3, 0.5, 0.75};

  private static final int[] DISTANCES = {1, 2, 3, 5, 10};

  private Shares() {}

  /** The step that {@code part} of {@code whole} is on. */
  static int level(long part, long whole) {
    double share = whole == 0 ? 0 : (double) part / whole;
    int level = 0;
    while (level < STEPS.length && share > STEPS[level]) {
      level++;
    }
    return level;
  }

  /** The step that a value is on: how many of {@code steps} it exceeds. */
  static int step(long value, int[] steps) {
    int level = 0;
    while (level < steps.length && value > steps[level]) {
      level++;
    }
    return level;
  }

  /** The step that a distance in blocks is on, from 0 for the next block to 5. */
  static int distance(int blocks) {
    return step(blocks, DISTANCES);
  }
}
