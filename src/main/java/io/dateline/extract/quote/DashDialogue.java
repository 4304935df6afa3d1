package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds speech that a dash opens at the start of a paragraph, as Spanish, French, Portuguese and
 * Italian print it: {@code —No lo sé —dijo Ana.} or {@code – Je ne sais pas, dit Anna.} Lists open
 * with dashes too: without a word of speech after the words it is none.
 */
final class DashDialogue {

  /** Longest attribution between two dashes, in UTF-16 code units. */
  private static final int MAX_ATTRIBUTION = 160;

  private static final String DASHES = "—―–";

  private DashDialogue() {}

  static List<Quotation> find(int paragraph, String text, Lexicon lexicon) {
    int open = QuotationScanner.leadingSpace(text);
    if (!lexicon.hasDashDialogue()
        || open >= text.length()
        || DASHES.indexOf(text.charAt(open)) < 0) {
      return List.of();
    }
    int start = open + 1;
    while (start < text.length() && MarkScanner.isSpace(text.charAt(start))) {
      start++;
    }
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dash = DASHES.indexOf(c) >= 0;
      if (!dash && c != ',' && c != '?' && c != '!') {
        continue;
      }
      int word = i + 1;
      while (word < text.length() && MarkScanner.isSpace(text.charAt(word))) {
        word++;
      }
      int end = word;
      while (end < text.length()
          && (UCharacter.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
        end++;
      }
      if (end > word && lexicon.isCue(text.substring(word, end).split("-", 2)[0])) {
        int stop = dash || c == ',' ? i : i + 1;
        int content = stop;
        while (content > start && MarkScanner.isSpace(text.charAt(content - 1))) {
          content--;
        }
        if (content <= start) {
          return List.of();
        }
        Quotation first = new Quotation(paragraph, open, start, paragraph, content, stop);
        Quotation rest = dash ? rest(paragraph, text, end) : null;
        return rest == null ? List.of(first) : List.of(first, rest);
      }
    }
    return List.of();
  }

  /** {@code —No lo sé —dijo Ana—. Vámonos.}: the speech goes on behind the dash that closes. */
  private static @Nullable Quotation rest(int paragraph, String text, int from) {
    int dash = from;
    int limit = Math.min(text.length(), from + MAX_ATTRIBUTION);
    while (dash < limit && DASHES.indexOf(text.charAt(dash)) < 0) {
      dash++;
    }
    int start = dash + 1;
    while (start < text.length()
        && (MarkScanner.isSpace(text.charAt(start)) || ".,;:".indexOf(text.charAt(start)) >= 0)) {
      start++;
    }
    boolean speaks =
        dash < limit && start < text.length() && DASHES.indexOf(text.charAt(start)) < 0;
    return speaks
        ? new Quotation(paragraph, dash, start, paragraph, text.length(), text.length())
        : null;
  }
}
