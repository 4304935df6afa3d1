package io.dateline.extract.body;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The story as a page's metadata give it, to ask which blocks are part of it: those whose terms
 * stand in it, each four in a row. To look for each block's characters in it would take the product
 * of the two lengths on a page that is made for it.
 */
final class StatedStory {

  /** Terms of a shingle, and of the shortest block that is found. */
  private static final int TERMS = 4;

  /** In ascending order. */
  private final int[] shingles;

  private StatedStory(int[] shingles) {
    this.shingles = shingles;
    Arrays.sort(shingles);
  }

  /** The story in a folded text; null holds nothing. */
  static StatedStory of(@Nullable String folded) {
    return new StatedStory(folded == null ? new int[0] : Shingles.of(folded, TERMS));
  }

  /** Whether a block is part of it. */
  boolean holds(BlockFeatures block) {
    if (shingles.length == 0 || block.words() < TERMS) {
      return false;
    }
    int[] own = Shingles.of(block.folded(), TERMS);
    for (int shingle : own) {
      if (Arrays.binarySearch(shingles, shingle) < 0) {
        return false;
      }
    }
    return own.length > 0;
  }
}
