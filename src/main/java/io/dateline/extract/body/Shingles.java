package io.dateline.extract.body;

import io.dateline.extract.text.WordIndex;
import java.util.Arrays;

/** Numbers for terms in a row, by which texts are found in each other in one pass over both. */
final class Shingles {

  private static final int FACTOR = 31;

  private int[] hashes = new int[64];
  private int count;

  private Shingles() {}

  /**
   * A number for each {@code length} terms in a row; empty where there are fewer. Two shingles may
   * share one number, as good as never most of a text's.
   *
   * @param folded a folded text
   */
  static int[] of(String folded, int length) {
    Shingles terms = new Shingles();
    Terms.read(folded, (start, end) -> terms.add(WordIndex.hash(folded, start, end)));
    return terms.inRowsOf(length);
  }

  private void add(int hash) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
    }
    hashes[count++] = hash;
  }

  private int[] inRowsOf(int length) {
    int[] rows = new int[Math.max(0, count - length + 1)];
    for (int start = 0; start < rows.length; start++) {
      int row = 1;
      for (int i = start; i < start + length; i++) {
        row = FACTOR * row + hashes[i];
      }
      rows[start] = row;
    }
    return rows;
  }
}
