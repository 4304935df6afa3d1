package io.dateline.extract.quote;

import io.dateline.extract.text.WordIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words in lower case with the sets of sections that list them.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class SectionTable {

  /** What {@link #find} answers for a word that is not listed. */
  static final int NONE = WordIndex.NONE;

  private final WordIndex words;
  private final long[] sections;

  SectionTable(Map<String, Long> entries) {
    List<String> listed = new ArrayList<>(entries.keySet());
    this.words = new WordIndex(listed);
    this.sections = listed.stream().mapToLong(entries::get).toArray();
  }

  /** The number of the word that is a text from {@code from} to before {@code to}, or NONE. */
  int find(String text, int from, int to) {
    return words.find(text, from, to);
  }

  /** The sections of a word, none if it is not listed. */
  long sections(String word) {
    int number = words.find(word);
    return number == NONE ? 0 : sections[number];
  }

  String word(int number) {
    return words.word(number);
  }

  /** The sections of the word of a number. */
  long sections(int number) {
    return sections[number];
  }
}
