package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;

/**
 * Folds text for comparison: Unicode's {@code NFKC_Casefold}, then every run of characters that are
 * neither letter, mark nor digit becomes one space, none at the ends. Two texts that differ in
 * case, width, spaces or punctuation alone fold to the same string.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class Folding {

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  private static final int ASCII = 0x80;

  private Folding() {}

  /** The folded text; empty if it holds no letter, mark or digit. */
  public static String fold(String text) {
    int same = foldedEnd(text);
    if (same == text.length()) {
      return text;
    }
    return isAscii(text, same) ? foldAscii(text) : foldAny(text);
  }

  /** Where the text's beginning ends that folding leaves as it is: small letters and digits. */
  private static int foldedEnd(String text) {
    int end = 0;
    while (end < text.length()
        && (isPlain(text.charAt(end))
            || (text.charAt(end) == ' '
                && end > 0
                && end + 1 < text.length()
                && isPlain(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  private static boolean isAscii(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  /** For ASCII the normal form is lower case. */
  private static String foldAscii(String text) {
    byte[] out = new byte[text.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      if (isWordPart(lower)) {
        if (gap && length > 0) {
          out[length++] = ' ';
        }
        gap = false;
        out[length++] = (byte) lower;
      } else if (!isApostrophe(lower)) {
        gap = true;
      }
    }
    return new String(out, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static String foldAny(String text) {
    String folded = NFKC_CASEFOLD.normalize(text);
    StringBuilder out = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (isWordPart(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(c);
      } else if (!isApostrophe(c)) {
        gap = true;
      }
    }
    return out.toString();
  }

  /** Apostrophes vanish, since pages print {@code don't} and {@code don’t} and {@code dont}. */
  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isWordPart(int c) {
    if (c < ASCII) {
      return isPlain(c);
    }
    return UCharacter.isLetterOrDigit(c)
        || switch (UCharacter.getType(c)) {
          case UCharacter.NON_SPACING_MARK,
              UCharacter.COMBINING_SPACING_MARK,
              UCharacter.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}
