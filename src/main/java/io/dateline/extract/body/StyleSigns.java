package io.dateline.extract.body;

import io.dateline.extract.text.Letters;

/** The signs that a block shows by how it is written: credits, capitals, short words. */
final class StyleSigns {

  /** Letters of a word that is likely to be an article or a preposition. */
  private static final int SHORT_WORD = 3;

  /** Words from which on capitals tell more, since a headline is shorter. */
  private static final int MANY_WORDS = 12;

  /** Words from which on the share of short words tells more. */
  private static final int SENTENCE_WORDS = 15;

  /** Words below which the share of short ones tells nothing. */
  private static final int FEW_WORDS = 4;

  /** A caption has fewer words than this. */
  private static final int CAPTION_WORDS = 45;

  /** Steps of the shares of words with a capital and of short words, in percent. */
  private static final int[] CAPITALS = {10, 25, 50, 80};

  private static final int[] SHORT_WORDS = {10, 20, 30, 40};

  private StyleSigns() {}

  static void read(BlockFeatures features, Levels to) {
    String text = features.block().text();
    boolean credit = PictureCredits.end(text);
    to.add(Sign.CREDIT, !credit ? 0 : features.words() < CAPTION_WORDS ? 1 : 2);

    int words = 0;
    int capitals = 0;
    int brief = 0;
    boolean small = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!Letters.isLetter(c)) {
        i += Character.charCount(c);
        continue;
      }
      words++;
      capitals += Letters.isUpper(c) ? 1 : 0;
      int letters = 0;
      do {
        small = small || Letters.isLower(c);
        int next = i + Character.charCount(c);
        int end = Letters.endOfSmall(text, next);
        letters += 1 + end - next;
        small |= end > next;
        i = end;
        c = i < text.length() ? text.codePointAt(i) : ' ';
      } while (Letters.isLetter(c));
      brief += letters <= SHORT_WORD ? 1 : 0;
    }
    to.add(Sign.CAPITALS, capitals(words, capitals, small));
    to.add(Sign.SHORT_WORDS, shortWords(words, brief));
  }

  private static int capitals(int words, int capitals, boolean small) {
    if (words == 0) {
      return 11;
    }
    if (!small && capitals > 0 && words >= 3) {
      return 5;
    }
    int level = Shares.step(100L * capitals / words, CAPITALS);
    return level + (words >= MANY_WORDS ? 6 : 0);
  }

  private static int shortWords(int words, int brief) {
    if (words < FEW_WORDS) {
      return 10;
    }
    int level = Shares.step(100L * brief / words, SHORT_WORDS);
    return level + (words >= SENTENCE_WORDS ? 5 : 0);
  }
}
