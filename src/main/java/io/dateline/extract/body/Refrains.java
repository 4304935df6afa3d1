package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the line that a page puts between the paragraphs of its story again and again, such as the
 * caption of an empty advertisement. It is no part of the story, and no sign of its end either.
 */
final class Refrains {

  /** Words of a line above which it is more than a caption. */
  private static final int MAX_WORDS = 5;

  /** Times that the line stands between two paragraphs. */
  private static final int TIMES = 3;

  private Refrains() {}

  /**
   * The blocks that hold the line; none if there are several such lines, since those are the names
   * of people who talk to each other.
   */
  static BitSet in(List<BlockFeatures> blocks) {
    Map<String, Integer> times = new HashMap<>();
    for (int i = 1; i + 1 < blocks.size(); i++) {
      BlockFeatures block = blocks.get(i);
      if (isCaption(block) && blocks.get(i - 1).isProse() && blocks.get(i + 1).isProse()) {
        times.merge(block.folded(), 1, Integer::sum);
      }
    }
    times.values().removeIf(count -> count < TIMES);
    BitSet found = new BitSet();
    for (int i = 0; i < blocks.size() && times.size() == 1; i++) {
      found.set(i, times.containsKey(blocks.get(i).folded()));
    }
    return found;
  }

  private static boolean isCaption(BlockFeatures block) {
    String text = block.block().text();
    return block.words() > 0
        && block.words() <= MAX_WORDS
        && !block.endsSentence()
        && !text.endsWith(":")
        && text.chars().anyMatch(UCharacter::isLetter);
  }
}
