package io.dateline.extract.body;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The story as a page's metadata give it, to ask which blocks are part of it: those whose terms
 * stand in it, each four in a row. To look for each block's characters in it would take the product
 * of the two lengths on a page that is made for it.
 */
final class StatedStory {

  /** Terms of a shingle, and of the shortest block that is found. */
  private static final int TERMS = 4;

  private final Set<Integer> shingles;

  private StatedStory(Set<Integer> shingles) {
    this.shingles = shingles;
  }

  /** The story in a folded text; null holds nothing. */
  static StatedStory of(@Nullable String folded) {
    return new StatedStory(folded == null ? Set.of() : new HashSet<>(Shingles.of(folded, TERMS)));
  }

  /** Whether a block is part of it. */
  boolean holds(BlockFeatures block) {
    if (shingles.isEmpty() || block.words() < TERMS) {
      return false;
    }
    var own = Shingles.of(block.folded(), TERMS);
    return !own.isEmpty() && shingles.containsAll(own);
  }
}
