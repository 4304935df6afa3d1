package io.dateline.extract.text;

import java.util.Collection;

/**
 * Numbers words, and finds a word's number where it stands in a text: nothing is cut out of the
 * text for a word that is looked up.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class WordIndex {

  /** What is returned for a word that is not in the index. */
  public static final int NONE = -1;

  /** Slots for each word, at least: with half of them free a search ends at once. */
  private static final int SLOTS_PER_WORD = 3;

  private final String[] words;

  /** Numbers of words, one more than they are; 0 for none. */
  private final int[] slots;

  private final int longest;

  /**
   * An index of these words.
   *
   * @param words as they stand in the texts; a word's number is the first of its places
   */
  public WordIndex(Collection<String> words) {
    this.words = words.toArray(String[]::new);
    slots = new int[Integer.highestOneBit(Math.max(1, words.size() * SLOTS_PER_WORD)) << 1];
    longest = words.stream().mapToInt(String::length).max().orElse(0);
    for (int number = 0; number < this.words.length; number++) {
      if (find(this.words[number]) != NONE) {
        continue;
      }
      int slot = slotOf(this.words[number].hashCode());
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  /** The number of a word. */
  public int find(String word) {
    return find(word, 0, word.length());
  }

  /** The word of a number. */
  public String word(int number) {
    return words[number];
  }

  /** The number of the word that stands in the text from {@code start} to {@code end}. */
  public int find(String text, int start, int end) {
    if (end - start > longest) {
      return NONE;
    }
    int slot = slotOf(hash(text, start, end));
    while (slots[slot] != 0) {
      String word = words[slots[slot] - 1];
      if (word.length() == end - start && text.startsWith(word, start)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  /** How many of the text's words, which single spaces part, are in the index. */
  public int countIn(String text) {
    int count = 0;
    int start = 0;
    while (start <= text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      count += find(text, start, end) == NONE ? 0 : 1;
      start = end + 1;
    }
    return count;
  }

  /** The hash of a part of a text: what {@link String#hashCode()} would be of that alone. */
  public static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  /** Words that differ in their last letter alone must not all stand in a row. */
  private int slotOf(int hash) {
    int spread = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return (spread >>> 7) & (slots.length - 1);
  }
}
