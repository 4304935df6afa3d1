package io.dateline.extract.body;

import java.util.Arrays;
import java.util.BitSet;

/** Finds the blocks of a story that say again what earlier blocks of it have said. */
final class Copies {

  /** Words in a row by which a text is known again. */
  private static final int SHINGLE = 6;

  /** Least words of a block that can be known again; a refrain is shorter. */
  private static final int MIN_WORDS = 40;

  /** Share of a block's shingles that earlier blocks of the story have as well. */
  private static final double KNOWN = 0.8;

  private Copies() {}

  /** Pages hold their story twice, for two kinds of screens or readers; one copy is enough. */
  static BitSet leftOutOf(BitSet story, Look look) {
    int last = lastThatMayBe(story, look);
    if (last < 0) {
      return story;
    }
    int[][] shingles = new int[last + 1][0];
    for (int i = story.nextSetBit(0); i >= 0 && i <= last; i = story.nextSetBit(i + 1)) {
      shingles[i] = Shingles.of(look.features().get(i).folded(), SHINGLE);
    }
    int[] all = sorted(shingles);
    BitSet seen = new BitSet(all.length);
    BitSet left = (BitSet) story.clone();
    for (int i = story.nextSetBit(0); i >= 0 && i <= last; i = story.nextSetBit(i + 1)) {
      int[] places = shingles[i];
      int known = 0;
      for (int k = 0; k < places.length; k++) {
        places[k] = Arrays.binarySearch(all, places[k]);
        known += seen.get(places[k]) ? 1 : 0;
      }
      if (mayBe(i, look) && places.length > 0 && known >= KNOWN * places.length) {
        left.clear(i);
      } else {
        Arrays.stream(places).forEach(seen::set);
      }
    }
    return left;
  }

  /** The last block that may be a copy of those before it; -1 if none may. */
  private static int lastThatMayBe(BitSet story, Look look) {
    int first = story.nextSetBit(0);
    int last = story.length() - 1;
    while (last > first && !(story.get(last) && mayBe(last, look))) {
      last--;
    }
    return last > first ? last : -1;
  }

  private static boolean mayBe(int block, Look look) {
    return look.words(block) >= MIN_WORDS && !look.isContinued(block);
  }

  /** All shingles without repetition, in ascending order. */
  private static int[] sorted(int[][] shingles) {
    return Arrays.stream(shingles).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }
}
