package io.dateline.output;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/**
 * The length from which text is cut, for programs that take no longer cells. What is cut ends in
 * {@link #MARK}, and never inside what a reader takes for one character.
 *
 * @param characters longest cell in UTF-16 code units, as spreadsheets count, the mark included
 */
public record CellLimit(int characters) {

  /** Stands at the end of a text that was cut. */
  public static final String MARK = "…";

  /**
   * Longest character that is kept whole, in UTF-16 code units: marks can be heaped without end.
   */
  private static final int MAX_CHARACTER = 64;

  public CellLimit {
    if (characters < MARK.length()) {
      throw new IllegalArgumentException("no room for the mark");
    }
  }

  /** Whether a text has to be cut. */
  public boolean isExceededBy(String text) {
    return text.length() > characters;
  }

  /** A text of at most so many characters: itself, if it is short enough. */
  public String cut(String text) {
    if (!isExceededBy(text)) {
      return text;
    }
    return text.substring(0, end(text, characters - MARK.length())) + MARK;
  }

  /** Where a character starts, at {@code limit} or before. */
  private static int end(String text, int limit) {
    if (limit == 0) {
      return 0;
    }
    int from = Math.max(0, limit - 2 * MAX_CHARACTER);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(from, Math.min(text.length(), limit + MAX_CHARACTER)));
    int at = limit - from;
    int boundary = from + (characters.isBoundary(at) ? at : characters.preceding(at));
    if (limit - boundary <= MAX_CHARACTER) {
      return boundary;
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }
}
