package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;

/**
 * Lower case by Unicode's rules in the root locale. Most texts are of Latin letters and the usual
 * punctuation, of which each has its lower case whatever stands around it: those are looked up.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class LowerCase {

  /** The first combining mark: what stands before it are Latin letters and signs. */
  private static final int END_OF_LATIN = 0x300;

  /** Dashes and quotation marks, which have no case. */
  private static final int PUNCTUATION = 0x2010;

  private static final int END_OF_PUNCTUATION = 0x2030;

  /** A capital whose lower case is no single character: the Turkish I with a dot. */
  private static final char UNKNOWN = 0xFFFF;

  private static final char[] LOWER = lower();

  private LowerCase() {}

  private static char[] lower() {
    char[] lower = new char[END_OF_LATIN];
    for (char c = 0; c < lower.length; c++) {
      String one = UCharacter.toLowerCase(Locale.ROOT, String.valueOf(c));
      lower[c] = one.length() == 1 ? one.charAt(0) : UNKNOWN;
    }
    return lower;
  }

  /** The text in lower case; the text itself if it is that already. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (lower(c) != c) {
        return lower(c) == UNKNOWN ? byRules(text) : changed(text, i);
      }
    }
    return text;
  }

  private static String changed(String text, int from) {
    char[] lower = text.toCharArray();
    for (int i = from; i < lower.length; i++) {
      lower[i] = lower(lower[i]);
      if (lower[i] == UNKNOWN) {
        return byRules(text);
      }
    }
    return new String(lower);
  }

  private static char lower(char c) {
    if (c < END_OF_LATIN) {
      return LOWER[c];
    }
    return c >= PUNCTUATION && c < END_OF_PUNCTUATION ? c : UNKNOWN;
  }

  private static String byRules(String text) {
    return UCharacter.toLowerCase(Locale.ROOT, text);
  }
}
