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
    String end = lastWords(text);
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

  /** What follows the last sentence that ends in the text, in lower case. */
  private static String lastWords(String text) {
    String end = text.substring(Math.max(0, text.length() - END)).strip();
    int start = 0;
    for (int i = 2; i + 2 < end.length(); i++) {
      if (endsSentence(end, i)) {
        start = i + 1;
      }
    }
    return LowerCase.of(end.substring(start));
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
