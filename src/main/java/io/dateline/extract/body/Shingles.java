package io.dateline.extract.body;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers for terms in a row, by which texts are found in each other in one pass over both. */
final class Shingles {

  private Shingles() {}

  /**
   * A number for each {@code length} terms in a row; empty where there are fewer. Two shingles may
   * share one number, as good as never most of a text's.
   *
   * @param folded a folded text
   */
  static List<Integer> of(String folded, int length) {
    List<String> terms = Terms.of(folded);
    return IntStream.rangeClosed(0, terms.size() - length)
        .map(start -> terms.subList(start, start + length).hashCode())
        .boxed()
        .toList();
  }
}
