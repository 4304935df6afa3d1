package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;

/**
 * Counts words by ICU4J's word boundaries (<a href="https://unicode.org/reports/tr29/">UAX 29</a>
 * with dictionaries for scripts written without spaces) in the root locale. A word is a segment
 * that holds a letter or a digit.
 *
 * <p>Safe for use by several threads: ICU's iterators are not, so each call works on a copy.
 */
public final class Words {

  private static final BreakIterator PROTOTYPE = BreakIterator.getWordInstance(ULocale.ROOT);

  private Words() {}

  /** How many words the paragraphs hold together. */
  public static int count(List<String> paragraphs) {
    BreakIterator words = null;
    int count = 0;
    for (String paragraph : paragraphs) {
      int plain = PlainWords.count(paragraph);
      if (plain == PlainWords.UNKNOWN) {
        words = words == null ? copy() : words;
        plain = count(paragraph, words);
      }
      count += plain;
    }
    return count;
  }

  private static BreakIterator copy() {
    synchronized (PROTOTYPE) {
      return PROTOTYPE.clone();
    }
  }

  /** The same for one paragraph of any script. */
  static int byRules(String paragraph) {
    return count(paragraph, copy());
  }

  private static int count(String paragraph, BreakIterator words) {
    int count = 0;
    words.setText(paragraph);
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
      if (holdsLetterOrDigit(paragraph, start, end)) {
        count++;
      }
    }
    return count;
  }

  private static boolean holdsLetterOrDigit(String text, int start, int end) {
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      if (UCharacter.isLetterOrDigit(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }
}
