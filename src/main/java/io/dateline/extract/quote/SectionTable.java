package io.dateline.extract.quote;

import java.util.Map;

/**
 * Words in lower case with the sets of sections that list them. A word is found where it stands in
 * a text, without a string of its own: an open hash table, at most a quarter full.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class SectionTable {

  /** What {@link #find} answers for a word that is not listed. */
  static final int NONE = -1;

  private static final int PLACES_PER_WORD = 4;

  private final String[] words;
  private final long[] sections;
  private final int mask;

  SectionTable(Map<String, Long> entries) {
    int size = Integer.highestOneBit(entries.size() * PLACES_PER_WORD + 1) << 1;
    this.words = new String[size];
    this.sections = new long[size];
    this.mask = size - 1;
    entries.forEach(
        (word, set) -> {
          int place = firstPlace(word.hashCode());
          while (words[place] != null) {
            place = (place + 1) & mask;
          }
          words[place] = word;
          sections[place] = set;
        });
  }

  /** The place of the word that is a text from {@code from} to before {@code to}, or NONE. */
  int find(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int length = to - from;
    for (int place = firstPlace(hash); words[place] != null; place = (place + 1) & mask) {
      if (words[place].length() == length && text.startsWith(words[place], from)) {
        return place;
      }
    }
    return NONE;
  }

  /** The sections of a word, none if it is not listed. */
  long sections(String word) {
    for (int place = firstPlace(word.hashCode());
        words[place] != null;
        place = (place + 1) & mask) {
      if (words[place].equals(word)) {
        return sections[place];
      }
    }
    return 0;
  }

  String wordAt(int place) {
    return words[place];
  }

  long sectionsAt(int place) {
    return sections[place];
  }

  /** Words that differ in their last letter alone must not all stand in a row. */
  private int firstPlace(int hash) {
    int spread = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return (spread >>> 7) & mask;
  }
}
