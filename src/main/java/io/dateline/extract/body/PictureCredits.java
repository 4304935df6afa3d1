package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.LowerCase;
import io.dateline.extract.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private static final String AFTER_LABEL = ":：/／|=＝©";

  /** Words of {@code picture-credits.tsv} to what they are. */
  private static final Map<String, String> WORDS = words();

  private PictureCredits() {}

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    for (List<String> row : WordLists.table(PictureCredits.class, "picture-credits.tsv", 2)) {
      words.put(row.get(1), row.get(0));
    }
    return Map.copyOf(words);
  }

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
    String before = "";
    for (int i = 0; i < end.length(); ) {
      if (!UCharacter.isLetter(end.charAt(i))) {
        inBrackets |= "(（".indexOf(end.charAt(i)) >= 0;
        i++;
        continue;
      }
      int start = i;
      while (i < end.length() && UCharacter.isLetter(end.charAt(i))) {
        i++;
      }
      String word = end.substring(start, i);
      String kind = WORDS.getOrDefault(word, "");
      boolean credit =
          switch (kind) {
            case "archive" -> true;
            case "label" ->
                inBrackets
                    || isOneOf(AFTER_LABEL, after(end, i))
                    || "agency".equals(WORDS.get(before));
            case "agency" ->
                inBrackets || "via".equals(before) || isOneOf(BEFORE_AGENCY, before(end, start));
            default -> false;
          };
      if (credit) {
        return true;
      }
      before = word;
    }
    return false;
  }

  /** What follows the last sentence that ends in the text, in lower case. */
  private static String lastWords(String text) {
    String end = text.substring(Math.max(0, text.length() - END)).strip();
    int start = 0;
    for (int i = 2; i + 2 < end.length(); i++) {
      boolean initial = !UCharacter.isLetter(end.charAt(i - 2));
      boolean stop = isOneOf(".!?…", end.charAt(i)) && !initial && end.charAt(i + 1) == ' ';
      start = stop || end.charAt(i) == '。' ? i + 1 : start;
    }
    return LowerCase.of(end.substring(start));
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
