package io.dateline.extract.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A page's blocks with a part for each.
 *
 * @param parts of each block, in order
 * @param worth of them together
 */
@SuppressWarnings("EnumOrdinal") // The worth of blocks comes by part, in their order.
record StoryPath(List<Part> parts, double worth) {

  private static final Part[] PARTS = Part.values();

  StoryPath {
    parts = List.copyOf(parts);
  }

  /** These parts, with what they are worth. */
  static StoryPath of(List<Part> parts, double[][] worth, BlockModel model) {
    double sum = 0;
    for (int i = 0; i < worth.length; i++) {
      sum += worth[i][parts.get(i).ordinal()];
      sum += i == 0 ? 0 : model.step(parts.get(i - 1), parts.get(i));
    }
    return new StoryPath(parts, sum);
  }

  /**
   * The parts that are worth most together (Viterbi's algorithm).
   *
   * @param worth of each block for each part
   */
  static StoryPath best(double[][] worth, BlockModel model) {
    if (worth.length == 0) {
      return new StoryPath(List.of(), 0);
    }
    int[][] from = new int[worth.length][PARTS.length];
    double[] sums = new double[PARTS.length];
    for (Part part : PARTS) {
      boolean first = part == Part.BEFORE || part == Part.STORY;
      sums[part.ordinal()] = first ? worth[0][part.ordinal()] : Double.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < worth.length; i++) {
      sums = next(sums, worth[i], from[i], model);
    }
    int last = Part.BEFORE.ordinal();
    for (Part part : PARTS) {
      if (part != Part.BETWEEN && sums[part.ordinal()] > sums[last]) {
        last = part.ordinal();
      }
    }
    double best = sums[last];
    List<Part> parts = new ArrayList<>(worth.length);
    for (int i = worth.length - 1; i >= 0; i--) {
      parts.add(PARTS[last]);
      last = from[i][last];
    }
    Collections.reverse(parts);
    return new StoryPath(parts, best);
  }

  /** The best sums up to a block, from those up to the one before it. */
  private static double[] next(double[] sums, double[] worth, int[] from, BlockModel model) {
    double[] next = new double[PARTS.length];
    for (Part to : PARTS) {
      double best = Double.NEGATIVE_INFINITY;
      for (Part part : PARTS) {
        if (part.leadsTo(to) && sums[part.ordinal()] + model.step(part, to) > best) {
          best = sums[part.ordinal()] + model.step(part, to);
          from[to.ordinal()] = part.ordinal();
        }
      }
      next[to.ordinal()] = best + worth[to.ordinal()];
    }
    return next;
  }
}
