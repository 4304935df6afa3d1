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

  /** Numbers of words, one more than they are, above their hashes; 0 for none. */
  private final long[] slots;

  /** By the words' length, which of their {@link #ends} there are: most words need no hash. */
  private final long[] ends;

  /**
   * An index of these words.
   *
   * @param words as they stand in the texts; a word's number is the first of its places
   */
  public WordIndex(Collection<String> words) {
    this.words = words.toArray(String[]::new);
    slots = new long[Integer.highestOneBit(Math.max(1, words.size() * SLOTS_PER_WORD)) << 1];
    ends = new long[words.stream().mapToInt(String::length).max().orElse(0) + 1];
    for (int number = 0; number < this.words.length; number++) {
      if (find(this.words[number]) != NONE) {
        continue;
      }
      String word = this.words[number];
      int slot = slotOf(word.hashCode());
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = ((number + 1L) << Integer.SIZE) | Integer.toUnsignedLong(word.hashCode());
      ends[word.length()] |= ends(word, 0, word.length());
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
    if (end - start >= ends.length || (ends[end - start] & ends(text, start, end)) == 0) {
      return NONE;
    }
    int hash = hash(text, start, end);
    int slot = slotOf(hash);
    for (long taken = slots[slot]; taken != 0; taken = slots[slot]) {
      if ((int) taken == hash) {
        int number = (int) (taken >>> Integer.SIZE) - 1;
        String word = words[number];
        if (word.length() == end - start && text.startsWith(word, start)) {
          return number;
        }
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NONE;
  }

  /**
   * Whether the word that stands in the text from {@code start} to {@code end} is in the index in
   * lower case, unless that is longer than the word.
   */
  public boolean holdsLowerCase(String text, int start, int end) {
    int length = end - start;
    if (length == 0 || length >= ends.length) {
      return false;
    }
    char first = Letters.small(text.charAt(start));
    char last = Letters.small(text.charAt(end - 1));
    boolean ascii = first < 0x80 && last < 0x80;
    return (!ascii || (ends[length] & ends(first, last)) != 0)
        && find(LowerCase.of(text.substring(start, end))) != NONE;
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

  /** One bit of 64 for a word's first and last character. */
  private static long ends(String text, int start, int end) {
    return start == end ? 1 : ends(text.charAt(start), text.charAt(end - 1));
  }

  private static long ends(char first, char last) {
    return 1L << (5 * first + last);
  }

  /** Words that differ in their last letter alone must not all stand in a row. */
  private int slotOf(int hash) {
    int spread = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return (spread >>> 7) & (slots.length - 1);
  }
}
