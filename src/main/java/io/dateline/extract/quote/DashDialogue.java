package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import org.jspecify.annotations.Nullable;

/**
 * Finds speech that a dash opens at the start of a paragraph, as Spanish, French, Portuguese and
 * Italian print it: {@code —No lo sé —dijo Ana.} or {@code – Je ne sais pas, dit Anna.} Lists open
 * with dashes too: without a word of speech after the words it is none.
 */
final class DashDialogue {

  private static final String DASHES = "—―–";

  private DashDialogue() {}

  static @Nullable Quotation find(int paragraph, String text, Lexicon lexicon) {
    int open = QuotationScanner.leadingSpace(text);
    if (!lexicon.hasDashDialogue()
        || open >= text.length()
        || DASHES.indexOf(text.charAt(open)) < 0) {
      return null;
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
        return content > start
            ? new Quotation(paragraph, open, start, paragraph, content, stop)
            : null;
      }
    }
    return null;
  }
}
