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

  /** Logarithm of the bits that there are for a shingle, at most: eight at least. */
  private static final int BITS_LOG = 4;

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
    if (!mayHold(shingles, look)) {
      return story;
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

  /**
   * Whether any block may be a copy; most stories hold none. Each shingle takes one of far more
   * bits, and some share one: what is told is too much rather than too little, and nothing need be
   * sorted.
   *
   * @param shingles of the blocks of the story, by index
   */
  private static boolean mayHold(int[][] shingles, Look look) {
    int count = 0;
    for (int[] ofBlock : shingles) {
      count += ofBlock.length;
    }
    int mask = (Integer.highestOneBit(Math.max(1, count)) << BITS_LOG) - 1;
    BitSet seen = new BitSet(mask + 1);
    for (int i = 0; i < shingles.length; i++) {
      int known = 0;
      for (int shingle : shingles[i]) {
        known += seen.get(spread(shingle) & mask) ? 1 : 0;
      }
      if (mayBe(i, look) && known > 0 && known >= KNOWN * shingles[i].length) {
        return true;
      }
      for (int shingle : shingles[i]) {
        seen.set(spread(shingle) & mask);
      }
    }
    return false;
  }

  private static int spread(int shingle) {
    int spread = shingle * 0x9E3779B1;
    return spread ^ (spread >>> 15);
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
