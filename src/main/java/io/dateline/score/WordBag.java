package io.dateline.score;

import io.dateline.extract.text.Folding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much two texts have in common, whatever their case, spaces and punctuation. Words stand
 * between spaces; of scripts that are written without spaces each character is a word.
 */
final class WordBag {

  private WordBag() {}

  /** The folded words of a text, in order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Folding.fold(text)
        .codePoints()
        .forEach(
            c -> {
              boolean alone = isWithoutSpaces(c);
              if (c == ' ' || alone) {
                flush(word, words);
              }
              if (alone) {
                words.add(Character.toString(c));
              } else if (c != ' ') {
                word.appendCodePoint(c);
              }
            });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isWithoutSpaces(int c) {
    return c > 0x0E00
        && switch (UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }

  /** The runs of {@code length} words with their counts; a shorter text is one run. */
  static Map<List<String>, Integer> shingles(List<String> words, int length) {
    Map<List<String>, Integer> shingles = new HashMap<>();
    for (int i = 0; i == 0 || i + length <= words.size(); i++) {
      // A copy: a view would keep the whole list, and hash its way through it.
      shingles.merge(
          List.copyOf(words.subList(i, Math.min(words.size(), i + length))), 1, Integer::sum);
    }
    return shingles;
  }

  /** How many runs of words both have, each counted as often as both have it. */
  static long common(Map<List<String>, Integer> one, Map<List<String>, Integer> other) {
    long common = 0;
    for (Map.Entry<List<String>, Integer> shingle : one.entrySet()) {
      common += Math.min(shingle.getValue(), other.getOrDefault(shingle.getKey(), 0));
    }
    return common;
  }
}
