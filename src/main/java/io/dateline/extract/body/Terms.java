package io.dateline.extract.body;

import io.dateline.extract.text.Letters;

/**
 * Cuts folded texts into terms by which they can be compared: words, and in scripts without spaces
 * between words every three characters in a row.
 */
final class Terms {

  /** Characters that stand for a word where no spaces do. */
  private static final int PIECE = 3;

  /** Is told where the terms stand. */
  @FunctionalInterface
  interface Reader {
    /** Hears of one term. */
    void term(int start, int end);
  }

  private Terms() {}

  /** Tells of the terms in their order; a piece that is shorter is a term as it is. */
  static void read(String folded, Reader reader) {
    int start = 0;
    boolean unspaced = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      boolean gap = c == ' ';
      boolean changes = !gap && BlockFeatures.isUnspaced(c) != unspaced;
      if (gap || changes) {
        cut(folded, start, i, unspaced, reader);
        start = gap ? i + 1 : i;
        unspaced = changes != unspaced;
      }
      i += Character.charCount(c);
      i = unspaced ? i : Letters.endOfSmall(folded, i);
    }
    cut(folded, start, folded.length(), unspaced, reader);
  }

  private static void cut(String text, int start, int end, boolean unspaced, Reader reader) {
    if (end <= start) {
      return;
    }
    if (!unspaced || text.codePointCount(start, end) <= PIECE) {
      reader.term(start, end);
      return;
    }
    int pieces = text.codePointCount(start, end) - PIECE + 1;
    int from = start;
    for (int i = 0; i < pieces; i++) {
      reader.term(from, text.offsetByCodePoints(from, PIECE));
      from = text.offsetByCodePoints(from, 1);
    }
  }

  /** Whether a term is a piece of a text without spaces. */
  static boolean isPiece(String text, int start, int end) {
    return end > start
        && BlockFeatures.isUnspaced(text.codePointAt(start))
        && text.codePointCount(start, end) == PIECE;
  }
}
