package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;

/**
 * Lower case by Unicode's rules in the root locale. Most words are ASCII, for which these rules
 * need not be asked.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class LowerCase {

  private static final int ASCII = 0x80;
  private static final int TO_LOWER = 'a' - 'A';

  private LowerCase() {}

  /** The text in lower case; the text itself if it is that already. */
  public static String of(String text) {
    int first = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return UCharacter.toLowerCase(Locale.ROOT, text);
      }
      if (first < 0 && c >= 'A' && c <= 'Z') {
        first = i;
      }
    }
    return first < 0 ? text : ofAscii(text, first);
  }

  private static String ofAscii(String text, int first) {
    char[] lower = text.toCharArray();
    for (int i = first; i < lower.length; i++) {
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] = (char) (lower[i] + TO_LOWER);
      }
    }
    return new String(lower);
  }
}
