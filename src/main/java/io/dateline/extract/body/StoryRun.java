package io.dateline.extract.body;

import io.dateline.extract.body.Mark.Kind;
import java.util.List;

/**
 * Finds the run of blocks that is worth most: the sum of their weights is the largest of all runs
 * that no {@link Kind#END} interrupts.
 *
 * @param first index of the first block
 * @param last index of the last block, less than {@code first} if there is no story
 */
record StoryRun(int first, int last) {

  /**
   * What a run after an end of story is worth, where enough stands before it: comments may be many
   * times as long as the story they are about.
   */
  private static final double AFTER_THE_END = 0.25;

  /** Worth of the story before an end that makes the end believable, in words. */
  private static final double ENOUGH = 40;

  /**
   * Share of its cost that a block beside the story has behind another one: a box of five stories
   * interrupts a story no more than a box of one.
   */
  private static final double SAME_BOX = 0.25;

  private static boolean isAside(Mark mark) {
    return switch (mark.verdict()) {
      case REGION, HINT, PHRASE_ASIDE -> true;
      default -> false;
    };
  }

  static StoryRun best(List<Mark> marks) {
    StoryRun best = new StoryRun(0, -1);
    double bestSum = 0;
    double bestInSegment = 0;
    double factor = 1;
    double sum = 0;
    int start = 0;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (mark.kind() == Kind.END) {
        if (bestInSegment >= ENOUGH) {
          factor = AFTER_THE_END;
        }
        sum = 0;
        start = i + 1;
        continue;
      }
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      boolean sameBox = i > 0 && isAside(mark) && isAside(marks.get(i - 1));
      sum += sameBox ? mark.weight() * SAME_BOX : mark.weight();
      bestInSegment = Math.max(bestInSegment, sum);
      if (sum * factor > bestSum) {
        bestSum = sum * factor;
        best = new StoryRun(start, i);
      }
    }
    return best;
  }
}
