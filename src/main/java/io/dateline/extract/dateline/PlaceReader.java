package io.dateline.extract.dateline;

import io.dateline.extract.date.MonthNames;
import io.dateline.extract.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of a place, up to six words with capitals and small particles between them, or of
 * a region.
 */
final class PlaceReader {

  /** Words of the longest names: {@code Santa Cruz de la Sierra}, with one to spare. */
  private static final int MAX_WORDS = 6;

  private final Head head;
  private final @Nullable String language;

  PlaceReader(Head head, @Nullable String language) {
    this.head = head;
    this.language = language;
  }

  /** Offset after the name that starts at i; i if none does. */
  int end(int i, boolean lowerCase) {
    int next = i;
    int last = i;
    for (int words = 0; words < MAX_WORDS; words++) {
      int wordEnd = head.wordEnd(next);
      if (wordEnd == next) {
        break;
      }
      String word = head.slice(next, wordEnd);
      boolean capital = head.isInitial(next) || lowerCase;
      boolean particle = !capital && words > 0 && Vocabulary.INSTANCE.is("particle", word);
      if (!capital && !particle) {
        // a name that runs into a sentence is no name
        return i;
      }
      if (particle && Vocabulary.INSTANCE.is("and", word)) {
        break;
      }
      boolean monthAhead =
          words > 0
              && head.isDigit(head.skipSpace(head.at(wordEnd) == '.' ? wordEnd + 1 : wordEnd))
              && MonthNames.get().month(word, language) > 0;
      if (monthAhead) {
        break;
      }
      if (isAbbreviation(word, wordEnd)) {
        wordEnd++;
      }
      if (capital) {
        last = wordEnd;
      }
      int space = head.skipSpace(wordEnd);
      if (space == wordEnd || head.hasLineBreak(wordEnd, space)) {
        break;
      }
      next = space;
    }
    boolean onlyParticle = Vocabulary.INSTANCE.is("particle", head.slice(i, last));
    return onlyParticle ? i : last;
  }

  /** {@code St.}, {@code Ft.}, {@code Mt.}: their dot does not end the name. */
  private boolean isAbbreviation(String word, int wordEnd) {
    if (head.at(wordEnd) != '.' || word.length() > 3) {
      return false;
    }
    return switch (word) {
      case "St", "ST", "Ste", "STE", "Ft", "FT", "Mt", "MT", "Pt", "PT" -> true;
      default -> word.length() > 1 && word.charAt(word.length() - 2) == '.';
    };
  }

  /** Offset after the longest region's name at i, or i. */
  int regionEnd(int i) {
    int best = i;
    int next = i;
    for (int words = 0; words < 4 && head.isLetter(next); words++) {
      int end = head.wordEnd(next);
      while (head.at(end) == '.'
          && (head.isLetter(end + 1)
              || head.isSpace(end + 1)
              || head.at(end + 1) == ','
              || head.isDash(end + 1)
              || head.at(end + 1) == ':')) {
        end++;
        end = head.wordEnd(end);
      }
      boolean capital = head.isInitial(i);
      if (capital && Gazetteer.get().isRegion(head.slice(i, end))) {
        best = end;
      }
      next = head.skipSpace(end);
      if (next == end) {
        break;
      }
    }
    return best;
  }
}
