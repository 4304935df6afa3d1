package io.dateline.extract.body;

import io.dateline.extract.body.Phrases.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that stand anywhere in a block, found by their first words: a block has fewer words than
 * there are phrases. Not changed once it is filled.
 */
final class PhraseParts {

  /** Many more than phrases, so that most words of a block find an empty one. */
  private static final int BUCKETS = 1024;

  /**
   * A phrase.
   *
   * @param place among all, by which the first of several is told
   */
  private record Part(String folded, Phrase phrase, int place) {}

  /** Phrases that start and end where words do, by the ends and the length of their first word. */
  private final Part[][] byFirstWord = new Part[BUCKETS][0];

  /** Phrases of scripts without spaces between words, which have no first word. */
  private final List<Part> anywhere = new ArrayList<>();

  private int count;

  void add(String folded, Phrase phrase) {
    Part part = new Part(folded, phrase, count++);
    if (startsAnywhere(folded) || PhraseTable.endsAnywhere(folded)) {
      anywhere.add(part);
    } else {
      int bucket = bucket(folded, 0, endOfWord(folded, 0));
      Part[] parts = byFirstWord[bucket];
      byFirstWord[bucket] = Arrays.copyOf(parts, parts.length + 1);
      byFirstWord[bucket][parts.length] = part;
    }
  }

  /** Of the phrases that a block holds the first that was added, or null. */
  @Nullable Phrase in(String folded) {
    Part found = null;
    int start = 0;
    while (start < folded.length()) {
      int end = endOfWord(folded, start);
      for (Part part : byFirstWord[bucket(folded, start, end)]) {
        if (isBefore(part, found)
            && folded.startsWith(part.folded(), start)
            && PhraseTable.endsWord(folded, start + part.folded().length())) {
          found = part;
        }
      }
      start = end + 1;
    }
    for (Part part : anywhere) {
      if (isBefore(part, found) && holds(folded, part.folded())) {
        found = part;
      }
    }
    return found == null ? null : found.phrase();
  }

  private static boolean isBefore(Part part, @Nullable Part other) {
    return other == null || part.place() < other.place();
  }

  private static int bucket(String text, int start, int end) {
    int ends = start == end ? 0 : 31 * text.charAt(start) + 7 * text.charAt(end - 1);
    return (ends + end - start) & (BUCKETS - 1);
  }

  private static int endOfWord(String folded, int start) {
    int space = folded.indexOf(' ', start);
    return space < 0 ? folded.length() : space;
  }

  private static boolean holds(String folded, String part) {
    for (int at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      if ((at == 0 || folded.charAt(at - 1) == ' ' || startsAnywhere(part))
          && PhraseTable.endsWord(folded, at + part.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAnywhere(String part) {
    return PhraseTable.isUnspaced(part.codePointAt(0));
  }
}
