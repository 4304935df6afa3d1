package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.extract.body.Mark.Kind;

/**
 * The signs that a block shows by where it stands: its neighbours, and what the page has around.
 */
@SuppressWarnings("EnumOrdinal") // The levels are those of the enums, as Sign says.
final class PlaceSigns {

  private static final int[] BLOCKS = {0, 1, 2, 5, 10, 20, 50};
  private static final int[] NEAR = {0, 10, 30, 60, 120};
  private static final int[] AMOUNTS = {0, 50, 150, 400, 1000};

  /** Level of a distance to what the page does not have. */
  private static final int NONE = 6;

  private final Look look;
  private final boolean[] prose;
  private final int size;

  PlaceSigns(Look look) {
    this.look = look;
    this.size = look.size();
    this.prose = new boolean[size];
    for (int i = 0; i < size; i++) {
      prose[i] = look.isProse(i);
    }
  }

  void read(Levels[] levels) {
    neighbours(levels);
    fromTheTop(levels);
    fromTheEnd(levels);
  }

  private void neighbours(Levels[] levels) {
    int readings = Reading.values().length;
    for (int i = 0; i < size; i++) {
      Reading before = i == 0 ? Reading.BEFORE : look.reading(i - 1);
      Reading after = i + 1 == size ? Reading.AFTER : look.reading(i + 1);
      int between = before.ordinal() * readings + after.ordinal();
      levels[i].add(Sign.BETWEEN, between + (prose[i] ? readings * readings : 0));
      levels[i].add(Sign.ALIKE, (isAlike(i, i - 1) ? 1 : 0) + (isAlike(i, i + 1) ? 2 : 0));
      levels[i].add(Sign.GAP, 3 * gap(i) + gap(i + 1));
      levels[i].add(Sign.PROSE_ABOVE, Shares.step(proseWords(i - 3, i), NEAR));
      levels[i].add(Sign.PROSE_BELOW, Shares.step(proseWords(i + 1, i + 4), NEAR));
    }
  }

  private int gap(int at) {
    return at < size ? Math.min(2, block(at).gapBefore()) : 2;
  }

  private boolean isAlike(int at, int other) {
    return other >= 0
        && other < size
        && block(at).tag().equals(block(other).tag())
        && block(at).hints().equals(block(other).hints());
  }

  private Block block(int at) {
    return look.features().get(at).block();
  }

  private int proseWords(int from, int to) {
    int words = 0;
    for (int i = Math.max(0, from); i < Math.min(size, to); i++) {
      words += prose[i] ? look.words(i) : 0;
    }
    return words;
  }

  private void fromTheTop(Levels[] levels) {
    int title = -1;
    int lastProse = -1;
    int lastBreak = -1;
    int ends = 0;
    int lines = 0;
    long words = 0;
    for (int i = 0; i < size; i++) {
      Mark mark = look.marks().get(i);
      title = mark.verdict() == Verdict.TITLE ? i : title;
      levels[i].add(Sign.FROM_TOP, Shares.step(i, BLOCKS));
      levels[i].add(
          Sign.AFTER_TITLE, title < 0 ? 0 : title == i ? 1 : 2 + Shares.distance(i - title));
      levels[i].add(Sign.BACK_TO_PROSE, lastProse < 0 ? NONE : Shares.distance(i - lastProse));
      levels[i].add(Sign.BACK_TO_BREAK, lastBreak < 0 ? NONE : Shares.distance(i - lastBreak));
      levels[i].add(Sign.ENDS_ABOVE, ends);
      levels[i].add(Sign.PROSE_SO_FAR, Shares.step(words, AMOUNTS));
      if (prose[i]) {
        lastProse = i;
        lines = 0;
        words += look.words(i);
      } else if (lines == 0) {
        lines = lines(i);
      }
      levels[i].add(Sign.LINES, prose[i] ? 0 : 1 + Shares.distance(lines));
      lastBreak = mark.kind() == Kind.END || mark.kind() == Kind.BREAK ? i : lastBreak;
      ends += mark.kind() == Kind.END ? 1 : 0;
    }
  }

  /** Blocks in a row from here on that are no prose. */
  private int lines(int from) {
    int end = from;
    while (end < size && !prose[end]) {
      end++;
    }
    return end - from;
  }

  private void fromTheEnd(Levels[] levels) {
    int nextProse = -1;
    int ends = 0;
    long words = 0;
    for (int i = size - 1; i >= 0; i--) {
      levels[i].add(Sign.FROM_END, Shares.step(size - 1 - i, BLOCKS));
      levels[i].add(Sign.ON_TO_PROSE, nextProse < 0 ? NONE : Shares.distance(nextProse - i));
      levels[i].add(Sign.ENDS_BELOW, ends);
      levels[i].add(Sign.PROSE_TO_COME, Shares.step(words, AMOUNTS));
      if (prose[i]) {
        nextProse = i;
        words += look.words(i);
      }
      ends += look.marks().get(i).kind() == Kind.END ? 1 : 0;
    }
  }
}
