package io.dateline.extract.body;

import io.dateline.extract.text.WordIndex;
import io.dateline.extract.text.WordLists;

/**
 * The signs that a block shows by its words, held against the rest of the page: whether they are
 * the page's own, or said again and again.
 */
final class WordingSigns {

  /** Words that pages use of themselves far more often than stories do. */
  private static final WordIndex FURNITURE =
      new WordIndex(WordLists.lines(WordingSigns.class, "furniture-words.txt"));

  /** UTF-16 code units of a block that its shape is told from. */
  private static final int SHAPE_LENGTH = 60;

  private static final int[] TIMES = {1, 2, 4};
  private static final int[] WORDS_AROUND = {0, 2, 5, 9};

  private final Look look;
  private final int size;

  WordingSigns(Look look) {
    this.look = look;
    this.size = look.size();
  }

  void read(Levels[] levels) {
    shapes(levels);
    furniture(levels);
  }

  private String folded(int at) {
    return look.features().get(at).folded();
  }

  private void shapes(Levels[] levels) {
    TermNumbers numbers = new TermNumbers();
    int[] shapes = new int[size];
    int[] times = new int[size];
    for (int i = 0; i < size; i++) {
      shapes[i] = shape(folded(i), numbers);
      times[shapes[i]]++;
    }
    int[] often = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int count = times[shapes[i]];
      often[i + 1] = often[i] + (count >= 3 ? 1 : 0);
      levels[i].add(Sign.SHAPE, Shares.step(count, TIMES));
    }
    for (int i = 0; i < size; i++) {
      levels[i].add(Sign.SHAPES_ABOVE, often[i] - often[Math.max(0, i - 4)]);
      levels[i].add(Sign.SHAPES_BELOW, often[Math.min(size, i + 5)] - often[i + 1]);
    }
  }

  /** The number of the text's beginning, with one 0 for each number in it. */
  private static int shape(String folded, TermNumbers numbers) {
    int end = Math.min(SHAPE_LENGTH, folded.length());
    if (!holdsDigit(folded, end)) {
      return numbers.of(folded, 0, end);
    }
    StringBuilder shape = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = folded.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        shape.append(c);
      } else if (shape.isEmpty() || shape.charAt(shape.length() - 1) != '0') {
        shape.append('0');
      }
    }
    return numbers.of(shape.toString(), 0, shape.length());
  }

  private static boolean holdsDigit(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private void furniture(Levels[] levels) {
    int[] sums = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int found = FURNITURE.countIn(folded(i));
      boolean many = found > 0 && found * 8 >= look.words(i);
      levels[i].add(Sign.FURNITURE, Math.min(3, found) + (many ? 4 : 0));
      sums[i + 1] = sums[i] + Math.min(3, found);
    }
    for (int i = 0; i < size; i++) {
      int own = sums[i + 1] - sums[i];
      int around = sums[Math.min(size, i + 4)] - sums[Math.max(0, i - 3)] - own;
      levels[i].add(Sign.FURNITURE_AROUND, Shares.step(around, WORDS_AROUND));
    }
  }
}
