package io.dateline.extract.body;

import java.util.Arrays;

/**
 * The signs that a block shows by the long words that it shares with the rest of the page's prose,
 * and with its title.
 */
final class TopicSigns {

  /** Shortest word that tells of the topic, in UTF-16 code units. */
  private static final int TOPIC_WORD = 5;

  /** Distinct long words of a block that are looked at. */
  private static final int MAX_TOPIC_WORDS = 1000;

  /** Words below which a block that shares words with the title may be the title of another. */
  private static final int SHORT = 20;

  private final Look look;
  private final TermNumbers numbers = new TermNumbers();

  /** By the number of a term, the last text that it was met in. */
  private int[] lastText = new int[256];

  private int texts;

  /** Numbers of the long words of one text after the other, without repetition in each. */
  private int[] words = new int[256];

  private int count;
  private int firstOfText;

  TopicSigns(Look look) {
    this.look = look;
  }

  void read(Levels[] levels) {
    look.notes().titles().forEach(this::longWords);
    int titles = count;
    int[] ends = new int[levels.length];
    for (int i = 0; i < levels.length; i++) {
      longWords(look.features().get(i).folded());
      ends[i] = count;
    }
    boolean[] titled = new boolean[numbers.count()];
    for (int k = 0; k < titles; k++) {
      titled[words[k]] = true;
    }
    int[] known = new int[numbers.count()];
    for (int i = 0; i < levels.length; i++) {
      if (look.isProse(i)) {
        for (int k = i == 0 ? titles : ends[i - 1]; k < ends[i]; k++) {
          known[words[k]]++;
        }
      }
    }
    for (int i = 0; i < levels.length; i++) {
      show(levels[i], i, i == 0 ? titles : ends[i - 1], ends[i], known, titled);
    }
  }

  private void show(Levels to, int at, int start, int end, int[] known, boolean[] titled) {
    int itself = look.isProse(at) ? 1 : 0;
    int shared = 0;
    int inTitle = 0;
    for (int k = start; k < end; k++) {
      shared += known[words[k]] > itself ? 1 : 0;
      inTitle += titled[words[k]] ? 1 : 0;
    }
    if (end > start) {
      to.add(Sign.TOPIC, Math.min(5, 6 * shared / (end - start)));
    }
    to.add(Sign.TITLE_WORDS, Math.min(3, inTitle) + (look.words(at) < SHORT ? 4 : 0));
  }

  private void longWords(String folded) {
    texts++;
    firstOfText = count;
    Terms.read(folded, (start, end) -> add(folded, start, end));
  }

  private void add(String folded, int start, int end) {
    boolean isLong = end - start >= TOPIC_WORD || Terms.isPiece(folded, start, end);
    if (!isLong || count - firstOfText == MAX_TOPIC_WORDS) {
      return;
    }
    int number = numbers.of(folded, start, end);
    if (number >= lastText.length) {
      lastText = Arrays.copyOf(lastText, lastText.length * 2);
    }
    if (lastText[number] != texts) {
      lastText[number] = texts;
      if (count == words.length) {
        words = Arrays.copyOf(words, count * 2);
      }
      words[count++] = number;
    }
  }
}
