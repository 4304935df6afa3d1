package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds quotes between single marks, {@code ‘…’}, {@code '…'}, {@code ‚…‘} and {@code ‹…›}, outside
 * of double ones. The closing mark is an apostrophe too: it closes only where no letter follows,
 * and after an {@code s} only if no better place comes before the next opening mark.
 */
final class SingleMarks {

  /**
   * Longest quote between single marks, in UTF-16 code units: apostrophes make longer ones guesses.
   */
  static final int MAX_LENGTH = 1_500;

  private SingleMarks() {}

  static void add(List<Quotation> found, int paragraph, String text, Lexicon lexicon) {
    if (text.contains("''")) {
      // Two apostrophes are this text's double mark; single ones are quotes inside quotes.
      return;
    }
    List<Quotation> doubles = List.copyOf(found);
    int next = 0;
    List<Quotation> singles = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (next < doubles.size() && i >= doubles.get(next).open()) {
        i = Math.max(i + 1, doubles.get(next).close());
        next++;
        continue;
      }
      char c = text.charAt(i);
      if (mayOpen(c) && opens(text, i, c, lexicon)) {
        int limit = next < doubles.size() ? doubles.get(next).open() : text.length();
        limit = Math.min(limit, i + MAX_LENGTH);
        int close = closing(text, i, c, limit);
        if (close > i + 1) {
          singles.add(new Quotation(paragraph, i, i + 1, paragraph, close, close + 1));
          i = close + 1;
          continue;
        }
      }
      i++;
    }
    if (!singles.isEmpty()) {
      found.addAll(singles);
      found.sort(Comparator.comparingInt(Quotation::open));
    }
  }

  private static boolean mayOpen(char c) {
    return c == '\'' || c == '‘' || c == '‚' || c == '‹';
  }

  private static boolean opens(String text, int at, char c, Lexicon lexicon) {
    boolean before =
        at == 0
            || MarkScanner.isSpace(text.charAt(at - 1))
            || "([—–-:".indexOf(text.charAt(at - 1)) >= 0;
    if (!before || at + 1 >= text.length()) {
      return false;
    }
    int first = text.codePointAt(at + 1);
    if (!UCharacter.isLetter(first) && "¿¡[(…".indexOf(first) < 0) {
      return UCharacter.isDigit(first) && c != '\'' && !isYear(text, at + 1);
    }
    int end = at + 1;
    while (end < text.length() && UCharacter.isLetter(text.charAt(end))) {
      end++;
    }
    return !lexicon.isElision(text.substring(at + 1, end));
  }

  /** {@code ‘90s} is a decade. */
  private static boolean isYear(String text, int at) {
    return at + 1 < text.length()
        && UCharacter.isDigit(text.charAt(at + 1))
        && (at + 2 >= text.length() || !UCharacter.isDigit(text.charAt(at + 2)));
  }

  private static int closing(String text, int open, char mark, int limit) {
    int weak = -1;
    for (int i = open + 2; i < limit; i++) {
      char c = text.charAt(i);
      boolean closes =
          switch (mark) {
            case '‘' -> c == '’' || c == '\'';
            case '‚' -> c == '‘' || c == '’';
            case '‹' -> c == '›';
            default -> c == '\'' || c == '’';
          };
      if (!closes) {
        if (c == '‘' && weak > 0) {
          return weak;
        }
        continue;
      }
      if (mark == '‹') {
        return i;
      }
      if (i + 1 < text.length() && UCharacter.isLetterOrDigit(text.codePointAt(i + 1))) {
        continue;
      }
      char last = text.charAt(i - 1);
      boolean plural = last == 's' || (last == 'n' && text.startsWith("in", i - 2));
      if (!plural && !MarkScanner.isSpace(last)) {
        return weak > 0 && !isStop(last) ? weak : i;
      }
      if (weak < 0 && !MarkScanner.isSpace(last)) {
        weak = i;
      }
    }
    return weak;
  }

  private static boolean isStop(char c) {
    return ",.?!…".indexOf(c) >= 0;
  }
}
