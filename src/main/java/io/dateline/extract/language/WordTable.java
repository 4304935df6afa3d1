package io.dateline.extract.language;

import com.ibm.icu.lang.UCharacter;
import java.util.List;

/**
 * Numbers words, and finds a word's number where it stands in a text: nothing is cut out, folded or
 * allocated for a word that is looked up.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class WordTable {

  /**
   * Up to here, the Latin letters, no version of Unicode changes anything: Java's own tables do.
   */
  static final char SETTLED = 0x250;

  private static final char ASCII = 0x80;
  private static final int TO_LOWER = 'a' - 'A';

  /** What is returned for a word that is not in the table. */
  static final int NONE = -1;

  /** Slots for each word, at least: with half of them free a search ends at once. */
  private static final int SLOTS_PER_WORD = 3;

  private final String[] words;
  private final short[] slots;

  /** Hash of the word in each slot: another word is told without a look at it. */
  private final int[] hashes;

  private final int longest;

  /**
   * @param words in lower case and without repetition; their numbers are their places in the list
   */
  WordTable(List<String> words) {
    this.words = words.toArray(String[]::new);
    slots = new short[Integer.highestOneBit(Math.max(1, words.size() * SLOTS_PER_WORD)) << 1];
    hashes = new int[slots.length];
    for (int number = 0; number < words.size(); number++) {
      int slot = slotOf(words.get(number).hashCode());
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = (short) (number + 1);
      hashes[slot] = words.get(number).hashCode();
    }
    longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The next hash of a word from the one before and the word's next character in lower case. */
  static int hash(int before, char lower) {
    return 31 * before + lower;
  }

  /**
   * The number of the word in {@code text} from {@code start} to {@code end}, in any case.
   *
   * @param hash of the word's characters in lower case, from 0 on
   */
  int find(String text, int start, int end, int hash) {
    if (end - start > longest) {
      return NONE;
    }
    int slot = slotOf(hash);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[slot] == hash && isAt(words[number], text, start, end)) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  /**
   * Small letters by ICU's tables, which are the same on every Java; before them nothing changes.
   */
  static char lower(char c) {
    if (c < ASCII) {
      return c >= 'A' && c <= 'Z' ? (char) (c + TO_LOWER) : c;
    }
    return c < SETTLED ? Character.toLowerCase(c) : (char) UCharacter.toLowerCase(c);
  }

  private static boolean isAt(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int slotOf(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }
}
