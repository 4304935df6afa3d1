package io.dateline.extract.language;

import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The signs by which languages are known at a glance, from {@code function-words.tsv}: their
 * function words, and the letters that few of them use. Signs are numbered, words first.
 *
 * <p>A sign weighs the logarithm of the share of languages that have it, negated: "og" of a few
 * languages says more than "de" of twenty. A letter weighs half of that, since one foreign name
 * brings it into a text.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class FunctionWords {

  private static final String RESOURCE = "function-words.tsv";

  private static final String NO_LETTERS = "-";

  private static final double LETTER_WEIGHT = 0.5;

  /** Letters are looked up by character up to here: the last of Vietnamese stand below. */
  private static final int LETTERS_END = 0x1F00;

  /** Read when first needed: {@code --help} must not pay for it. */
  private static final class Shipped {
    static final FunctionWords LOADED =
        new FunctionWords(WordLists.table(FunctionWords.class, RESOURCE, 3));
  }

  private final List<String> languages;
  private final WordTable words;
  private final int wordCount;
  private final short[] letters = new short[LETTERS_END];

  /** The languages that have the signs, sign by sign, as places in the list. */
  private final short[] speakers;

  /** Where those of a sign begin among {@link #speakers}; those of the next end them. */
  private final int[] firstSpeaker;

  private final double[] weights;
  private final boolean[][] relatives;

  /**
   * @param lines language, letters and words of each
   */
  FunctionWords(List<List<String>> lines) {
    languages = lines.stream().map(line -> line.get(0)).toList();
    Map<String, BitSet> byWord = new LinkedHashMap<>();
    Map<Character, BitSet> byLetter = new LinkedHashMap<>();
    for (int language = 0; language < lines.size(); language++) {
      for (String word : lines.get(language).get(2).split(" ", -1)) {
        byWord.computeIfAbsent(word, w -> new BitSet()).set(language);
      }
      String own = lines.get(language).get(1);
      for (char letter : (own.equals(NO_LETTERS) ? "" : own).toCharArray()) {
        byLetter.computeIfAbsent(letter, l -> new BitSet()).set(language);
      }
    }
    relatives = relatives(languages);
    words = new WordTable(new ArrayList<>(byWord.keySet()));
    wordCount = byWord.size();
    List<BitSet> all = new ArrayList<>(byWord.values());
    for (Map.Entry<Character, BitSet> letter : byLetter.entrySet()) {
      all.add(letter.getValue());
      letters[letter.getKey()] = (short) all.size();
    }
    speakers = new short[all.stream().mapToInt(BitSet::cardinality).sum()];
    firstSpeaker = new int[all.size() + 1];
    weights = new double[all.size()];
    for (int sign = 0; sign < all.size(); sign++) {
      int next = firstSpeaker[sign];
      for (int language : all.get(sign).stream().toArray()) {
        speakers[next++] = (short) language;
      }
      firstSpeaker[sign + 1] = next;
      double factor = isWord(sign) ? 1 : LETTER_WEIGHT;
      weights[sign] = factor * StrictMath.log((double) lines.size() / all.get(sign).cardinality());
    }
  }

  private static boolean[][] relatives(List<String> languages) {
    boolean[][] relatives = new boolean[languages.size()][languages.size()];
    for (int a = 0; a < relatives.length; a++) {
      for (int b = 0; b < relatives.length; b++) {
        relatives[a][b] = Relatives.are(languages.get(a), languages.get(b));
      }
    }
    return relatives;
  }

  /** The signs that Dateline comes with. */
  static FunctionWords shipped() {
    return Shipped.LOADED;
  }

  /** Codes of the languages that have signs. */
  List<String> languages() {
    return languages;
  }

  /** Whether the languages at two places are close relatives. */
  boolean areRelatives(int a, int b) {
    return relatives[a][b];
  }

  /** How many signs there are. */
  int size() {
    return weights.length;
  }

  /** Whether a sign is a word and no letter. */
  boolean isWord(int sign) {
    return sign < wordCount;
  }

  /** The words alone, for those who walk through a text. */
  WordTable words() {
    return words;
  }

  /** The sign that a letter in lower case is, or {@link WordTable#NONE}. */
  int letter(char lower) {
    return lower < LETTERS_END ? letters[lower] - 1 : WordTable.NONE;
  }

  /** Adds an amount to each language that has a sign, by its place in {@link #languages()}. */
  void add(int sign, double amount, double[] sums) {
    for (int i = firstSpeaker[sign]; i < firstSpeaker[sign + 1]; i++) {
      sums[speakers[i]] += amount;
    }
  }

  /** Whether the language at a place has a sign. */
  boolean has(int sign, int language) {
    for (int i = firstSpeaker[sign]; i < firstSpeaker[sign + 1]; i++) {
      if (speakers[i] == language) {
        return true;
      }
    }
    return false;
  }

  /** What a sign speaks for each language that has it. */
  double weight(int sign) {
    return weights[sign];
  }
}
