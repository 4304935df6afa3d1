package io.dateline.extract.body;

import io.dateline.extract.text.Letters;
import io.dateline.extract.text.LowerCase;
import io.dateline.extract.text.WordIndex;
import io.dateline.extract.text.WordLists;
import java.util.List;
import java.util.Locale;

/**
 * Tells texts that end with whom a picture is from: {@code (Photo: ANNA BERG)}, {@code © Ana Lima},
 * {@code … / AFP}. Text copies of pages have captions as lines like any other, and this is all that
 * tells them from a sentence of the story.
 */
final class PictureCredits {

  /** UTF-16 code units at a text's end that are looked at. */
  private static final int END = 120;

  /** A text that is longer is no caption, in UTF-16 code units. */
  private static final int MAX_LENGTH = 420;

  private static final String BEFORE_AGENCY = "/／|–—-(=＝";
  private static final String VIA = "via";

  /** Its lower case is two characters, which change where words end. */
  private static final char CAPITAL_I_WITH_DOT = '\u0130';

  private static final String AFTER_LABEL = ":：/／|=＝©";

  private static final List<List<String>> ROWS =
      WordLists.table(PictureCredits.class, "picture-credits.tsv", 2);

  private static final WordIndex WORDS =
      new WordIndex(ROWS.stream().map(row -> row.get(1)).toList());

  /** What the words are, by their numbers. */
  private static final Kind[] KINDS =
      ROWS.stream()
          .map(row -> Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)))
          .toArray(Kind[]::new);

  private enum Kind {
    LABEL,
    AGENCY,
    ARCHIVE,
    NONE
  }

  private PictureCredits() {}

  /** Whether the text's last words say whom a picture is from. */
  static boolean end(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    int last = text.length();
    while (last > 0 && Letters.isWhiteSpace(text.charAt(last - 1))) {
      last--;
    }
    int first = lastWords(text, last);
    return holdsAny(text, first, last) && isCredit(LowerCase.of(text.substring(first, last)));
  }

  /** Whether any of the words stands there, or what may be: most texts have none of them. */
  private static boolean holdsAny(String text, int first, int last) {
    int start = first;
    for (int i = first; i <= last; i++) {
      char c = i == last ? ' ' : text.charAt(i);
      if (c == '©' || c == CAPITAL_I_WITH_DOT) {
        return true;
      }
      if (c >= 'a' && c <= 'z') {
        continue;
      }
      if (!Letters.isLetter(c)) {
        if (i > start && WORDS.holdsLowerCase(text, start, i)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  /** The same of the last words alone, in lower case. */
  private static boolean isCredit(String end) {
    if (end.indexOf('©') >= 0) {
      return true;
    }
    boolean inBrackets = false;
    Kind before = Kind.NONE;
    boolean afterVia = false;
    for (int i = 0; i < end.length(); ) {
      char c = end.charAt(i);
      if (!Letters.isLetter(c)) {
        inBrackets |= c == '(' || c == '（';
        i++;
        continue;
      }
      int start = i;
      while (i < end.length() && Letters.isLetter(end.charAt(i))) {
        i++;
      }
      Kind kind = kind(end, start, i);
      boolean credit =
          switch (kind) {
            case ARCHIVE -> true;
            case LABEL ->
                inBrackets || isOneOf(AFTER_LABEL, after(end, i)) || before == Kind.AGENCY;
            case AGENCY -> inBrackets || afterVia || isOneOf(BEFORE_AGENCY, before(end, start));
            case NONE -> false;
          };
      if (credit) {
        return true;
      }
      before = kind;
      afterVia = i - start == VIA.length() && end.startsWith(VIA, start);
    }
    return false;
  }

  private static Kind kind(String text, int start, int end) {
    int word = WORDS.find(text, start, end);
    return word == WordIndex.NONE ? Kind.NONE : KINDS[word];
  }

  /** Where the words start that follow the last sentence which ends in the text. */
  private static int lastWords(String text, int end) {
    int start = Math.max(0, text.length() - END);
    while (start < end && Letters.isWhiteSpace(text.charAt(start))) {
      start++;
    }
    for (int i = end - 3; i >= start + 2; i--) {
      if (endsSentence(text, i)) {
        return i + 1;
      }
    }
    return start;
  }

  private static boolean endsSentence(String text, int at) {
    return switch (text.charAt(at)) {
      case '.', '!', '?', '…' ->
          // One letter before the stop is an initial.
          text.charAt(at + 1) == ' ' && Letters.isLetter(text.charAt(at - 2));
      case '。' -> true;
      default -> false;
    };
  }

  private static char after(String text, int at) {
    int next = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    return next < text.length() ? text.charAt(next) : 0;
  }

  private static char before(String text, int at) {
    int last = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    return last >= 0 ? text.charAt(last) : 0;
  }

  private static boolean isOneOf(String signs, char c) {
    return c != 0 && signs.indexOf(c) >= 0;
  }
}
