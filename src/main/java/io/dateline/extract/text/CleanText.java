package io.dateline.extract.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Text as it may stand in a cell: NFC, without control characters other than tab and line feed.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class CleanText {

  private static final char DELETE = 0x7F;
  private static final char NO_BREAK_SPACE = 0xA0;
  private static final char FIRST_COMBINING = 0x300;

  /** Dashes and quotation marks. */
  private static final char PUNCTUATION = 0x2010;

  private static final char END_OF_PUNCTUATION = 0x2028;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private CleanText() {}

  /** The text cleaned, without white space at its ends; unpaired surrogates become U+FFFD. */
  public static String clean(String text) {
    if (isClean(text)) {
      return text.strip();
    }
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean drop = Character.isISOControl(c) && c != '\t' && c != '\n';
      boolean replace = isUnpaired(text, i);
      if ((drop || replace) && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (out != null && !drop) {
        out.append(replace ? '\uFFFD' : c);
      }
    }
    return NFC.normalize(out == null ? text : out.toString()).strip();
  }

  /** Below combining marks every text is in NFC, and with dashes and quotation marks in it. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean clean =
          (c >= ' ' && c < DELETE)
              || c == '\t'
              || c == '\n'
              || (c >= NO_BREAK_SPACE && c < FIRST_COMBINING)
              || (c >= PUNCTUATION && c < END_OF_PUNCTUATION);
      if (!clean) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnpaired(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
