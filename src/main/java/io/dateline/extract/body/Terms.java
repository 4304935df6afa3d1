package io.dateline.extract.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts folded texts into terms by which they can be compared: words, and in scripts without spaces
 * between words every three characters in a row.
 */
final class Terms {

  /** Characters that stand for a word where no spaces do. */
  private static final int PIECE = 3;

  private Terms() {}

  /** The terms in their order; a piece that is shorter is a term as it is. */
  static List<String> of(String folded) {
    List<String> terms = new ArrayList<>();
    int start = 0;
    boolean unspaced = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      boolean gap = c == ' ';
      boolean changes = !gap && BlockFeatures.isUnspaced(c) != unspaced;
      if (gap || changes) {
        add(folded, start, i, unspaced, terms);
        start = gap ? i + 1 : i;
        unspaced = changes != unspaced;
      }
      i += Character.charCount(c);
    }
    add(folded, start, folded.length(), unspaced, terms);
    return terms;
  }

  private static void add(String text, int start, int end, boolean unspaced, List<String> to) {
    if (end <= start) {
      return;
    }
    if (!unspaced || text.codePointCount(start, end) <= PIECE) {
      to.add(text.substring(start, end));
      return;
    }
    int pieces = text.codePointCount(start, end) - PIECE + 1;
    int from = start;
    for (int i = 0; i < pieces; i++) {
      to.add(text.substring(from, text.offsetByCodePoints(from, PIECE)));
      from = text.offsetByCodePoints(from, 1);
    }
  }

  /** Whether a term is a piece of a text without spaces. */
  static boolean isPiece(String term) {
    return !term.isEmpty()
        && BlockFeatures.isUnspaced(term.codePointAt(0))
        && term.codePointCount(0, term.length()) == PIECE;
  }
}
